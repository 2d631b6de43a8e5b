import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { type Outcome, run, type TestWorkspace, workspace } from '../support/workspace.js'
import { png } from '../typeset/pictures.js'

const PICTURE = '<figure><img src="wall.png" alt="The wall"></figure>'
const FILES = {
  'templates/note.hbs': template(`<h1>{{title}}</h1>\n{{> sign}}\n${PICTURE}`, { theme: 'own' }),
  'templates/partials/sign.hbs': '<p>{{label "as_of" date="today"}}</p>',
  'templates/themes/own.yaml': 'extends: default\n',
  'templates/locales/en.yaml': readFileSync(
    new URL('../../templates/locales/en.yaml', import.meta.url),
    'utf8',
  ),
  'fonts/fonts.yaml': readFileSync(new URL('../../fonts/fonts.yaml', import.meta.url), 'utf8'),
  'briefs/dam.yaml': `${DAM}audiences: [note]\nquotes: [{text: it will hold, speaker: may, source: s}]\nactors: [{id: may, name: May Orr}]\nsources: [{id: s, title: S, text: s.txt}]\n`,
  'briefs/s.txt': '“Yes, it will hold,” May Orr said.\n',
  'briefs/wall.png': png(4, 10),
} as const

/** No file of the workspace has this word. */
const FOREIGN = 'Xqforeign'

/** Puts a link in the place of a file or a folder; what stood there is where the link leads, with a foreign word. */
function linkedOut(path: string): { space: TestWorkspace; target: string } {
  const space = workspace(FILES)
  const target = join(workspace().root, 'elsewhere')
  mkdirSync(dirname(join(space.root, path)), { recursive: true })
  writeFileSync(target, `${FOREIGN}: [\n`)
  symlinkAt(join(space.root, path), target)
  return { space, target }
}

function symlinkAt(path: string, target: string): void {
  if (existsSync(path)) moveAway(path)
  symlinkSync(target, path)
}

function moveAway(path: string): void {
  renameSync(path, join(workspace().root, 'before'))
}

function saysOutside(outcome: Outcome, link: string): void {
  const shown = `${outcome.stdout}${outcome.stderr}`
  assert.is(outcome.status, 1, shown)
  assert.match(shown, /path-outside-workspace/)
  assert.ok(shown.includes(link), shown)
  assert.not.match(shown, FOREIGN)
}

for (const path of [
  'briefs/dam.yaml',
  'briefs/dam.lock.yaml',
  'briefs/s.txt',
  'briefs/wall.png',
  'templates/note.hbs',
  'templates/partials/sign.hbs',
  'templates/themes/own.yaml',
  'templates/locales/en.yaml',
  'fonts/fonts.yaml',
  'fonts/source-serif-4/SourceSerif4-Regular.ttf',
])
  test(`a link for ${path} that leads out of the workspace is an error, and shows nothing of what is there`, async () => {
    const { space, target } = linkedOut(path)
    saysOutside(
      await space.run('build'),
      path.replace('briefs/s.txt', 's.txt').replace('briefs/wall.png', 'wall.png'),
    )
    assert.not.ok(existsSync(join(space.root, 'out/dam/note.pdf')))
    assert.is(readFileSync(target, 'utf8'), `${FOREIGN}: [\n`, 'nor is it written to')
  })

test('a link that no template uses is found by `check`, too, and once', async () => {
  const { space } = linkedOut('templates/partials/unused.hbs')
  for (const command of ['check', 'build']) {
    const outcome = await space.run(command)
    saysOutside(outcome, 'templates/partials/unused.hbs')
    assert.is(outcome.stderr.split('path-outside-workspace').length, 2, outcome.stderr)
  }
})

test('a lock that a link leads out is not written through', async () => {
  const { space, target } = linkedOut('briefs/dam.lock.yaml')
  saysOutside(await space.run('check', '--update-lock'), 'briefs/dam.lock.yaml')
  assert.ok(lstatSync(join(space.root, 'briefs/dam.lock.yaml')).isSymbolicLink())
  assert.is(readFileSync(target, 'utf8'), `${FOREIGN}: [\n`)
})

for (const folder of ['briefs', 'templates'])
  test(`a link for the folder ${folder} is one finding, and nothing in it is read or written`, async () => {
    const space = workspace(FILES)
    const elsewhere = workspace(FILES)
    moveAway(join(space.root, folder))
    symlinkSync(join(elsewhere.root, folder), join(space.root, folder))
    const before = elsewhere.files()
    for (const command of [['build'], ['check', '--update-lock'], ['build', 'briefs/dam.yaml']]) {
      const outcome = await space.run(...command)
      saysOutside(outcome, folder)
      assert.is(outcome.stderr.split('path-outside-workspace').length, 2, outcome.stderr)
    }
    assert.equal(elsewhere.files(), before)
  })

test('links that stay in the workspace, and a link to the workspace, lead where they lead', async () => {
  const space = workspace(FILES)
  for (const path of Object.keys(FILES)) {
    const moved = join(space.root, 'kept', path)
    mkdirSync(dirname(moved), { recursive: true })
    renameSync(join(space.root, path), moved)
    symlinkSync(moved, join(space.root, path))
  }
  const door = join(workspace().root, 'door')
  symlinkSync(space.root, door)
  const outcome = await run(['build'], door)
  assert.equal([outcome.status, outcome.stderr], [0, ''])
  assert.ok(existsSync(join(space.root, 'out/dam/note.pdf')))
})

test('what the command line names may lie anywhere, and be reached through links', async () => {
  const space = workspace(FILES)
  const elsewhere = workspace({
    'people.csv': 'id\nada\n',
    'article.txt': 'The dam will hold.\n\n“It will hold,” said May Orr, the engineer, on Monday.\n',
  })
  symlinkSync(join(elsewhere.root, 'people.csv'), join(space.root, 'people.csv'))
  symlinkSync(join(elsewhere.root, 'article.txt'), join(space.root, 'article.txt'))
  symlinkSync(join(elsewhere.root), join(space.root, 'out'))
  const built = await space.run('build', '--data', 'people.csv')
  assert.is(built.status, 0, built.stderr)
  assert.ok(existsSync(join(elsewhere.root, 'dam/note/ada.pdf')))
  assert.is((await space.run('draft', 'article.txt')).status, 0)
})

test('a link within the output folder is not written through', async () => {
  const space = workspace(FILES)
  const elsewhere = workspace()
  mkdirSync(join(space.root, 'out'))
  symlinkSync(elsewhere.root, join(space.root, 'out/dam'))
  const outcome = await space.run('build')
  assert.is(outcome.status, 1)
  assert.match(outcome.stderr, /out\/dam.*\[path-outside-workspace\]/)
  assert.equal(readdirSync(elsewhere.root), [])
})

for (const path of ['briefs/port.yaml', 'briefs/dam.lock.yaml', 'templates/partials/sign.hbs'])
  test(`a link for ${path} that leads nowhere is not passed over`, async () => {
    const space = workspace(FILES)
    symlinkAt(join(space.root, path), 'nowhere')
    const outcome = await space.run('build')
    assert.is(outcome.status, 1)
    assert.ok(outcome.stderr.includes(`${path}:1:1: error: cannot read \`${path}\``), outcome.stderr)
  })

test.run()
