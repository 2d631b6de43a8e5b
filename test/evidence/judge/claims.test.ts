import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, type Proved, proveBrief } from '../helpers.js'

const A =
  '“The harbour is not for sale to anyone,” she said. It cost 5 inches of “paint, tar and old rope” to mend.'
const B = 'The order says: the harbour is for sale to anyone who pays at once.'

function proveProse(background: string, more = ''): Proved {
  const sources = 'sources: [{id: a, title: A}, {id: b, title: B}]\n'
  const yaml = `title: T\nas_of: 2025-01-01\nbackground: ${JSON.stringify(background)}\n${more}${sources}`
  return proveBrief(yaml, { a: A, b: B })
}

const verdicts = ({ evidence }: Proved) => evidence.proofs.map(({ verdict }) => verdict).join()

for (const [open, close] of ['“”', '""', '„“', '„”', '«»', '‘’'].map(marks => [...marks]))
  test(`a quotation in ${open}${close} is proved`, () => {
    const right = proveProse(`She said ${open}The harbour is not for sale${close} and left.`)
    assert.is(verdicts(right), 'verified')
    const { start, end } = right.evidence.proofs[0]?.range ?? { start: 0, end: 0 }
    assert.is(right.evidence.proofs[0]?.source, 'a')
    assert.equal([start, end], [10, 37])
    assert.is(
      verdicts(proveProse(`She said ${open}The harbour is never for sale${close} and left.`)),
      'altered',
    )
  })

test('marks of two kinds are paired, where a hand has mixed them', () => {
  for (const [open, close] of [
    ['“', '"'],
    ['"', '”'],
  ]) {
    const proved = proveProse(`She said ${open}The harbour is not for sale${close} and left.`)
    assert.equal([verdicts(proved), codesOf(proved.findings)], ['verified', []])
  }
})

test('a mark after a backslash is the author’s, and no Markdown', () => {
  const prove = (quoted: string, source: string) => {
    const yaml = `title: T\nas_of: 2025-01-01\nbackground: ${JSON.stringify(`See “${quoted}” there [@a].`)}\nsources: [{id: a, title: A}]\n`
    return verdicts(proveBrief(yaml, { a: `She wrote “${source}” and left.` }))
  }
  assert.is(prove(String.raw`the \*harbour\* is for sale`, 'the *harbour* is for sale'), 'verified')
  assert.is(prove('a for\\_sale\\_ sign is \\`up\\` now', 'a for_sale_ sign is `up` now'), 'verified')
  assert.is(prove('the *harbour* is for sale', 'the harbour is for sale'), 'verified')
  assert.is(prove(String.raw`the \*harbour\* is for sale`, 'the harbour is for sale'), 'altered')
})

test('the finding stands at the words', () => {
  const { findings, brief } = proveProse('She said “The harbour is never for sale” and left.')
  const { start, end } = findings[0]?.place.range ?? { start: 0, end: 0 }
  assert.is(brief.file.text.slice(start, end), 'The harbour is never for sale')
})

test('fewer than four words are words, not a quotation', () => {
  assert.is(verdicts(proveProse('The “entirely invented word” of the day')), '')
  assert.is(verdicts(proveProse('The “entirely invented new word” of the day')), 'missing')
})

test('the source cited next is the one that must have the words', () => {
  assert.is(verdicts(proveProse('“the harbour is for sale to anyone” [@b].')), 'verified')
  const wrong = proveProse('“the harbour is for sale to anyone” [@a, para. 1].')
  assert.is(verdicts(wrong), 'altered')
  assert.ok(wrong.findings[0]?.hints.some(hint => hint.startsWith('cite `b`')))
})

test('a citation of a later sentence is tried first, then all sources', () => {
  assert.is(verdicts(proveProse('“the harbour is for sale to anyone”. He left. More [@a].')), 'verified')
})

test('the cite of an item is tried first', () => {
  const both = 'key_facts: [{fact: "He said “is for sale to” it", cite: b}]\n'
  const { evidence } = proveProse('None.', both)
  assert.is(evidence.proofs[0]?.source, 'b')
})

test('Markdown within a quotation is no word of it', () => {
  assert.is(
    verdicts(proveProse('“The harbour is **not** for _sale_ [to anyone](https://x.org)”')),
    'verified',
  )
  assert.is(verdicts(proveProse('Type `"the harbour is not for sale"` and go.')), 'altered')
  assert.is(verdicts(proveProse('Type `"The harbour is not for sale"` and go.')), 'verified')
})

test('every wording is proved', () => {
  const yaml =
    'title: T\nas_of: 2025-01-01\nissue: {default: "“The harbour is not for sale”", press: "“The harbour is for sale”"}\nsources: [{id: a, title: A}]\n'
  assert.is(verdicts(proveBrief(yaml, { a: A })), 'verified,altered')
})

test('a quotation within a quotation is proved with it', () => {
  assert.is(
    verdicts(proveProse('She said “It cost 5 inches of ‘paint, tar and old rope’ to mend”.')),
    'verified',
  )
  assert.is(
    verdicts(proveProse("She said 'It cost 5 inches of “paint, tar and old rope” to mend'.")),
    'verified',
  )
})

test('a translation claims nothing', () => {
  const quotes =
    'quotes: [{text: The harbour is not for sale, source: a, translation: "“El puerto no se vende nunca”"}]\n'
  const proved = proveProse('None.', quotes)
  assert.equal(codesOf(proved.findings), [])
})

test('an unbalanced mark is found where it stands', () => {
  for (const [text, at] of [
    ['She said “the harbour is not for sale and left.', 9],
    ['She said the harbour” and left.', 20],
    ['She said "the harbour is not for sale and left.', 9],
    ['She said «the harbour and left.\n\nThen more.', 9],
  ] as const) {
    const { findings, brief } = proveProse(text)
    assert.equal(codesOf(findings), ['quote-unbalanced'])
    assert.equal(findings[0]?.place.range, brief.placeWithin(['background'], at, at + 1).range)
  }
})

test('apostrophes and inches are no quotation marks', () => {
  const text =
    'The ’90s saw rock ’n’ roll; the boats’ owners don’t mind a 6" pipe, nor the 12" one they’d use. ‘Tis so.'
  assert.equal(codesOf(proveProse(text).findings), [])
})

test('a quotation that runs on over paragraphs is proved a paragraph at a time', () => {
  const proved = proveProse('“The harbour is not for sale\n\n“paint, tar and old rope”')
  assert.is(verdicts(proved), 'verified,verified')
  assert.equal(codesOf(proved.findings), [])
})

test('a brief without sources proves nothing', () => {
  const yaml = 'title: T\nas_of: 2025-01-01\nissue: "“One two three four five”"\n'
  assert.is(verdicts(proveBrief(yaml, {})), 'unproved')
})

test.run()
