import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, proveQuotes, verdictOn } from '../helpers.js'

/** The reporter's interruption, with a negation in it, in the marks of several languages. */
for (const [marks, text] of [
  ['curly', '“We stay here,” said the mayor, who had not slept. “We pay.”'],
  ['straight', '"We stay here," said the mayor, who had not slept. "We pay."'],
  ['German', '„We stay here“, said the mayor, who had not slept. „We pay.“'],
  ['reversed guillemets', '»We stay here«, said the mayor, who had not slept. »We pay.«'],
  ['French', '« We stay here », said the mayor, who had not slept. « We pay. »'],
  ['British', '‘We stay here,’ said the mayor, who had not slept. ‘We pay.’'],
  ['a new paragraph', '“We stay here,” said the mayor, who had not slept.\n\n“We pay.”'],
  [
    'a nested quotation before',
    '“‘No,’ they say. We stay here,” said the mayor, who had not slept. “We pay.”',
  ],
] as const)
  test(`an interruption is the reporter's: ${marks}`, () => {
    const { evidence, findings } = proveQuotes(['We stay here … We pay'], `Intro.\n\n${text}`)
    assert.is(evidence.ofQuote(0)?.verdict, 'verified', codesOf(findings).join())
  })

for (const [name, text] of [
  ['a mark that is never closed', '“We stay here, said the mayor, who had not slept. “We pay.”'],
  ['no marks at all', 'We stay here, said the mayor, who had not slept. We pay.'],
  ['one quotation with another in it', '“We stay here, he ‘did not’ say, not we. We pay.”'],
] as const)
  test(`where the speech is in doubt, all words are the speaker's: ${name}`, () => {
    assert.equal(codesOf(proveQuotes(['We stay here … We pay'], text).findings), ['quote-abridged'])
  })

test('a long report between two statements is no interruption', () => {
  const report =
    'said the mayor on the first of the two days of the meeting of the council of the port in the old town hall'
  assert.is(verdictOn('We stay here … We pay', `“We stay here,” ${report}. “We pay.”`), 'abridged')
  assert.is(verdictOn('We stay here … We pay', '“We stay here,” said Mr. Reed. “We pay.”'), 'verified')
  assert.is(verdictOn('We stay here … We pay', '“We stay here,” he said. Rain fell. “We pay.”'), 'abridged')
})

test('a nested quotation that is never closed ends with its paragraph', () => {
  const text = '“We stay “here, for now.\n\n“We go on,” said the mayor, who had not slept. “We pay.”'
  assert.is(verdictOn('We go on … We pay', text), 'verified')
})

test.run()
