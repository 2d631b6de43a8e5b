import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { formatLock, type Lock, lockEvidence, parseLock } from '../../src/evidence/index.js'
import { codesOf, type Proved, proveBrief, proveQuotes, quotesYaml } from './helpers.js'

const TEXT =
  '“We’ll keep the old harbour – and its boats,” she said. “Who will pay for it? Nobody knows yet.”\n'
const QUOTES = ["We'll keep the old harbour", 'the old harbour … Nobody knows yet.']

function lockFor(proved: Proved, previous?: Lock, date = '2025-03-01'): Lock {
  return lockEvidence(proved.brief, proved.evidence, proved.texts, previous, date)
}
const lockOfQuotes = (quotes: readonly string[], text = TEXT) => lockFor(proveQuotes(quotes, text))

function parse(text: string) {
  const findings = new Findings()
  const lock = parseLock(new SourceFile('briefs/test.lock.yaml', text), findings.report)
  return { lock, findings: findings.all }
}

test('a quotation with letters in brackets is locked, whoever put them there', () => {
  for (const text of ['“[W]e will keep it all,” she said.', '“And we will keep it all,” she said.']) {
    const quotes = ['[W]e will keep it all']
    const { evidence } = proveQuotes(quotes, undefined, lockOfQuotes(quotes, text))
    assert.is(evidence.ofQuote(0)?.verdict, 'locked', text)
  }
})

test('a lock is written and read back, and holds no words of the source', () => {
  const lock = lockOfQuotes(QUOTES)
  const text = formatLock(lock)
  const back = parse(text)
  assert.equal(back.findings, [])
  assert.equal(back.lock, lock)
  assert.is(formatLock(lock), text)
  assert.not.match(text, /harbour|Nobody/)
  assert.equal(
    lock.quotes.map(({ field, status, paragraph, source }) => ({ field, status, paragraph, source })),
    [
      { field: 'quotes[0]', status: 'verified', paragraph: 1, source: 'article' },
      { field: 'quotes[1]', status: 'abridged', paragraph: 1, source: 'article' },
    ],
  )
  assert.is(lock.sources.get('article')?.length, TEXT.length)
})

test('with the text absent, unchanged words are locked', () => {
  const { evidence, findings } = proveQuotes(QUOTES, undefined, lockOfQuotes(QUOTES))
  assert.equal(findings, [])
  assert.equal(
    evidence.proofs.map(({ verdict, abridged, paragraph, source }) => [verdict, abridged, paragraph, source]),
    [
      ['locked', false, 1, 'article'],
      ['locked', true, 1, 'article'],
    ],
  )
})

test('what the normalisation makes equal stays locked', () => {
  const lock = lockOfQuotes(['the old harbour—and its boats'])
  for (const quote of [
    'the old harbour -- and its boats.',
    '“the old har\u00adbour – and its boats,”',
    '[T]he old harbour—and its boats',
  ])
    assert.is(proveQuotes([quote], undefined, lock).evidence.ofQuote(0)?.verdict, 'locked', quote)
})

test('a word in brackets settles on the case that the source has', () => {
  const lock = lockOfQuotes(['[T]he old harbour'])
  const verdict = (quote: string) => proveQuotes([quote], undefined, lock).evidence.ofQuote(0)?.verdict
  assert.is(verdict('the old harbour'), 'locked')
  assert.is(verdict('The old harbour'), 'altered')
})

test('changed words without the text are an error', () => {
  const { evidence, findings } = proveQuotes(["We'll sell the old harbour"], undefined, lockOfQuotes(QUOTES))
  assert.is(evidence.ofQuote(0)?.verdict, 'altered')
  assert.equal(codesOf(findings), ['quote-changed'])
  assert.match(findings[0]?.message ?? '', /2025-03-01/)
})

test('a locked exclamation does not become a statement', () => {
  const lock = lockOfQuotes(['Keep all of it here'], '“Keep all of it here!” she said.')
  const verdict = (quote: string) => proveQuotes([quote], undefined, lock).evidence.ofQuote(0)?.verdict
  assert.is(verdict('Keep all of it here,'), 'locked')
  assert.is(verdict('Keep all of it here.'), 'altered')
  assert.equal(parse(formatLock(lock)).lock, lock)
})

test('a hash of another source proves nothing', () => {
  const yaml = quotesYaml(QUOTES).replaceAll('article', 'other')
  const { findings } = proveBrief(yaml, {}, lockOfQuotes(QUOTES))
  assert.equal(codesOf(findings), ['lock-source-changed', 'lock-source-changed'])
  assert.match(findings[0]?.message ?? '', /2025-03-01 against `article`.*given to `other`/)
})

test('quotations in prose are locked too', () => {
  const yaml =
    'title: T\nas_of: 2025-01-01\nkey_facts: ["She said “keep the old harbour” again"]\nsources: [{id: a, title: A}]\n'
  const lock = lockFor(proveBrief(yaml, { a: TEXT }))
  assert.is(lock.quotes[0]?.field, 'key_facts[0].fact')
  assert.is(proveBrief(yaml, {}, lock).evidence.proofs[0]?.verdict, 'locked')
})

test('a text that changed and quotations that the lock lacks are reported', () => {
  const lock = lockOfQuotes(QUOTES.slice(0, 1))
  const changed = proveQuotes(QUOTES.slice(0, 1), `${TEXT}More.`, lock)
  assert.equal(codesOf(changed.findings), ['source-changed'])
  const outdated = proveQuotes(QUOTES, TEXT, lock)
  assert.equal(codesOf(outdated.findings), ['quote-abridged', 'lock-outdated'])
})

test('the date stays as long as the text does', () => {
  const proved = proveQuotes(QUOTES, TEXT)
  const first = lockFor(proved)
  assert.equal(lockFor(proved, first, '2025-09-09'), first)
  const changed = lockFor(proveQuotes(QUOTES, `${TEXT}More.`), first, '2025-09-09')
  assert.is(changed.sources.get('article')?.date, '2025-09-09')
})

test('an update keeps what was proved of absent texts, and drops what the brief has no longer', () => {
  const first = lockOfQuotes(QUOTES)
  assert.equal(lockFor(proveQuotes(QUOTES, undefined, first), first, '2025-09-09'), first)
  const fewer = lockFor(proveQuotes(QUOTES.slice(0, 1), undefined, first), first)
  assert.equal(
    fewer.quotes.map(({ field }) => field),
    ['quotes[0]'],
  )
  const other = quotesYaml(QUOTES).replaceAll('article', 'other')
  const dropped = lockFor(proveBrief(other, {}, first), first)
  assert.equal([dropped.sources.size, dropped.quotes.length], [0, 0])
  assert.equal(parse(formatLock(dropped)).lock, dropped)
})

test('a quotation changed by mistake can still go back to what was proved', () => {
  const first = lockOfQuotes(QUOTES)
  const mistaken = proveQuotes(['We’ll sell it', QUOTES[1] ?? ''], undefined, first)
  assert.equal(lockFor(mistaken, first), first)
})

const GOOD = formatLock(lockOfQuotes(QUOTES))
for (const [name, text, line] of [
  ['no YAML', 'sources: [', 1],
  ['a list', '- a\n', 1],
  ['nothing', '', 1],
  ['a wrong hash', GOOD.replace(/sha256: ..../, 'sha256: zzzz'), 9],
  [
    'a wrong status',
    GOOD.replace('status: abridged', 'status: fine'),
    GOOD.split('\n').findIndex(l => l.includes('abridged')) + 1,
  ],
  ['an unknown key', GOOD.replace('length:', 'size: 1\n    length:'), 10],
  ['another normalisation', GOOD.replace('words-1', 'words-0'), 6],
  ['a later version', GOOD.replace('version: 2', 'version: 3'), 5],
  ['a version that is none', GOOD.replace('version: 2', 'version: two'), 5],
  ['aliases', 'normalisation: &a briefwright-words-1\nsources: {}\nquotes: [*a]\n', 1],
] as const)
  test(`a lock file with ${name} is a finding`, () => {
    const { lock, findings } = parse(text)
    assert.is(lock, undefined)
    assert.equal(codesOf(findings), ['lock-invalid'])
    const place = findings[0]?.place
    assert.is(place?.file.position(place.range.start).line, line)
  })

test.run()
