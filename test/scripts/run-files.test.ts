import { pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { FileResult } from '../../scripts/testing/messages.js'
import { Report } from '../../scripts/testing/report.js'
import { runFiles } from '../../scripts/testing/run-files.js'
import { workspace } from '../support/workspace.js'

const HEAD = `import { test } from '${import.meta.resolve('../../scripts/testing/uvu.js')}'\n`

/** Runs files of these texts in one process, and gives the result of each and what would be shown of them. */
async function run(
  texts: Readonly<Record<string, string>>,
  { limit = 60_000, bail = false, names = undefined as readonly string[] | undefined } = {},
) {
  const files = Object.entries(texts).map(([name, text]): [string, string] => [`${name}.mjs`, HEAD + text])
  const { root } = workspace(Object.fromEntries(files))
  const requests = files.map(([file]) => ({ file, module: pathToFileURL(`${root}/${file}`).href, names }))
  let shown = ''
  const report = new Report(text => {
    shown += text
  }, false)
  const results: FileResult[] = []
  await runFiles(requests, { jobs: 1, limit, bail }, result => {
    results.push(result)
    report.add(result)
  })
  return { results, isGood: report.finish(0), shown }
}

const totals = (total: number, passed: number, skipped = 0) =>
  new RegExp(`^ {2}Total: {5}${total}\n {2}Passed: {4}${passed}\n {2}Skipped: {3}${skipped}$`, 'm')

test('tests that pass take a line a file', async () => {
  const { isGood, shown } = await run({
    a: "test('one', () => {})\ntest('two', async () => {})\ntest.run()",
    b: "test('three', () => {})\ntest.run()",
  })
  assert.ok(isGood)
  assert.match(shown, /^• a\.mjs {2}2 tests, [\d.]+ s\n• b\.mjs {2}1 test, [\d.]+ s\n\n/)
  assert.match(shown, totals(3, 3))
})

test('a test that fails is shown with its name, its file, its place and what differs', async () => {
  const { isGood, shown } = await run({
    a: `import * as assert from '${import.meta.resolve('uvu/assert')}'
test('adds', () => assert.is(1 + 1, 3))
test('goes on', () => {})
test.run()`,
  })
  assert.not.ok(isGood)
  assert.match(shown, '✘ a.mjs')
  assert.match(shown, 'FAIL "adds"')
  assert.match(shown, /\+\+3.*\n.*--2|--2.*\n.*\n.*\+\+3/)
  assert.match(shown, /at .*a\.mjs:3:\d+/)
  assert.not.match(shown, 'uvu/assert')
  assert.match(shown, totals(2, 1))
})

test('of a long difference only what is around it is shown', async () => {
  const text = (word: string) => JSON.stringify(`${'alike\n'.repeat(50)}${word}\n${'alike\n'.repeat(50)}`)
  const { shown } = await run({
    a: `import * as assert from '${import.meta.resolve('uvu/assert')}'
test('compares', () => assert.is(${text('this')}, ${text('that')}))
test.run()`,
  })
  assert.match(shown, '--this')
  assert.match(shown, '++that')
  assert.ok(shown.split('\n').length < 40)
})

for (const [how, body] of [
  ['an endless loop', '() => { for (;;); }'],
  ['a promise that nobody keeps', '() => new Promise(() => setInterval(() => {}, 1000))'],
])
  test(`a test that hangs in ${how} ends by name, and the files after it run`, async () => {
    const { results, isGood, shown } = await run(
      {
        a: `test('first', () => {})\ntest('hangs', ${body})\ntest('last', () => {})\ntest.run()`,
        b: "test('after it', () => {})\ntest.run()",
      },
      { limit: 500 },
    )
    assert.not.ok(isGood)
    assert.match(shown, /FAIL "hangs"\n {4}had not ended after \d+ s/)
    assert.match(shown, 'FAIL "last" did not run')
    assert.equal(
      results[1]?.tests.map(one => one.test),
      ['after it'],
    )
    assert.match(shown, totals(4, 2))
  })

test('a file that cannot be loaded, or ends the process, fails by name', async () => {
  const { isGood, shown } = await run({
    throws: "throw new Error('while it is loaded')",
    exits: "test('exits', () => process.exit(0))\ntest('last', () => {})\ntest.run()",
    dies: 'process.exit(3)',
    rejects:
      "test('rejects', async () => { void Promise.reject(new Error('late')); await new Promise(r => setTimeout(r, 1000)) })\ntest.run()",
    passes: "test('passes', () => {})\ntest.run()",
  })
  assert.not.ok(isGood)
  assert.match(shown, /FAIL throws\.mjs\n {4}Error: while it is loaded/)
  assert.match(shown, /FAIL "exits"\n {4}ended the process with status 0/)
  assert.match(shown, 'FAIL "last" did not run')
  assert.match(shown, /FAIL dies\.mjs\n {4}outside of its tests: ended the process with status 3/)
  assert.match(shown, /\| Error: late/)
  assert.match(shown, 'FAIL "rejects"')
  assert.match(shown, '• passes.mjs')
  assert.match(shown, totals(6, 1))
})

test('no test is left out in silence', async () => {
  const { isGood, shown } = await run({
    forgotten: "test('waits for run', () => {})",
    none: '',
    marked: "test.skip('marked', () => {})\ntest.run()",
    alone: "test('one', () => {})\ntest.only('two', () => {})\ntest.run()",
    reason:
      "test('asks', () => { throw Object.assign(new Error('no qpdf'), { name: 'Skipped' }) })\ntest.run()",
  })
  assert.not.ok(isGood)
  assert.match(shown, /FAIL forgotten\.mjs\n {4}`test\.run\(\)` is missing: 1 of its tests never run/)
  assert.match(shown, /FAIL none\.mjs\n {4}the file has no tests/)
  assert.match(shown, /FAIL marked\.mjs\n {4}"marked" is marked `skip`/)
  assert.match(shown, 'skipped: 1 test is not marked `only`')
  assert.match(shown, 'skipped: no qpdf ("asks")')
})

test('hooks run around tests, and one that fails is a failure', async () => {
  const { shown } = await run({
    order: `const calls = []
test.before(() => calls.push('before'))
test.before.each(() => calls.push('each'))
test.after.each(() => calls.push('each after'))
test.after(() => console.log(calls.join(', ')))
test('one', () => calls.push('one'))
test('two', () => calls.push('two'))
test.run()`,
    fails: "test.before(() => { throw new Error('no set-up') })\ntest('never', () => {})\ntest.run()",
  })
  assert.match(shown, '| before, each, one, each after, each, two, each after')
  assert.match(shown, /FAIL fails\.mjs\n {4}Error: no set-up/)
  assert.match(shown, 'FAIL "never" did not run')
  assert.match(shown, totals(4, 2))
})

test('what keeps a process from ending is a failure', async () => {
  const { isGood, shown } = await run(
    { open: "test('opens', () => void setInterval(() => {}, 1000))\ntest.run()" },
    { limit: 500 },
  )
  assert.not.ok(isGood)
  assert.match(shown, /the process that ran these was killed after \d+ s: open\.mjs/)
})

test('tests are chosen by name, and a run that chooses none has failed', async () => {
  const texts = { a: "test('The bridge', () => {})\ntest('the dam', () => {})\ntest.run()" }
  const bridge = await run(texts, { names: ['bridge'] })
  assert.equal(
    bridge.results[0]?.tests.map(one => one.test),
    ['The bridge'],
  )
  assert.ok(bridge.isGood)
  const none = await run(texts, { names: ['^port'] })
  assert.not.ok(none.isGood)
  assert.match(none.shown, 'no test matches')
})

test('with `bail` nothing runs after the first failure', async () => {
  const failing = "test('fails', () => { throw new Error('no') })\ntest.run()"
  const { results } = await run({ a: failing, b: failing }, { bail: true })
  assert.equal(
    results.map(({ file }) => file),
    ['a.mjs'],
  )
})

test.run()
