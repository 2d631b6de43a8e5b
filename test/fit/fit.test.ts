import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { banner } from '../support/markings.js'
import { fitted, listOf, NARROW, packaged, prepare, words } from './support.js'

const facts = (count: number, priority: string, length = 12) =>
  listOf(
    'key_facts',
    'fact',
    Array.from({ length: count }, (_, index) => `${priority}: f${index} ${words(length)}`),
  )
const codes = (outcome: ReturnType<typeof fitted>) => outcome.findings.all.map(finding => finding.code)
const note = (outcome: ReturnType<typeof fitted>) =>
  outcome.fitted?.variant.document.running.notes.join(' · ')
const last = (outcome: ReturnType<typeof fitted>) => outcome.fitted?.laidOut.text.at(-1)?.slice(-3, -1)

/** The number of facts, `must` but for the last, with which a page is as full as it can be in its tightest setting. */
function fullPage(): number {
  let count = 30
  while (fitted(prepare(facts(count + 1, 'must', 3))).fitted) count++
  return count
}

test('a page that is full enough is set once, as its audience and theme have it', () => {
  const { fitted: result, trials } = fitted(prepare(facts(12, 'should')))
  assert.equal([trials.length, result?.scale], [1, { typeSize: 1, spacing: 1 }])
})

test('a page that is not full is loosened until it is four fifths full, or the theme allows no more', () => {
  const open = fitted(prepare(facts(10, 'should'))).fitted
  assert.ok((open?.scale.spacing ?? 0) > 1 && (open?.laidOut.fill ?? 0) >= 0.8, String(open?.laidOut.fill))
  const empty = fitted(prepare(facts(1, 'should'))).fitted
  assert.is(empty?.setting.spacing, 1.35)
})

test('spacing is tightened before type, type made smaller before anything is left out', () => {
  const seen: string[] = []
  for (let count = 24; count < 40; count++) {
    const { fitted: result } = fitted(prepare(facts(count, 'could', 3)))
    if (!result) break
    const { scale, leftOut } = result
    if (leftOut.length > 0) seen.push('items')
    else if (scale.typeSize < 1) seen.push('type')
    else if (scale.spacing < 1) seen.push('spacing')
  }
  const order = ['spacing', 'type', 'items']
  assert.equal([...new Set(seen)], order)
  assert.equal(
    seen,
    [...seen].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  )
})

test('a last page of a few lines is removed, and not where only smaller type would do it', () => {
  const ends: (string | undefined)[] = []
  for (let count = 25; count < 31; count++) {
    const { fitted: result } = fitted(prepare(facts(count, 'should', 3), NARROW, { limit: 3 }))
    assert.is(result?.scale.typeSize, 1)
    ends.push(`${result?.laidOut.pages}${(result?.scale.spacing ?? 1) < 1 ? ' tight' : ''}`)
  }
  assert.ok(ends.includes('1 tight') && ends.includes('2'), ends.join(', '))
})

test('says on the page under which headings the full brief has more, in the language of the brief', () => {
  const gaps = listOf('gaps', 'gap', ['could: none', `could: ${words(160)}`])
  const french = fitted(prepare(`lang: fr\n${facts(12, 'must')}${gaps}`))
  assert.match(french.text, /Version abrégée\. .*plus\u00a0: Ce que l.on ignore\u00a0\(1\)\./)
  assert.equal(french.fitted?.leftOut, ['gaps[1]'])
})

test('says nothing about items that this audience may not see', () => {
  const secret = '  - {fact: secret, classification: "TLP:RED", priority: could}\n'
  const { text, fitted: result } = fitted(prepare(`${facts(12, 'must')}${secret}`))
  assert.ok(result)
  assert.not.match(text, /secret|Shortened/)
  assert.equal(result?.leftOut, [])
})

test('where what must be shown leaves no room to say so, the running line does', () => {
  const full = fullPage()
  const outcome = fitted(prepare(`${facts(full, 'must', 3)}  - {fact: one more, priority: could}\n`))
  assert.equal(outcome.fitted?.leftOut, [`key_facts[${full}]`], codes(outcome).join())
  assert.match(outcome.text, /left out: 1/)
  assert.match(String(note(outcome)), /^As of 1 March 2025 · Shortened to fit \(left out: 1\)$/)
  assert.equal(last(outcome)?.length, 2)
})

test('reports what was left out by list and priority, at the first item of each', () => {
  const gaps = listOf('gaps', 'gap', [`could: ${words(9)}`, `could: ${words(9)}`, `should: ${words(9)}`])
  const outcome = fitted(prepare(`${facts(16, 'must')}${gaps}`))
  assert.equal(codes(outcome), ['could-left-out', 'should-left-out'])
  const [could, should] = outcome.findings.all
  assert.is(could?.message, '`note` leaves out 2 of 3 `gaps` to keep to 1 page: `gaps[0]`, `gaps[1]`')
  const placed = (finding = could) =>
    finding?.place.file.text.slice(finding.place.range.start, finding.place.range.end)
  assert.match(String(placed(could)), /^\{gap: water.*could\}$/)
  assert.match(String(placed(should)), /^\{gap: water.*should\}$/)
})

test('an edition that must show too much fails, naming what is heaviest and by how much it is too long', () => {
  const gaps = listOf('gaps', 'gap', ['must: one line', 'could: two'])
  const outcome = fitted(prepare(`${facts(20, 'must')}${gaps}`))
  assert.equal(codes(outcome), ['over-page-limit'])
  const [finding] = outcome.findings.all
  assert.match(
    String(finding?.message),
    /^edition `note` of `affair` has [23] pages with nothing but what must be shown, its limit is 1: it is \d+ lines too long$/,
  )
  assert.match(
    String(finding?.hints[0]),
    /^shorten what takes most lines: `Key facts` \(\d\d\), `What is not known` \(2\)$/,
  )
})

test('where nothing could be left out, the finding says that the setting is the tightest', () => {
  const [finding] = fitted(prepare(facts(20, 'must'))).findings.all
  assert.match(String(finding?.message), / in its tightest setting, its limit is 1/)
})

test('a brief of a thousand items costs no more than twelve layouts', () => {
  for (const priorities of [['could'], ['must', 'could']]) {
    const items = priorities.flatMap(priority =>
      Array.from({ length: 1100 / priorities.length }, (_, index) => `${priority}: f${index}`),
    )
    const counts = fitted(prepare(listOf('key_facts', 'fact', items)))
    assert.ok(counts.trials.length <= 12)
    assert.equal(codes(counts), [priorities.length === 1 ? 'could-left-out' : 'over-page-limit'])
  }
})

test('an actor who is only named in a quotation is not left out', () => {
  const actors = Array.from(
    { length: 4 },
    (_, index) => `  - {id: a${index}, name: Actor ${index}, priority: could}\n`,
  ).join('')
  const quotes = Array.from(
    { length: 30 },
    (_, index) => `  - {text: ${words(25)} ${index}, speaker: a${index % 4}, source: s}\n`,
  ).join('')
  const yaml = `actors:\n${actors}quotes:\n${quotes}sources: [{id: s, title: S}]\n`
  const { fitted: result } = fitted(prepare(yaml, packaged('press'), { limit: 1 }))
  assert.ok((result?.leftOut.length ?? 0) > 0)
  assert.equal(
    result?.leftOut.filter(path => path.startsWith('actors')),
    [],
  )
})

test('what is left out takes its source and its marking with it', () => {
  const lines = Array.from(
    { length: 40 },
    (_, index) => `  - {fact: f${index} ${words(40)}, priority: must}\n`,
  )
  const marked = `  - {fact: marked ${words(12)}, classification: "TLP:AMBER", cite: s, priority: could}\n`
  const sources = 'sources: [{id: s, title: The survey}]\n'
  const most = (count: number) => `key_facts:\n${lines.slice(0, count).join('')}${marked}${sources}`
  const short = fitted(prepare(most(1), packaged('one-page'))).fitted?.variant.document
  assert.equal([short?.banners, short?.sources.length], [banner('TLP:AMBER'), 1])
  let count = 2
  let full = fitted(prepare(most(count), packaged('one-page'))).fitted
  while (full?.leftOut.length === 0) full = fitted(prepare(most(++count), packaged('one-page'))).fitted
  assert.equal([full?.variant.document.banners, full?.variant.document.sources], [[], []])
})

test('every layout that was tried is told, also of an edition that does not keep its limit', () => {
  const { fitted: result, trials } = fitted(prepare(facts(60, 'could', 3)))
  const [first, second] = trials
  assert.equal([first?.typeSize, first?.spacing, first?.leftOut, first?.fits], [10, 1, [], false])
  assert.equal([second?.typeSize, second?.spacing, second?.leftOut], [8, 0.7, []])
  assert.ok(first?.pages && first.pages > 1 && trials.every(({ pages, fits }) => fits === (pages === 1)))
  const chosen = trials.find(
    ({ typeSize, spacing, leftOut }) =>
      typeSize === result?.setting.typeSize &&
      spacing === result.setting.spacing &&
      leftOut.join() === result.leftOut.join(),
  )
  assert.ok(chosen?.fits && chosen.leftOut.length > 0)
  assert.equal(JSON.parse(JSON.stringify(trials)), trials)
  const failed = fitted(prepare(facts(20, 'must')))
  assert.is(failed.fitted, undefined)
  assert.equal(
    failed.trials.map(({ fits }) => fits),
    [false, false],
  )
})

test('errors of setting an edition are reported as they are', () => {
  const outcome = fitted(prepare(`${facts(1, 'must')}  - {fact: "no glyph \\U000130B8", priority: could}\n`))
  assert.is(outcome.fitted, undefined)
  assert.equal(codes(outcome), ['missing-glyph'])
  assert.equal(
    outcome.trials.map(({ pages, fits }) => [pages, fits]),
    [[undefined, false]],
  )
})

test.run()
