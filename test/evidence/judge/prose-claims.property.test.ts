import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief } from '../../../src/brief/index.js'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { prove } from '../../../src/evidence/index.js'
import { textsOf } from '../helpers.js'

const SEED = 20_261_126
const TEXTS = textsOf({ s: '“The old mill will be sold in spring,” the miller said.' })

/** What no source has. */
const FALSE_WORDS = [
  'nobody',
  'never',
  "won't",
  'burn',
  'barley',
  'again',
  'the',
  'mills’',
  'sacks',
  '5',
  'Hill',
  'and',
]
const OWN_WORDS = [
  ...FALSE_WORDS,
  'said',
  'Brandt',
  'she',
  'to',
  'of',
  'dockers’',
  "don't",
  '6"',
  '5′',
  '10″',
  '[@s]',
  '—',
]
const PAIRS = [
  ...[
    '“”',
    '„“',
    '„”',
    '””',
    '""',
    '«»',
    '»«',
    '‹›',
    '›‹',
    '‚‘',
    '‘’',
    "''",
    '″″',
    '＂＂',
    '❝❞',
    '「」',
    '『』',
    '〝〟',
    '《》',
  ].map(pair => [...pair]),
  ['``', "''"],
  ['\\"', '\\"'],
  ['&quot;', '&quot;'],
  ['&ldquo;', '&rdquo;'],
  ['`“', '”`'],
  ['*“', '”*'],
]

const ownWords = fc
  .array(fc.constantFrom(...OWN_WORDS), { minLength: 1, maxLength: 6 })
  .map(words => words.join(' '))
const quotation = fc.record({
  marks: fc.constantFrom(...PAIRS),
  words: fc
    .array(fc.constantFrom(...FALSE_WORDS), { minLength: 5, maxLength: 9 })
    .map(words => `burnt ${words.join(' ')} wheat`),
  end: fc.constantFrom('', '.', ',', '!', '?', '…'),
})
const sentences = fc.array(
  fc.record({
    before: ownWords,
    quotation: fc.option(quotation),
    after: fc.constantFrom('.', ' [@s].', '. ', ', she said.', '\n\n'),
  }),
  { minLength: 1, maxLength: 6 },
)

interface Found {
  readonly proofs: readonly { readonly start: number; readonly end: number; readonly proved: boolean }[]
  readonly errors: readonly { readonly start: number; readonly end: number }[]
  readonly at: (start: number, end: number) => { readonly start: number; readonly end: number }
}

function examine(text: string): Found | undefined {
  const yaml = `title: T\nas_of: 2025-01-01\nbackground: ${JSON.stringify(text)}\nsources: [{id: s, title: S}]\n`
  const brief = loadBrief(new SourceFile('briefs/b.yaml', yaml), { audiences: [] }, () => {})
  if (!brief) return undefined
  const findings = new Findings()
  const { proofs } = prove(brief, TEXTS, undefined, findings.report)
  return {
    proofs: proofs.map(({ range, verdict }) => ({
      ...range,
      proved: verdict === 'verified' || verdict === 'abridged',
    })),
    errors: findings.all.filter(({ severity }) => severity === 'error').map(({ place }) => place.range),
    at: (start, end) => brief.placeWithin(['background'], start, end).range,
  }
}

test('every quotation of four words or more in any marks is a claim or an error', () => {
  fc.assert(
    fc.property(sentences, parts => {
      let text = ''
      const quoted: { start: number; end: number }[] = []
      for (const { before, quotation: quote, after } of parts) {
        text += `${text === '' || /\s$/.test(text) ? '' : ' '}${before} `
        if (quote) {
          const start = text.length
          const [open = '', close = ''] = quote.marks
          text += open + quote.words + quote.end + close
          quoted.push({ start, end: text.length })
        }
        text += after
      }
      const found = examine(text)
      assert.ok(found)
      for (const { start, end } of quoted) {
        const place = found.at(start, end)
        const isClaimed = found.proofs.some(proof => proof.start < end && start < proof.end && !proof.proved)
        const isRefused = found.errors.some(error => error.start < place.end && place.start < error.end)
        assert.ok(isClaimed || isRefused, `${text.slice(start, end)} in: ${text}`)
      }
    }),
    { seed: SEED, numRuns: 1500 },
  )
})

test('no prose is too odd to be read', () => {
  const odd = fc
    .array(
      fc.constantFrom(
        ...PAIRS.flat(),
        ...OWN_WORDS,
        ...[
          '’',
          '\n',
          '\n\n',
          ' ',
          '[',
          ']',
          '(',
          ')',
          '[^1]',
          '{{recipient.a}}',
          '> ',
          '\\',
          '*',
          '_',
          '<<',
          '>>',
          ',,',
          '说',
          '港口',
          '😀',
          '\u200d',
        ],
      ),
      { maxLength: 60 },
    )
    .map(pieces => pieces.join(''))
  fc.assert(
    fc.property(odd, text => {
      const found = examine(`a${text}`)
      for (const { start, end } of found?.proofs ?? [])
        assert.ok(start >= 0 && start <= end && end <= text.length + 1, text)
    }),
    { seed: SEED, numRuns: 1500 },
  )
})

test.run()
