import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { draftBrief } from '../../src/draft/index.js'
import { prepareSourceText, prove } from '../../src/evidence/index.js'
import { readArticle } from '../../src/speech/index.js'

const WORDS = [
  'the',
  'harbour',
  'will',
  'not',
  'open',
  'before',
  'summer',
  'we',
  'have',
  'never',
  'said',
  'that',
  'it',
  'was',
  'Friday',
  'Solheim',
  'Varga',
  'mayor',
  '10,000',
  '25%',
  'if',
  'could',
  'dockers’',
  "don't",
  '[sic]',
  '[W]e',
  '...',
  '…',
  '—',
  '--',
  'U.S.',
  '*very*',
  '_it_',
  '{{recipient.name}}',
  '@article',
  '<b>',
  '#1',
  'and',
  'or',
  'Ms.',
  '‘no’',
  '(D-N.M.)',
  '\\',
  '`x`',
  'no:',
  '\u0007',
  'a\u0085b',
  '\u200b',
  '\ufffe',
  'yes;',
]
const SEED = 20_261_123

const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map(words => words.join(' '))
const marks = fc.constantFrom(
  ['“', '”'],
  ['"', '"'],
  ['“', ''],
  ['"', ''],
  ['', '”'],
  ['“', '"'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ["'", "'"],
)
const tag = fc.constantFrom(
  ' Solheim said',
  ' said Varga',
  ', the mayor said',
  ', she added',
  ' he told reporters on Monday',
  '',
  ', according to Ingrid Solheim',
)
const end = fc.constantFrom('.', ',', '?', '!', '', '…', '.”')

const quoted = fc
  .tuple(marks, phrase, end, tag, end)
  .map(([[open, close], words, stop, said, last]) => `${open}${words}${stop}${close}${said}${last}`)
const interrupted = fc
  .tuple(marks, phrase, phrase)
  .map(([[open, close], first, second]) => `${open}${first},${close} Solheim said, ${open}${second}.${close}`)
const reported = fc
  .tuple(phrase, marks, phrase)
  .map(
    ([words, [open, close], more]) =>
      `Mayor Ingrid Solheim warned ${words}, “${words}” and ${open}${more}${close}.`,
  )
const paragraph = fc
  .array(
    fc.oneof(
      quoted,
      interrupted,
      reported,
      phrase.map(words => `${words}.`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.join(' '))
const articles = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('\n', '\n\n', '\r\n\r\n', '\n \n'),
  )
  .map(([paragraphs, gap]) => paragraphs.join(gap))
  // Single marks within single marks can be paired in more than one way.
  .map(text => (/(?:^|\s)'/.test(text) ? text.replaceAll('‘no’', 'no') : text))

/** Words as a reader compares them, without marks. */
const wordsOf = (text: string) =>
  (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  ).join(' ')

test('no drafted quotation is ever absent from its article, and every draft is a brief', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(articles, async text => {
      const findings = new Findings()
      const article = await readArticle(Buffer.from(text), 'article.txt', findings.report)
      if (!article) return
      const { yaml, json } = await draftBrief(article, { today: '2026-01-01', textPath: 'article.txt' })
      const brief = loadBrief(
        new SourceFile('draft.yaml', yaml),
        { audiences: ['one-page', 'analyst'] },
        findings.report,
      )
      assert.ok(brief, `${findings.all[0]?.message}\n${yaml}`)
      const source = prepareSourceText(article.file)
      const evidence = prove(brief, new Map([['article', source]]), undefined, () => {})
      assert.equal(
        evidence.proofs.filter(({ verdict }) => verdict !== 'verified' && verdict !== 'abridged'),
        [],
        yaml,
      )
      count += brief.data.quotes?.length ?? 0
      const drafted = json.brief.quotes as
        | readonly { at: readonly { start: number; end: number }[] }[]
        | undefined
      for (const [index, { text: words }] of (brief.data.quotes ?? []).entries()) {
        assert.is(evidence.ofQuote(index)?.verdict, 'verified', words)
        const parts =
          drafted?.[index]?.at.map(({ start, end: to }) => wordsOf(article.file.text.slice(start, to))) ?? []
        assert.is(wordsOf(words), parts.join(' ').trim().replace(/\s+/g, ' '))
      }
    }),
    { seed: SEED, numRuns: 150 },
  )
  assert.ok(count > 300, `only ${count} quotations`)
})

test.run()
