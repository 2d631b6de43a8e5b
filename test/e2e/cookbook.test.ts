import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readText } from '../support/pdf-text.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

const guide = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')
const FIRST = guide('first-brief').replace(/^ {3}/gm, '')

/** Writes the files and runs the commands of a guide in their order; a file is named by the last words in code before its block. */
async function follow(text: string, space: TestWorkspace): Promise<string[]> {
  const ran: string[] = []
  for (const [, before = '', language, content = ''] of text.matchAll(
    /([\s\S]*?)^```(\w+)\n([\s\S]*?)^```$/gm,
  )) {
    if (language !== 'sh') {
      const [, path = ''] = /`([^`]+)`\s*$/.exec(before) ?? []
      assert.match(path, /\w/, `a name for the file that begins with ${content.slice(0, 40)}`)
      space.write({ [path]: content })
      continue
    }
    if (before.includes('`status: cleared` in place of')) clear(space)
    for (const line of content.trim().split('\n')) {
      const [command, ...argv] = line.split(' ')
      if (command === 'rm') rmSync(join(space.root, argv.at(-1) ?? ''), { recursive: true })
      else await run(command, argv, space)
      ran.push(line)
    }
  }
  for (const [, path = ''] of text.matchAll(/`((?:out|briefs)\/[\w./-]+\.(?:pdf|lock\.yaml))`/g))
    assert.ok(existsSync(join(space.root, path)), path)
  return ran
}

async function run(command: string | undefined, argv: string[], space: TestWorkspace): Promise<void> {
  assert.is(command, 'briefwright')
  const { status, stderr } = await space.run(...argv)
  assert.is(status, 0, `${argv.join(' ')}\n${stderr}`)
  assert.not.match(stderr, /: (warning|error): /, argv.join(' '))
}

function clear(space: TestWorkspace): void {
  const draft = space.read('briefs/night-trams.yaml')
  space.write({ 'briefs/night-trams.yaml': draft.replace('status: draft', 'status: cleared') })
}

/** The files of the first brief, as the recipes begin with. */
function begun(): TestWorkspace {
  const file = (language: string) =>
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(FIRST)?.[1] ?? ''
  return workspace({
    'briefs/night-trams.yaml': file('yaml'),
    'briefs/sources/courier.txt': file('text'),
  })
}

const words = (space: TestWorkspace, path: string) => readText(readFileSync(join(space.root, path))).drawn

test('the first brief is printed by the steps that the guide gives', async () => {
  const space = workspace()
  assert.is((await follow(FIRST, space)).length, 4)
  const drawn = words(space, 'out/night-trams/press.pdf')
  assert.match(drawn, 'We will run them if the state pays half')
  assert.not.match(drawn, /draft/i)
})

/** Words of the editions that a recipe prints. */
const PRINTED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'The style of a house': [['out/night-trams/press.pdf', 'Department of Transport']],
  'An audience of your own': [['out/night-trams/board.pdf', 'The depot has cars for six lines.']],
  'Another language': [
    ['out/ferry/public.en.pdf', 'Buses replace it until May.'],
    ['out/ferry/public.es.pdf', 'Los autobuses lo sustituyen hasta mayo.'],
  ],
  'Two languages side by side': [
    ['out/pier/notice.pdf', 'Works begin after the season.'],
    ['out/pier/notice.pdf', 'Las obras empiezan tras la temporada.'],
    ['out/pier/notice.pdf', '1 de marzo de 2025'],
  ],
  'Private sources with a lock': [['out/night-trams/press.pdf', 'We will run them if the state pays half']],
  'Tables and charts': [
    ['out/riders/decision.pdf', '93,800'],
    ['out/riders/decision.pdf', 'Figure 1'],
  ],
  Annexes: [['out/depot/decision.pdf', 'Sheds']],
}

const RECIPES = guide('cookbook').split(/^## /m).slice(1)

for (const recipe of RECIPES) {
  const [title = ''] = recipe.split('\n')
  test(`the recipe “${title}” prints what it says`, async () => {
    const space = begun()
    assert.ok((await follow(recipe, space)).length > 0)
    for (const [path, text] of PRINTED[title] ?? []) assert.match(words(space, path), text)
    assert.ok(PRINTED[title], 'words to look for')
  })
}

test('the style of a house, its running foot and its logo are what the guide shows', async () => {
  const text = guide('house-style')
  const block = (language: string) =>
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? ''
  const space = begun()
  space.write({
    'briefwright.yaml': block('yaml'),
    'brand/logo.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    'templates/themes/house.yaml': 'extends: default\n',
    'templates/partials/running-foot.hbs': block('handlebars'),
  })
  for (const argv of [['check'], ['build', '-a', 'press'], ['audiences', '--eject', 'partials/letterhead']])
    await run('briefwright', argv, space)
  const drawn = words(space, 'out/night-trams/press.pdf')
  assert.match(drawn, 'Department of Transport')
  assert.match(drawn, '1 / ')
  assert.match(space.read('templates/partials/letterhead.hbs'), 'house.logo')
})

test.run()
