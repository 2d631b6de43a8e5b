import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { BlockData, PageData, RectangleData } from '../../src/typeset/index.js'
import { DAM, template } from '../support/briefs.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

const FILES = {
  'templates/note.hbs': template(
    '<h1>{{title}}</h1>\n{{#if key_facts}}<ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>{{/if}}',
  ),
  'briefs/dam.yaml': `${DAM}audiences: [note]\nkey_facts:\n  - The dam is *old*.\n`,
}
const space = workspace(FILES)
const inspect = (on: TestWorkspace, ...argv: string[]) =>
  on.run('inspect', 'briefs/dam.yaml', '-a', 'note', ...argv)

test('`edition` shows what the audience sees, as JSON', async () => {
  const { status, stdout, stderr } = await inspect(space, '--stage', 'edition')
  assert.equal([status, stderr], [0, ''])
  const { brief, audience, lang, items, data } = JSON.parse(stdout)
  assert.equal([brief, audience, lang], ['dam', 'note', 'en'])
  assert.equal(items, [{ path: 'key_facts[0]', priority: 'should' }])
  assert.equal([data.title, data.key_facts[0].fact], ['The dam', 'The dam is *old*.'])
})

test('`html` shows what the template prints', async () => {
  const { status, stdout } = await inspect(space, '--stage', 'html')
  assert.is(status, 0)
  assert.match(stdout, '<li>The dam is <em>old</em>.</li>')
})

for (const [stage, line] of [
  ['blocks', 'h1 #the-dam: The dam\n'],
  ['pages', /^page 1\n( +[\d.]+){3} {2}\S.* \| /],
  ['pages', /\n\d+ % full\n$/],
  ['tags', 'LI\n'],
] as const)
  test(`\`${stage}\` is an outline, with ${line}`, async () => {
    const { status, stdout } = await inspect(space, '--stage', stage)
    assert.is(status, 0)
    assert.match(stdout, line)
  })

test('`pages --json` prints what is on the pages, and where each block of the brief is', async () => {
  const { status, stdout, stderr } = await inspect(space, '--stage', 'pages', '--json')
  assert.equal([status, stderr], [0, ''])
  const { ok, diagnostics, pages, blocks, ...others } = JSON.parse(stdout)
  assert.equal([ok, diagnostics, others], [true, [], {}])
  assert.equal(
    pages.map(({ page, width, lines }: PageData) => [page, width, lines.map(({ text }) => text).slice(0, 2)]),
    [[1, 595.28, ['The dam', 'The dam is old.']]],
  )
  const fact = blocks.find(({ place }: BlockData) => place.file === 'briefs/dam.yaml' && place.line === 7)
  assert.equal(
    [fact.path, fact.kind, fact.place.column, fact.place.end],
    ['1.0.0', 'paragraph', 5, { line: 7, column: 22 }],
  )
  assert.equal(
    fact.rectangles.map(({ page }: RectangleData) => page),
    [1],
  )
  const traced = await inspect(space, '--stage', 'pages', '--json', '--trace-fit')
  assert.ok(JSON.parse(traced.stdout).trials.length > 0)
})

test('with `--json`, an edition that cannot be set has findings and no pages', async () => {
  const over = workspace({ ...FILES, 'briefs/dam.yaml': `${DAM}audiences: [note]\nkey_facts: 3\n` })
  const { status, stdout } = await inspect(over, '--stage', 'pages', '--json')
  const { ok, diagnostics, pages, blocks } = JSON.parse(stdout)
  assert.equal([status, ok, diagnostics.length > 0, pages, blocks], [1, false, true, null, null])
})

test('nothing is written', async () => {
  for (const stage of ['edition', 'html', 'blocks', 'pages', 'tags'])
    await inspect(space, '--stage', stage, '--trace-fit')
  assert.equal(space.files(), Object.keys(FILES).sort())
})

const facts = Array.from({ length: 80 }, (_, index) => `  - Fact ${index} about the water in the valley.\n`)
const long = workspace({
  ...FILES,
  'briefs/dam.yaml': `${DAM}audiences: [note]\nkey_facts:\n${facts.join('')}`,
})

test('`--trace-fit` lists the layouts that were tried, alone or after a stage', async () => {
  const { stdout } = await inspect(long, '--trace-fit')
  const [title, heading = '', first = '', ...rest] = stdout.trimEnd().split('\n')
  assert.is(title, 'fitting of note')
  assert.match(heading, /trial +type +spacing +items left out +figures left out +pages +result/)
  assert.match(first, /^ +1 +10\.00 pt +1\.00 +0 +0 +\d\.\d\d {2}too long$/)
  assert.ok(
    rest.some(line => /fits$/.test(line)),
    stdout,
  )
  const both = await inspect(long, '--stage', 'html', '--trace-fit')
  assert.match(both.stdout, /<h1[\s\S]*fitting of note\n/)
})

test('what cannot be fitted is traced all the same, and has no output', async () => {
  const over = workspace({
    ...FILES,
    'briefs/dam.yaml': long
      .read('briefs/dam.yaml')
      .replaceAll(/- (.*)\n/g, '- { fact: $1, priority: must }\n'),
  })
  const { status, stdout, stderr } = await inspect(over, '--stage', 'blocks', '--trace-fit')
  assert.is(status, 1)
  assert.match(stderr, 'over-page-limit')
  assert.match(stdout, /^fitting of note\n/)
  assert.not.match(stdout, /fits$/m)
})

test('`build --trace-fit` lists them for every edition that it prints', async () => {
  const { stdout } = await long.run('build', '--trace-fit')
  assert.match(stdout, /^fitting of dam, note\ntrial/m)
  const cached = await long.run('build', '--trace-fit', '--json')
  assert.equal(JSON.parse(cached.stdout).trials, [])
  const forced = JSON.parse((await long.run('build', '--trace-fit', '--force', '--json')).stdout)
  assert.equal(
    forced.trials.map(({ brief, audience, recipient }: Record<string, string>) => [
      brief,
      audience,
      recipient,
    ]),
    [['dam', 'note', null]],
  )
  const [first] = forced.trials[0].trials
  assert.equal([first.fits, first.typeSize, first.spacing, first.leftOut], [false, 10, 1, []])
})

for (const [argv, words] of [
  [['inspect', 'briefs/dam.yaml', '--stage', 'html'], 'needs an audience'],
  [['inspect', 'briefs/dam.yaml', '-a', 'note'], 'needs a stage'],
  [['inspect', 'briefs/dam.yaml', '-a', 'nobody', '--stage', 'html'], 'unknown audience `nobody`'],
  [['inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'ink'], '`--stage` cannot be `ink`'],
  [['inspect', '-a', 'note', '--stage', 'html'], '`inspect` needs a brief'],
  [
    ['inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'tags', '--json'],
    '`--json` goes with `--stage pages`',
  ],
  [['build', '--trace-fit', '--watch'], '`--watch` does not go with `--trace-fit`'],
] as const)
  test(`\`${argv.join(' ')}\` is wrong usage`, async () => {
    const { status, stdout, stderr } = await space.run(...argv)
    assert.equal([status, stdout], [2, ''])
    assert.match(stderr, words)
  })

test('a brief that is not there is a finding', async () => {
  const { status, stderr } = await space.run('inspect', 'briefs/none.yaml', '-a', 'note', '--stage', 'blocks')
  assert.is(status, 1)
  assert.match(stderr, 'file-unreadable')
})

test.run()
