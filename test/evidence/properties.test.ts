import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lockEvidence } from '../../src/evidence/index.js'
import { proveQuotes } from './helpers.js'

const SETTINGS = { seed: 20250120, numRuns: 150 }

/** Few words, so that phrases repeat and nearly repeat; some are awkward to normalise. */
const word = fc.constantFrom(
  ...'the of we now will a in harbour boats boat’s U.S. café naïve eﬃcient Łódź Ελλάδα мир 25 3.5% $5 long-standing Who I'.split(
    ' ',
  ),
)
const joint = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '; ', ' — ', '\n', '.\n\n', ' “', '” ')

interface Case {
  readonly words: readonly string[]
  readonly joints: readonly string[]
  readonly from: number
  readonly to: number
}

/** A source and the run of its words that is quoted. */
const cases = fc.array(fc.tuple(word, joint), { minLength: 12, maxLength: 160 }).chain(pairs =>
  fc.tuple(fc.constant(pairs), fc.nat(pairs.length - 6), fc.integer({ min: 3, max: 30 })).map(
    ([all, from, length]): Case => ({
      words: all.map(([first]) => first),
      joints: all.map(([, second]) => second),
      from,
      to: Math.min(all.length, from + length),
    }),
  ),
)

function sourceOf({ words, joints }: Case): string {
  return words.map((first, at) => first + joints[at]).join('')
}

function quoteOf({ words, joints, from, to }: Case, change?: (words: string[]) => void): string {
  const quoted = words.map((first, at) => first + (at === to - 1 ? '' : joints[at])).slice(from, to)
  change?.(quoted)
  return quoted.join('')
}

function judge(quote: string, source: string) {
  const { evidence, texts } = proveQuotes([quote], source)
  const proof = evidence.ofQuote(0)
  if (!proof) throw new Error('no proof')
  const file = texts.get('article')?.file
  return { ...proof, found: file?.text.slice(proof.passage?.start, proof.passage?.end) ?? '' }
}

test('the words of a source are verified, and the passage says the same', () => {
  fc.assert(
    fc.property(cases, chosen => {
      const source = sourceOf(chosen)
      const proof = judge(quoteOf(chosen), source)
      assert.is(proof.verdict, 'verified')
      if (!/”|“/.test(proof.found)) assert.is(judge(proof.found, source).hash, proof.hash)
    }),
    SETTINGS,
  )
})

const isProved = (quote: string, source: string) =>
  ['verified', 'abridged', 'locked'].includes(judge(quote, source).verdict)

/** Each makes other words of a quotation's; a word that stands nowhere in a source keeps it from being another quotation. */
const CHANGES: Readonly<Record<string, (words: string[], at: number) => void>> = {
  changed: (words, at) => words.splice(at, 1, words[at]?.replace(/^[^\s,;—“”]+/, 'otherwise') ?? ''),
  added: (words, at) => words.splice(at, 0, 'otherwise '),
  capitalised: (words, at) => words.splice(at, 1, words[at]?.replace(/^[^\s,;—“”]+/, all => `${all}X`) ?? ''),
}

for (const [name, change] of Object.entries(CHANGES))
  test(`a word that is ${name} is found`, () => {
    fc.assert(
      fc.property(cases, fc.nat(29), (chosen, nth) => {
        const quote = quoteOf(chosen, words => change(words, nth % words.length))
        assert.not(isProved(quote, sourceOf(chosen)), quote)
      }),
      SETTINGS,
    )
  })

/** Words that are all different, so that no change by accident quotes another passage. */
const distinct = fc
  .integer({ min: 12, max: 80 })
  .chain(length =>
    fc.tuple(fc.constant(length), fc.nat(length - 8), fc.integer({ min: 5, max: 8 }), fc.nat(100)),
  )
  .map(([length, from, count, nth]) => {
    const words = Array.from({ length }, (_, at) => `word${String.fromCodePoint(0x3b1 + (at % 20))}${at}`)
    return { source: words.join(' '), quoted: words.slice(from, from + count), nth }
  })

test('a word that is dropped is found', () => {
  fc.assert(
    fc.property(distinct, ({ source, quoted, nth }) => {
      const at = 1 + (nth % (quoted.length - 2))
      assert.is(judge(quoted.toSpliced(at, 1).join(' '), source).verdict, 'altered')
    }),
    SETTINGS,
  )
})

test('words that are swapped are found', () => {
  fc.assert(
    fc.property(distinct, ({ source, quoted, nth }) => {
      const at = nth % (quoted.length - 1)
      const swapped = quoted.toSpliced(at, 2, quoted[at + 1] ?? '', quoted[at] ?? '')
      assert.is(judge(swapped.join(' '), source).verdict, 'altered')
    }),
    SETTINGS,
  )
})

test('a changed word is found without the text too', () => {
  fc.assert(
    fc.property(cases, fc.nat(29), (chosen, nth) => {
      const right = proveQuotes([quoteOf(chosen)], sourceOf(chosen))
      const lock = lockEvidence(right.brief, right.evidence, right.texts, undefined, '2025-01-01')
      const verdict = (quote: string) => proveQuotes([quote], undefined, lock).evidence.ofQuote(0)?.verdict
      assert.is(verdict(quoteOf(chosen)), 'locked')
      for (const change of Object.values(CHANGES)) {
        const changed = quoteOf(chosen, words => change(words, nth % words.length))
        assert.is(verdict(changed), 'altered', changed)
      }
    }),
    { ...SETTINGS, numRuns: 200 },
  )
})

/** What the normalisation declares, done to every place that it applies to. */
const REWRITES: Readonly<Record<string, (text: string) => string>> = {
  decomposed: text => text.normalize('NFD'),
  composed: text => text.normalize('NFC'),
  'without ligatures': text => text.replaceAll('ﬃ', 'ffi'),
  'with straight marks': text => text.replace(/[“”]/g, '"').replaceAll('’', "'"),
  'with guillemets': text => text.replaceAll('“', '« ').replaceAll('”', ' »'),
  'with dashes of hyphens': text => text.replaceAll(' — ', '--'),
  'with a spaced hyphen': text => text.replaceAll('—', '-'),
  'with a spaced en dash': text => text.replaceAll(' — ', '–'),
  'on one line': text => text.replace(/(?<!-)\s+/g, ' '),
  'with wide spaces': text => text.replaceAll(' ', '\u00a0\u2009'),
  'with soft hyphens': text => text.replaceAll('ou', 'o\u00adu').replaceAll('ar', 'a\u00ad\nr'),
  'with joiners': text => text.replaceAll('o', 'o\u200b').replaceAll('е', 'е\u2060'),
  'broken at a hyphen': text => text.replaceAll('long-standing', 'long-\nstanding'),
  'broken in a word': text => text.replaceAll('harbour', 'har-\nbour'),
  'ended otherwise': text => `${text.replace(/[,.;]$/, '')},`,
}

test('what the normalisation declares changes neither verdict nor hash', () => {
  const rewrites = fc.constantFrom(...Object.entries(REWRITES))
  fc.assert(
    fc.property(cases, rewrites, rewrites, (chosen, [one, first], [other, second]) => {
      const source = sourceOf(chosen)
      const quote = quoteOf(chosen)
      const before = judge(quote, source)
      const said = `${one}, ${other}: ${quote}`
      const rewritten = judge(second(first(quote)), source)
      assert.is(rewritten.verdict, 'verified', said)
      assert.is(rewritten.hash, before.hash, said)
      const elsewhere = judge(quote, first(`${source} end`))
      assert.is(elsewhere.verdict, 'verified', said)
    }),
    { ...SETTINGS, numRuns: 300 },
  )
})

test('no text and no quotation make the proof fail', () => {
  const mess = fc.array(fc.constantFrom(...'ab.…[]()“”"‘’\'-—?! \n\u00ad\u0301*_«»„'.split('')), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(mess, mess, (quote, source) => {
      const text = `x${quote.join('')}`
      const { evidence } = proveQuotes([text], source.join(''))
      const proof = evidence.ofQuote(0)
      assert.ok(proof)
      if (proof?.passage) assert.ok(proof.passage.start < proof.passage.end)
    }),
    { ...SETTINGS, numRuns: 500 },
  )
})

test.run()
