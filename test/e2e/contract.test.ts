import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readText } from '../support/pdf-text.js'
import { run, workspace } from '../support/workspace.js'

const MIN = 'title: Min\nas_of: 2025-01-20\n'
const AUDIENCES = ['analyst', 'decision', 'legislator', 'one-page', 'press', 'public']
const ENTRY = [
  'brief',
  'audience',
  'recipient',
  'lang',
  'format',
  'file',
  'pages',
  'annex_pages',
  'limit',
  'fill',
  'fills',
  'left_out',
  'figures_left_out',
  'unshown',
  'omits',
]
const KEYS = [...ENTRY, 'type_scale', 'spacing_scale', 'quotes', 'sha256', 'inputs_sha256', 'cached', 'ms']

test('a brief of a title and a date prints for every audience', async () => {
  const space = workspace({ 'briefs/min.yaml': MIN })
  const { status, stderr } = await space.run('build')
  assert.equal([status, stderr], [0, ''])
  const pdfs = AUDIENCES.map(audience => `out/min/${audience}.pdf`)
  assert.equal(space.files('out'), ['out/manifest.json', ...pdfs])
  const { editions } = JSON.parse(space.read('out/manifest.json'))
  for (const edition of editions) {
    assert.equal(Object.keys(edition), KEYS)
    assert.equal(Object.keys(edition.quotes), ['verified', 'abridged', 'locked', 'unverified'])
  }
})

for (const command of ['build', 'check'])
  test(`${command} --json says the same with and without errors: one document on standard output`, async () => {
    for (const [yaml, ok] of [
      [MIN, true],
      [`${MIN}colour: red\n`, false],
    ] as const) {
      const { status, stdout, stderr } = await workspace({ 'briefs/min.yaml': yaml }).run(command, '--json')
      const { ok: said, diagnostics, editions } = JSON.parse(stdout)
      assert.equal([status, stderr, said, Array.isArray(editions)], [ok ? 0 : 1, '', ok, true])
      for (const finding of diagnostics) {
        assert.equal(Object.keys(finding), ['file', 'line', 'column', 'severity', 'code', 'message', 'hint'])
        assert.equal([finding.file, finding.line, finding.column], ['briefs/min.yaml', 3, 1])
      }
      assert.is(diagnostics.length, ok ? 0 : 1)
    }
  })

for (const [argv, status] of [
  [['build', '--frobnicate'], 2],
  [['build', '-a', 'nobody'], 2],
  [['build', '-a'], 2],
  [['build', '--paper', 'a5'], 2],
  [['frobnicate'], 2],
  [[], 2],
  [['new'], 2],
  [['new', '../b'], 2],
  [['audiences', '--eject', 'nobody'], 2],
  [['check', 'none.yaml'], 1],
  [['check', 'nowhere'], 1],
  [['build', 'nowhere'], 1],
] as const)
  test(`briefwright ${argv.join(' ')} ends with ${status}, says why, and writes nothing`, async () => {
    const space = workspace({ 'briefs/min.yaml': MIN })
    const outcome = await space.run(...argv)
    assert.is(outcome.status, status)
    assert.match(outcome.stderr, /error: /)
    assert.not.match(outcome.stderr, /internal error|\n {4}at /)
    assert.equal(space.files(), ['briefs/min.yaml'])
  })

test('nothing that is there is written over: a brief begun twice, a template ejected twice', async () => {
  const space = workspace()
  for (const argv of [
    ['new', 'dam'],
    ['audiences', '--eject', 'press'],
  ]) {
    assert.is((await space.run(...argv)).status, 0)
    const before = space.files().map(path => [path, space.read(path)])
    const { status, stderr } = await space.run(...argv)
    assert.is(status, 1)
    assert.match(stderr, 'file-exists')
    assert.equal(
      space.files().map(path => [path, space.read(path)]),
      before,
    )
  }
  assert.is((await space.run('build')).status, 0)
})

test('colours are forced and forbidden by the environment', async () => {
  const { root } = workspace()
  const coloured = async (env: Readonly<Record<string, string>>) =>
    (await run(['check'], root, env)).stderr.includes('\u001b[')
  assert.equal(await coloured({}), false)
  assert.equal(await coloured({ FORCE_COLOR: '1' }), true)
  assert.equal(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' }), false)
})

for (const [lang, label] of [
  ['fr', 'Informations au 20 janvier 2025'],
  ['de', 'Stand: 20. Januar 2025'],
  ['es', 'Información al 20 de enero de 2025'],
  ['fr-CA', 'Informations au 20 janvier 2025'],
])
  test(`a brief in ${lang} is printed in its language`, async () => {
    const space = workspace({ 'briefs/min.yaml': `${MIN}lang: ${lang}\n` })
    assert.equal((await space.run('build', '-a', 'press')).stderr, '')
    const { drawn, said } = readText(readFileSync(join(space.root, 'out/min/press.pdf')))
    assert.ok(drawn.includes(label ?? ''), drawn)
    assert.ok(said.split('\n').includes(lang ?? ''))
  })

test('a language without labels is a warning at its place', async () => {
  const { stdout } = await workspace({ 'briefs/min.yaml': `${MIN}lang: pt-BR\n` }).run('build', '--json')
  const [finding, ...others] = JSON.parse(stdout).diagnostics
  assert.equal(
    [finding.code, finding.severity, finding.file, finding.line, finding.column],
    ['unknown-locale', 'warning', 'briefs/min.yaml', 3, 7],
  )
  assert.equal(others, [])
})

test.run()
