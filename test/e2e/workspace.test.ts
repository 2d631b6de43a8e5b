import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { template } from '../support/briefs.js'
import { readText } from '../support/pdf-text.js'
import { tinyOtf } from '../support/tiny-otf.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const BRIEF = { 'briefs/a.yaml': 'title: The dam\nas_of: 2025-01-20\nkey_facts: [It rose.]\n' }
const ours = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

async function drawn(space: TestWorkspace, audience: string) {
  const { status, stderr } = await space.run('build', '-a', audience)
  assert.equal([status, stderr], [0, ''])
  return readText(readFileSync(join(space.root, `out/a/${audience}.pdf`)))
}

test('a template makes an audience, with the partials of the package', async () => {
  const space = workspace({ ...BRIEF, 'templates/board.hbs': template('{{> masthead}}\n{{> key-facts}}') })
  assert.match((await drawn(space, 'board')).drawn, 'It rose.')
  assert.match((await space.run('audiences')).stdout, /^board .* templates\/board\.hbs$/m)
})

test('a partial, a locale and a theme of the workspace serve in place of those of the package, one by one', async () => {
  const before = await drawn(workspace(BRIEF), 'press')
  assert.match(before.drawn, 'As of 20 January 2025')
  const space = workspace({
    ...BRIEF,
    'templates/partials/key-facts.hbs': '<ul>{{#each key_facts}}<li>MINE: {{fact}}</li>{{/each}}</ul>',
    'templates/locales/en.yaml': ours('templates/locales/en.yaml').replace(
      'As of {date:as_of}',
      'Held on {date}',
    ),
    'templates/themes/default.yaml': ours('templates/themes/default.yaml').replaceAll(
      'Source Serif 4',
      'Source Sans 3',
    ),
  })
  const { drawn: text, glyphs } = await drawn(space, 'press')
  assert.match(text, 'MINE: It rose.')
  assert.match(text, 'Held on 20 January 2025')
  assert.ok([...before.glyphs.keys()].some(name => name.includes('Serif')))
  assert.not.ok([...glyphs.keys()].some(name => name.includes('Serif')))
})

const theFont = (path: string) => readFileSync(new URL(`../../fonts/${path}`, import.meta.url))
const family = (name: string, path: string) =>
  `${name}: { normal: ${path}, italics: ${path}, bold: ${path}, bolditalics: ${path} }\n`
const IN_HOUSE_TYPE = 'extends: default\nfamilies: { body: House, heading: House }\n'

for (const [kind, path, bytes, name] of [
  ['TrueType', 'house.ttf', theFont('noto-sans/NotoSans-Italic.ttf'), 'NotoSans-Italic'],
  ['PostScript', 'house.otf', tinyOtf(), 'TinyTest-Regular'],
  ['identified PostScript', 'house.otf', tinyOtf({ keyed: true }), 'TinyTest-Regular'],
] as const)
  test(`a workspace prints in a font of its own, with ${kind} outlines`, async () => {
    const space = workspace({
      ...BRIEF,
      'fonts/fonts.yaml': family('House', path),
      [`fonts/${path}`]: bytes,
      'templates/themes/house.yaml': IN_HOUSE_TYPE,
      'templates/board.hbs': template('<p>It rose by 3 in one year.</p>', { theme: 'house' }),
    })
    const { drawn: text, glyphs } = await drawn(space, 'board')
    assert.match(text, 'It rose by 3 in one year.')
    assert.ok([...glyphs.keys()].some(font => font.endsWith(`+${name}`)))
  })

for (const [fault, bytes, message] of [
  ['a web font', Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(60)]), 'a web font (WOFF2)'],
  ['a collection', Buffer.concat([Buffer.from('ttcf'), Buffer.alloc(60)]), 'a collection of fonts'],
  ['a font that must not be embedded', tinyOtf({ fsType: 2 }), 'a font whose licence forbids embedding'],
] as const)
  test(`${fault} is a finding in the list of fonts`, async () => {
    const space = workspace({
      ...BRIEF,
      'fonts/fonts.yaml': family('House', 'house.otf'),
      'fonts/house.otf': bytes,
    })
    const outcome = await space.run('build', '-a', 'press', '--json')
    assert.is(outcome.status, 1)
    const found = findingsOf(outcome)
    assert.equal(
      new Set(found.map(finding => finding.replace(/:\d+ /, ' '))),
      new Set(['fonts/fonts.yaml:1 font-invalid']),
    )
    assert.match(outcome.stdout, `\`house.otf\` is ${message}`)
  })

for (const [fault, body, line, code] of [
  ['an open block', '<p>a</p>\n{{#if title}}\n<p>b</p>', undefined, 'template-syntax'],
  ['an unknown partial', '<p>a</p>\n{{> nothing}}', 11, 'unknown-partial'],
  ['an unknown helper', '<p>a</p>\n<p>{{shout title}}</p>', 11, 'unknown-helper'],
  ['three braces', '<p>a</p>\n<p>{{{title}}}</p>', 11, 'raw-markup'],
  ['an unknown element', '<p>a</p>\n<blink>b</blink>', 11, 'unknown-element'],
  ['an unknown class', '<p>a</p>\n<p class="loud">b</p>', 11, 'unknown-class'],
  ['an unknown label', '<p>a</p>\n<p>{{label "nothing"}}</p>', 11, 'unknown-label'],
] as const)
  test(`${fault} in a template is found at its line`, async () => {
    const space = workspace({ ...BRIEF, 'templates/board.hbs': template(body) })
    const outcome = await space.run('build', '-a', 'board', '--json')
    assert.is(outcome.status, 1)
    const found = findingsOf(outcome).filter(finding => finding.endsWith(code))
    assert.is(found.length, 1)
    assert.match(found[0] ?? '', `templates/board.hbs:${line ?? ''}`)
    assert.equal(space.files('templates').length, space.files().length - 1)
  })

test('a fault in a partial is found in the partial', async () => {
  const space = workspace({
    ...BRIEF,
    'templates/board.hbs': template('{{> facts}}'),
    'templates/partials/facts.hbs':
      '<ul>\n  {{#each key_facts}}\n  <li><foo>{{fact}}</foo></li>\n  {{/each}}\n</ul>\n',
  })
  const outcome = await space.run('build', '-a', 'board', '--json')
  assert.equal(findingsOf(outcome), ['templates/partials/facts.hbs:3:7 unknown-element'])
})

test.run()
