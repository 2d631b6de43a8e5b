import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../../support/briefs.js'
import { findingsOf, workspace } from '../../support/workspace.js'

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#05a"/></svg>'
const IMG = '<figure><img src="mark.svg" alt="The mark" width="50%"></figure>'

const FILES: Readonly<Record<string, string>> = {
  'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
  'templates/note.hbs': template('<h1>{{title}}</h1>{{> mark}}'),
  'templates/partials/mark.hbs': IMG,
}

test('a path in a partial is relative to it, then to the templates, then to the workspace', async () => {
  for (const path of ['templates/partials/mark.svg', 'templates/mark.svg', 'mark.svg', 'briefs/mark.svg']) {
    const space = workspace({ ...FILES, [path]: MARK })
    const outcome = await space.run('build', '--json')
    assert.equal(findingsOf(outcome), [], path)
    space.write({ [path]: MARK.replace('#05a', '#a50') })
    const [edition] = JSON.parse((await space.run('build', '--json')).stdout).editions
    assert.is(edition.cached, false, path)
  }
})

test('of a picture that is nowhere, the finding says where it was looked for', async () => {
  const space = workspace(FILES)
  const outcome = await space.run('build', '--json')
  assert.equal(findingsOf(outcome), ['templates/partials/mark.hbs:1:9 file-unreadable'])
  for (const path of ['templates/partials/mark.svg', 'templates/mark.svg', '`mark.svg`', 'briefs/mark.svg'])
    assert.match(outcome.stdout, path)
})

test('a path that leads out of the workspace is refused', async () => {
  const space = workspace({
    ...FILES,
    'templates/partials/mark.hbs': IMG.replace('mark.svg', '../../../x.svg'),
  })
  assert.equal(findingsOf(await space.run('build', '--json')), [
    'templates/partials/mark.hbs:1:9 path-outside-workspace',
  ])
})

test('the masthead shows the logo of the house, with its name in words', async () => {
  const space = workspace({
    ...FILES,
    'templates/note.hbs': template('{{> masthead}}{{paragraphs bottom_line}}'),
    'templates/partials/mark.hbs': '',
    'briefwright.yaml': 'logo: brand/mark.svg\norganisation: { fr: Les *Barrages*, en: Dams & "Co" }\n',
    'brand/mark.svg': MARK,
  })
  const pages = async () => {
    const { stdout } = await space.run(
      'inspect',
      'briefs/dam.yaml',
      '-a',
      'note',
      '--stage',
      'pages',
      '--json',
    )
    return JSON.parse(stdout).pages[0].images
  }
  const [{ width, height }] = await pages()
  assert.equal([width, height], [68, 34])
  const tags = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'tags')
  assert.match(tags.stdout, /Figure.*Dams & "Co"/)
  space.write({ 'briefwright.yaml': 'logo: brand/mark.svg\norganisation: { fr: Les *Barrages* }\n' })
  const other = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'tags')
  assert.match(other.stdout, /Figure.*Les \*Barrages\*/)
  space.write({ 'briefwright.yaml': 'logo: brand/mark.svg\n' })
  assert.match(
    (await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'tags')).stdout,
    /Figure.*Logo/,
  )
})

test('a logo with text prints, and the font that stands in for its own is told where the house names it', async () => {
  const space = workspace({
    ...FILES,
    'templates/note.hbs': template('{{> masthead}}{{paragraphs bottom_line}}'),
    'templates/partials/mark.hbs': '',
    'briefwright.yaml': 'organisation: Dams\nlogo: mark.svg\n',
    'mark.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">\n<text y="16" font-family="Frutiger">Dams</text></svg>',
  })
  const outcome = await space.run('build', '-a', 'note', '--json')
  assert.equal(findingsOf(outcome), ['briefwright.yaml:2:7 image-font'])
  const [{ message }] = JSON.parse(outcome.stdout).diagnostics
  assert.match(message, /`Frutiger`.*`Source Sans 3`.*line 2/)
  assert.ok(outcome.status === 0 && space.files('out').includes('out/dam/note.pdf'))
  const tags = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'tags')
  assert.match(tags.stdout, /Figure.*Dams/)
})

test('an edition is printed anew when a font changes that only a drawing in it asks for', async () => {
  const sans = readFileSync(new URL('../../../fonts/public-sans/PublicSans-Regular.ttf', import.meta.url))
  const serif = readFileSync(new URL('../../../fonts/newsreader/Newsreader-Regular.ttf', import.meta.url))
  const space = workspace({
    ...FILES,
    'templates/note.hbs': template('{{> masthead}}{{paragraphs bottom_line}}'),
    'templates/partials/mark.hbs': '',
    'briefwright.yaml': 'organisation: Dams\nlogo: mark.svg\n',
    'fonts/fonts.yaml': 'Frutiger:\n  normal: house.ttf\n',
    'fonts/house.ttf': sans,
    'mark.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="16" font-family="Frutiger">Dams</text></svg>',
  })
  const cached = async () =>
    JSON.parse((await space.run('build', '-a', 'note', '--json')).stdout).editions[0].cached
  assert.equal([await cached(), await cached()], [false, true])
  space.write({ 'fonts/house.ttf': serif })
  assert.is(await cached(), false)
})

test.run()
