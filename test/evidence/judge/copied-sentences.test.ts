import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, proveBrief } from '../helpers.js'

const A = 'The old pier was closed on Friday after a storm broke the wall. “Nobody asked us,” she said.'
const B =
  'First paragraph of another report about ships.\n\nThe U.S. Coast Guard will keep the harbour closed to all ships until the spring. A storm broke it.'

const yaml = (fields: string) =>
  `title: T\nas_of: 2025-01-01\n${fields}\nsources: [{id: a, title: A}, {id: b, title: B}]\n`
const prove = (fields: string) => proveBrief(yaml(fields), { a: A, b: B })

const COPIED = 'The old pier was closed on Friday after a storm broke the wall.'

for (const field of ['issue', 'bottom_line', 'background'])
  test(`a sentence of a source that \`${field}\` has word for word is found`, () => {
    const { findings, brief } = prove(`${field}: We looked. ${COPIED} So did they [@a]. See [@b].`)
    assert.equal(codesOf(findings), ['copied-from-source'])
    const [{ message = '', place } = {}] = findings
    assert.is(message, `\`${field}\` has a sentence of \`a\` word for word (para. 1)`)
    assert.is(brief.file.text.slice(place?.range.start, place?.range.end), COPIED)
  })

test('citations, Markdown and the form of marks do not hide it', () => {
  const { findings } = prove(
    'background: "The old *pier* was closed on Friday after a storm broke the wall [@a, para. 1].\\n\\nThe U.S. Coast Guard will keep the harbour closed to all ships until the spring [@b]."',
  )
  assert.equal(
    findings.map(({ message }) => message),
    [
      '`background` has a sentence of `a` word for word (para. 1)',
      '`background` has a sentence of `b` word for word (para. 2)',
    ],
  )
})

test('every wording is looked at', () => {
  const { findings } = prove(`issue:\n  default: Our own words [@a; @b].\n  public: ${COPIED}`)
  assert.equal(codesOf(findings), ['copied-from-source'])
})

test('what is quoted, short, or said in other words is no copy', () => {
  for (const own of [
    `“${COPIED}”`,
    'A storm broke it.',
    'The old pier was closed on Friday, since a storm broke the wall.',
    'The pier is closed; as one said, “The old pier was closed on Friday after a storm broke the wall.”',
  ]) {
    const { findings } = prove(`issue: ${JSON.stringify(`${own} [@a; @b]`)}`)
    assert.equal(codesOf(findings), [], own)
  }
})

test('facts may have the words of their source', () => {
  const { findings } = prove(`key_facts: [{fact: ${COPIED}, cite: a}, {fact: Two, cite: b}]`)
  assert.equal(codesOf(findings), [])
})

test('a copied sentence has eight words or more', () => {
  const codes = (sentence: string) => codesOf(prove(`issue: ${sentence} [@a; @b]`).findings)
  assert.equal(codes('The old pier was closed on Friday after.'), ['copied-from-source'])
  assert.equal(codes('The old pier was closed on Friday.'), [])
})

test.run()
