import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { expandObjectStreams } from '../../src/typeset/outline/expand-object-streams.js'
import { DAM, NOTE, template } from '../support/briefs.js'
import { findingsOf, run, workspace } from '../support/workspace.js'

const note = (body: string, settings = {}) => template(body, settings)
const TEMPLATES = {
  'templates/note.hbs': NOTE,
  'templates/board.hbs': note('<h1>{{title}}</h1>', { limit: '2' }),
}
const BOTH = `${DAM}audiences: [note, board]\n`
const LONG = `${DAM}background: |\n${'  Water rose again in the valley, and nobody had asked for it.\n\n'.repeat(200)}`

const manifestOf = (space: ReturnType<typeof workspace>, out = 'out') =>
  JSON.parse(space.read(`${out}/manifest.json`)).editions
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('prints every edition that a brief lists, and says so in the manifest and in JSON', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH })
  const { status, stdout, stderr } = await space.run('build', '--json')
  assert.equal([status, stderr], [0, ''])
  assert.equal(space.files('out'), ['out/dam/board.pdf', 'out/dam/note.pdf', 'out/manifest.json'])
  const { ok, diagnostics, editions } = JSON.parse(stdout)
  assert.equal([ok, diagnostics], [true, []])
  assert.equal(
    editions.map((entry: { file: string }) => entry.file),
    ['out/dam/note.pdf', 'out/dam/board.pdf'],
  )
  const pdf = readFileSync(join(space.root, 'out/dam/note.pdf'))
  assert.ok(pdf.subarray(0, 5).equals(Buffer.from('%PDF-')))
  const { fill, fills, inputs_sha256, ms, ...rest } = editions[0]
  assert.equal(fills, [fill])
  assert.equal(rest, {
    brief: 'dam',
    audience: 'note',
    recipient: null,
    lang: 'en',
    format: 'pdf',
    file: 'out/dam/note.pdf',
    pages: 1,
    annex_pages: 0,
    limit: 1,
    left_out: [],
    figures_left_out: [],
    unshown: [],
    omits: [],
    type_scale: 1,
    spacing_scale: 1.35,
    quotes: { verified: 0, abridged: 0, locked: 0, unverified: 0 },
    sha256: sha256(pdf),
    cached: false,
  })
  assert.ok(fill > 0 && fill < 0.5, String(fill))
  assert.match(inputs_sha256, /^[0-9a-f]{64}$/)
  assert.ok(Number.isInteger(ms))
  assert.equal(manifestOf(space), [...editions].reverse())
})

test('shows what was printed as a table', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH })
  const { stdout } = await space.run('build')
  assert.match(
    stdout,
    /^brief {2}edition {2}pages {2}file {15}fitted with\ndam {4}note {7}1\/1 {2}out\/dam\/note\.pdf {3}spacing 135 %\n/,
  )
  assert.match(stdout, /\n2 editions printed in \d+\.\d s\n$/)
})

test('prints only the audiences asked for, into the folder asked for', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH })
  await space.run('build', '-a', 'board', '-o', 'print/today')
  assert.equal(space.files('print'), ['print/today/dam/board.pdf', 'print/today/manifest.json'])
})

test('the same inputs give the same bytes, other inputs another hash', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH })
  await space.run('build')
  const [first] = manifestOf(space).slice(-1)
  await space.run('build')
  const [second] = manifestOf(space).slice(-1)
  assert.equal([second.sha256, second.inputs_sha256], [first.sha256, first.inputs_sha256])
  await space.run('build', '--paper', 'letter')
  const [letter] = manifestOf(space).slice(-1)
  assert.is.not(letter.sha256, first.sha256)
  assert.is.not(letter.inputs_sha256, first.inputs_sha256)
  assert.match(expandObjectStreams(readFileSync(join(space.root, letter.file))), /MediaBox \[0 0 612 792\]/)
})

test('a comment in the brief changes nothing that is printed', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH })
  await space.run('build', '-a', 'note')
  const [before] = manifestOf(space)
  space.write({ 'briefs/dam.yaml': `# moved down a line\n${BOTH}` })
  await space.run('build', '-a', 'note')
  const [after] = manifestOf(space)
  assert.equal([after.sha256, after.inputs_sha256], [before.sha256, before.inputs_sha256])
})

test('a brief with errors prints nothing and stops no other', async () => {
  const space = workspace({
    ...TEMPLATES,
    'briefs/dam.yaml': BOTH,
    'briefs/port.yaml': `${BOTH}colour: red\n`,
  })
  const outcome = await space.run('build', '--json')
  assert.is(outcome.status, 1)
  assert.equal(findingsOf(outcome), ['briefs/port.yaml:6:1 unknown-key'])
  assert.equal(space.files('out'), ['out/dam/board.pdf', 'out/dam/note.pdf', 'out/manifest.json'])
})

test('with nothing to print nothing is written', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/port.yaml': 'colour: red\n' })
  const { status, stderr } = await space.run('build')
  assert.is(status, 1)
  assert.not.match(stderr, /\n {4}at /)
  assert.equal(space.files(), ['briefs/port.yaml', 'templates/board.hbs', 'templates/note.hbs'])
})

test('an edition over its limit is not printed; the finding stands where it is asked for', async () => {
  const long = template('<h1>{{title}}</h1>{{#if background}}{{paragraphs background}}{{/if}}')
  const space = workspace({ 'templates/note.hbs': long, 'templates/board.hbs': NOTE })
  const lines = LONG.split('\n').length
  for (const [audiences, place] of [
    ['audiences: [note, board]', `briefs/dam.yaml:${lines}:13`],
    ['audiences:\n  - board\n  - audience: note\n    limit: 2', `briefs/dam.yaml:${lines + 3}:12`],
    ['audiences:\n  - board\n  - audience: note', `briefs/dam.yaml:${lines + 2}:5`],
  ]) {
    space.write({ 'briefs/dam.yaml': `${LONG}${audiences}\n` })
    const outcome = await space.run('build', '--json')
    assert.equal(findingsOf(outcome), [`${place} over-page-limit`])
    assert.equal([outcome.status, space.files('out')], [1, ['out/dam/board.pdf', 'out/manifest.json']])
  }
  space.write({ 'briefs/dam.yaml': LONG })
  assert.equal(findingsOf(await space.run('build', '-a', 'note', '--json')), [
    'templates/note.hbs:5:1 over-page-limit',
  ])
})

const FACTS = template(
  '<h1>{{title}}</h1>{{#section "key_facts"}}<ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>{{/section}}',
)
const factsOf = (count: number) =>
  `key_facts:\n${Array.from({ length: count }, (_, index) => `  - {fact: Fact ${index}, priority: could}\n`).join('')}`

test('says what was left out to keep a limit: in the manifest, in the table and where the items stand', async () => {
  const yaml = `${DAM}audiences: [note]\n${factsOf(80)}`
  const space = workspace({ 'templates/note.hbs': FACTS, 'briefs/dam.yaml': yaml })
  const outcome = await space.run('build', '--json')
  const [entry] = JSON.parse(outcome.stdout).editions
  assert.equal([outcome.status, entry.pages, entry.left_out[0]], [0, 1, 'key_facts[79]'])
  const count = entry.left_out.length
  const [first] = JSON.parse(outcome.stdout).diagnostics
  assert.equal([first.code, first.severity, first.line], ['could-left-out', 'info', 7 + 80 - count])
  const { stdout } = await space.run('build')
  assert.match(stdout, new RegExp(`spacing \\d\\d %, type 9\\d %, ${count} items left out\\n`))
})

test('says which figures were not drawn to keep a limit, apart from the items', async () => {
  const drawn = FACTS.replace('</h1>', '</h1><section><h2>Time</h2><timeline></timeline></section>')
  const dated =
    'timeline:\n  - {date: 2025-01-20, event: The order}\n  - {date: 2025-03-02, event: The vote}\n'
  const yaml = (count: number) => `${DAM}audiences: [note]\n${dated}${factsOf(count)}`
  const space = workspace({ 'templates/note.hbs': drawn, 'briefs/dam.yaml': yaml(80) })
  const outcome = await space.run('build')
  const [entry] = manifestOf(space)
  assert.equal([outcome.status, entry.pages, entry.figures_left_out], [0, 1, ['timeline']])
  assert.ok(entry.left_out.every((path: string) => path.startsWith('key_facts[')))
  assert.match(outcome.stdout, /, 1 figure left out, \d+ items left out\n/)
  assert.match(
    outcome.stderr,
    /briefs\/dam.yaml:7:\d+: info: `note` leaves out 1 of 1 `figures` to keep to 1 page: `timeline`/,
  )
  space.write({ 'briefs/dam.yaml': yaml(10) })
  await space.run('build')
  assert.equal(manifestOf(space)[0].figures_left_out, [])
})

test('what was left out is part of what the hash of the inputs stands for', async () => {
  const space = workspace({ 'templates/note.hbs': FACTS })
  const hashes: string[] = []
  for (const last of ['Fact 79', 'Fact 79 in other words']) {
    const yaml = `${DAM}audiences: [note]\n${factsOf(80).replace('Fact 79', last)}`
    space.write({ 'briefs/dam.yaml': yaml })
    await space.run('build')
    hashes.push(manifestOf(space)[0].inputs_sha256)
  }
  assert.is.not(hashes[0], hashes[1])
})

test('a PDF that could not be printed again does not stay', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH, 'briefs/port.yaml': BOTH })
  await space.run('build')
  space.write({ 'briefs/dam.yaml': 'title: [' })
  assert.is((await space.run('build', 'briefs/dam.yaml')).status, 1)
  assert.equal(space.files('out'), ['out/manifest.json', 'out/port/board.pdf', 'out/port/note.pdf'])
  assert.equal(
    manifestOf(space).map((entry: { file: string }) => entry.file),
    ['out/port/board.pdf', 'out/port/note.pdf'],
  )
})

test('a build of a part leaves the rest of the output and of the manifest alone', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH, 'briefs/port.yaml': BOTH })
  await space.run('build')
  await space.run('build', 'briefs/dam.yaml', '-a', 'note')
  assert.is(manifestOf(space).length, 4)
  assert.is(space.files('out').length, 5)
})

test('no manifest can make a build remove what it did not print', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH, 'mine.txt': 'mine' })
  const entry = { brief: 'dam', audience: '../../mine', file: 'mine.txt' }
  space.write({
    'out/manifest.json': JSON.stringify({ editions: [entry, { ...entry, file: '../mine.txt' }, null, 7] }),
  })
  assert.is((await space.run('build')).status, 0)
  assert.is(space.read('mine.txt'), 'mine')
})

test('a damaged manifest is replaced', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': BOTH, 'out/manifest.json': '{"editions": [{' })
  assert.is((await space.run('build')).status, 0)
  assert.is(manifestOf(space).length, 2)
})

test('an output that is a file is a finding', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': `${DAM}audiences: [note]\n`, out: 'mine' })
  const outcome = await space.run('build', '--json')
  assert.equal([...new Set(findingsOf(outcome))], ['out:1:1 write-failed'])
  assert.equal([outcome.status, space.read('out')], [1, 'mine'])
})

test('a folder in the place of a PDF is a finding, and stays', async () => {
  const space = workspace({
    ...TEMPLATES,
    'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
    'out/dam/note.pdf/mine': '',
  })
  const outcome = await space.run('build', '--json')
  assert.is(outcome.status, 1)
  assert.ok(
    findingsOf(outcome).every(line => line === 'out/dam/note.pdf:1:1 write-failed'),
    outcome.stdout,
  )
  assert.equal(space.files('out'), ['out/dam/note.pdf/mine'])
})

test('names with spaces and in other scripts', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/déjà vu 汛期.yaml': `${DAM}audiences: [note]\n` })
  assert.is((await space.run('build')).status, 0)
  assert.equal(space.files('out'), ['out/déjà vu 汛期/note.pdf', 'out/manifest.json'])
})

test("a template that is wrong fails its audience's editions alone", async () => {
  const space = workspace({
    ...TEMPLATES,
    'templates/board.hbs': '<h1>no front matter</h1>',
    'briefs/dam.yaml': BOTH,
  })
  const outcome = await space.run('build', '--json')
  assert.equal(findingsOf(outcome), ['templates/board.hbs:1:1 audience-invalid'])
  assert.equal([outcome.status, space.files('out')], [1, ['out/dam/note.pdf', 'out/manifest.json']])
})

test('an audience listed twice is a finding', async () => {
  const space = workspace({ ...TEMPLATES, 'briefs/dam.yaml': `${DAM}audiences: [note, note]\n` })
  const found = findingsOf(await space.run('build', '--json'))
  assert.is(found.length, 1)
  assert.match(found[0] ?? '', /^briefs\/dam\.yaml:5:\d+ (duplicate-output|duplicate-id)$/)
})

test('quotations that are not proved fail a build, and are printed marked where that is allowed', async () => {
  const quotes = template('<h1>{{title}}</h1>{{#each quotes}}<p>{{text}}</p>{{/each}}')
  const brief = `${DAM}audiences: [note]\nquotes:\n  - text: The water is falling\n    source: report\nsources:\n  - id: report\n    title: A report\n    text: report.txt\n`
  const space = workspace({
    'templates/note.hbs': quotes,
    'briefs/dam.yaml': brief,
    'briefs/report.txt': 'He said: "The water is rising."\n',
  })
  const refused = await space.run('build', '--json')
  assert.equal([refused.status, findingsOf(refused)], [1, ['briefs/dam.yaml:7:11 quote-altered']])
  const allowed = await space.run('build', '--json', '--allow-unverified')
  assert.is(allowed.status, 0, allowed.stdout)
  assert.is(JSON.parse(allowed.stdout).diagnostics[0].severity, 'warning')
  assert.is(manifestOf(space)[0].quotes.unverified, 1)
})

test('findings go to GitHub where it asks for them', async () => {
  const space = workspace({ 'policy/briefs/dam.yaml': 'colour: red\n' })
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: space.root }
  const { stderr } = await run(['build'], join(space.root, 'policy'), env)
  assert.match(stderr, /^::error file=policy\/briefs\/dam\.yaml,line=1,col=1,title=unknown-key::/m)
})

test('the working folder may be gone', async () => {
  const space = workspace()
  mkdirSync(join(space.root, 'gone'))
  rmSync(join(space.root, 'gone'), { recursive: true })
  const { status, stderr } = await run(['check'], join(space.root, 'gone'))
  assert.is(status, 1)
  assert.not.match(stderr, /\n {4}at /)
})

test.run()
