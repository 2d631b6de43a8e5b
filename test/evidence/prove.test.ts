import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, proveBrief, proveQuotes, quotesYaml } from './helpers.js'

const ARTICLE = `A harbour for all

“The harbour cannot be sold to anyone,” the mayor warned.

The council met twice. “We paid for every stone of it,” said Tom Reed, a fisherman.

Long after, a visitor asked for nothing in particular.

Far from the port, others spoke.

“Nobody here has ever owned the sea,” one said.
`

test('a verified quotation knows its paragraph and its characters', () => {
  const { evidence, texts } = proveQuotes(['We paid for every stone of it'], ARTICLE)
  const proof = evidence.ofQuote(0)
  assert.is(proof?.verdict, 'verified')
  assert.is(proof?.paragraph, 3)
  assert.is(proof?.source, 'article')
  assert.is(
    texts.get('article')?.file.text.slice(proof?.passage?.start, proof?.passage?.end),
    'We paid for every stone of it',
  )
  assert.equal(proof?.range, { start: 0, end: 29 })
  assert.is(evidence.ofQuote(1), undefined)
})

test('in a text without empty lines, each line is a paragraph', () => {
  const text = 'A heading\nThe first of them all.\r\nThe second of them all.\nThe third'
  assert.is(proveQuotes(['The second of them all'], text).evidence.ofQuote(0)?.paragraph, 3)
  assert.is(
    proveQuotes(['The second of them all'], `${text}\n\nThe fourth`).evidence.ofQuote(0)?.paragraph,
    1,
  )
})

test('one changed word: the place of the quotation, the nearest passage, the word marked', () => {
  const { evidence, findings, brief } = proveQuotes(['The harbour can be sold to anyone'], ARTICLE)
  assert.is(evidence.ofQuote(0)?.verdict, 'altered')
  const [finding] = findings
  assert.is(finding?.code, 'quote-altered')
  const start = brief.file.text.indexOf('"The harbour can')
  assert.equal(finding?.place.range.start, start)
  assert.equal(brief.file.position(start), { line: 4, column: 11 })
  assert.match(finding?.message ?? '', /`article`, para\. 2: has `can` in place of `cannot`/)
  assert.match(finding?.hints[0] ?? '', /The harbour \[-cannot-\]\{\+can\+\} be sold to anyone/)
})

test('dropped and added words are named', () => {
  const summary = (quote: string) => proveQuotes([quote], ARTICLE).findings[0]?.message.split(': ')[1]
  assert.is(summary('We paid for stone of it'), 'leaves out `every`')
  assert.is(summary('We paid for every last stone of it'), 'adds `last`')
  assert.is(summary('the harbour cannot be sold'), 'has `the` in place of `The`')
})

test('words unlike any passage are missing', () => {
  const { evidence, findings } = proveQuotes(['Taxes fell again during a rainy spring'], ARTICLE)
  assert.is(evidence.ofQuote(0)?.verdict, 'missing')
  assert.equal(codesOf(findings), ['quote-missing'])
})

test('a quotation from another source than the one named is found there', () => {
  const yaml = `${quotesYaml(['We paid for every stone of it'])}  - {id: report, title: Report}\n`
  const { evidence, findings } = proveBrief(yaml, { article: 'Nothing of that kind.', report: ARTICLE })
  assert.is(evidence.ofQuote(0)?.verdict, 'missing')
  assert.ok(findings[0]?.hints.includes('cite `report`: the words stand there, para. 3'))
})

test('without a text or a lock nothing is proved', () => {
  const { evidence, findings } = proveQuotes(['We paid for every stone of it'], undefined)
  assert.is(evidence.ofQuote(0)?.verdict, 'unproved')
  assert.equal(codesOf(findings), ['quote-unproved'])
})

test.run()
