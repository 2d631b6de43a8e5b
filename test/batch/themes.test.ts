import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const BODY = '<h1>{{title}}</h1>{{paragraphs bottom_line}}'
const FILES = {
  'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
  'templates/note.hbs': template(BODY),
  'templates/themes/house.yaml':
    'extends: default\ntype: { size: 12 }\nlimits: { note: 3, public: 5 }\nstyles: { p: { size: 1 } }\n',
}

/** The size of the bottom line, and the page limit, of the one edition that is built. */
async function built(space: TestWorkspace, ...options: string[]) {
  const { stdout } = await space.run('build', '--json', ...options)
  const { editions, diagnostics } = JSON.parse(stdout)
  assert.equal(diagnostics, [])
  const shown = await space.run(
    ...['inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'pages', '--json'],
    ...options,
  )
  const [page] = JSON.parse(shown.stdout).pages
  const line = page.lines.find(({ text }: { text: string }) => text.startsWith('Raise it'))
  return [line.size, editions[0].limit, editions[0].cached]
}

test('a theme sets the size of its type and its page limit from wherever it is named', async () => {
  const space = workspace(FILES)
  assert.equal(await built(space), [10, 1, false])
  assert.equal(await built(space, '--theme', 'house'), [12, 3, false])
  assert.equal(await built(space, '--theme', 'house'), [12, 3, true])
  space.write({ 'briefwright.yaml': 'theme: house\n' })
  assert.equal(await built(space), [12, 3, true])
  assert.equal(await built(space, '--theme', 'default'), [10, 1, false])
  space.write({ 'briefs/dam.yaml': `${DAM}audiences: [{ audience: note, theme: default }]\n` })
  assert.equal(await built(space), [10, 1, true])
  space.write({ 'briefs/dam.yaml': `${DAM}audiences: [{ audience: note, limit: 2 }]\n` })
  assert.equal(await built(space), [12, 2, false])
  space.write({ 'briefwright.yaml': 'theme: default\n' })
  assert.equal(await built(space), [10, 2, false])
})

test('front matter names a theme, too', async () => {
  const space = workspace({ ...FILES, 'templates/note.hbs': template(BODY, { theme: 'house' }) })
  assert.equal(await built(space), [12, 3, false])
})

test('audiences are listed with their limits in their themes, or in one for all', async () => {
  const space = workspace(FILES)
  const listed = async (...options: string[]) => {
    const { stdout } = await space.run('audiences', '--json', ...options)
    const { audiences } = JSON.parse(stdout)
    const found = ['note', 'public'].map(name =>
      audiences.find((audience: { name: string }) => audience.name === name),
    )
    return found.map(({ pages, theme }) => `${theme} ${pages}`)
  }
  assert.equal(await listed(), ['default 1', 'plain 2'])
  assert.equal(await listed('--theme', 'house'), ['house 3', 'house 5'])
  space.write({ 'briefwright.yaml': 'theme: house\n' })
  assert.equal(await listed(), ['house 3', 'house 5'])
})

test('an edition that is too long for the limit of its theme is found there, unless the brief lists it', async () => {
  const long = 'limits: { note: 1 }\nextends: default\ntype: { size: 24 }\n'
  const space = workspace({
    ...FILES,
    'briefs/dam.yaml': DAM.replace('Raise it', `${'Raise it. '.repeat(200)}Raise it`),
    'templates/themes/house.yaml': long,
  })
  const found = findingsOf(await space.run('build', '--json', '-a', 'note', '--theme', 'house'))
  assert.equal(found, ['templates/themes/house.yaml:1:17 over-page-limit'])
  space.write({ 'briefs/dam.yaml': `${space.read('briefs/dam.yaml')}audiences: [note]\n` })
  const listed = findingsOf(await space.run('build', '--json', '--theme', 'house'))
  assert.equal(listed, ['briefs/dam.yaml:5:13 over-page-limit'])
})

test('a limit of an audience that there is not is found at the theme', async () => {
  const space = workspace({
    ...FILES,
    'templates/themes/house.yaml': 'extends: default\nlimits: { nota: 2 }\n',
  })
  assert.equal(findingsOf(await space.run('build', '--json', '--theme', 'house')), [
    'templates/themes/house.yaml:2:11 theme-invalid',
  ])
})

test('a theme of the workspace extends the package\u2019s of the same name, and serves where others extend it', async () => {
  const own = { ...FILES, 'templates/themes/default.yaml': 'extends: default\ntype: { size: 11 }\n' }
  const space = workspace(own)
  assert.equal(await built(space), [11, 1, false])
  assert.equal(await built(space), [11, 1, true])
  space.write({ 'templates/themes/house.yaml': 'extends: default\nlimits: { note: 4 }\n' })
  assert.equal(await built(space, '--theme', 'house'), [11, 4, false])
  space.write({ 'templates/themes/house.yaml': 'extends: house\n' })
  const found = findingsOf(await space.run('build', '--json', '--theme', 'house'))
  assert.equal(found, ['templates/themes/house.yaml:1:10 theme-invalid'])
  space.write({
    'templates/themes/house.yaml': 'extends: default\n',
    'templates/themes/default.yaml': 'extends: house\n',
  })
  const circle = findingsOf(await space.run('build', '--json'))
  assert.equal(circle, ['templates/themes/house.yaml:1:10 theme-invalid'])
})

test.run()
