import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseInlineMarkdown, ReadMarkdown } from '../../../src/markup/prose/inline-markdown.js'

test('a text without marks is one token, with whatever else it has', () => {
  for (const text of [
    'The pier is closed.',
    '5 > 3 & 2 ] #1 ~x~ `y` 2^2',
    ' blanks \t around ',
    '“Ça va?” 😀',
  ])
    assert.equal(parseInlineMarkdown(text), [{ kind: 'text', text }])
  assert.equal(parseInlineMarkdown(''), [])
})

test('what begins a mark, or is normalized, is read as Markdown', () => {
  const kindsOf = (text: string) => parseInlineMarkdown(text).map(({ kind }) => kind)
  assert.equal(kindsOf('a\nb'), ['text', 'text', 'text'])
  assert.equal(kindsOf('*a*'), ['open', 'text', 'close'])
  assert.equal(kindsOf('_a_'), ['open', 'text', 'close'])
  assert.equal(kindsOf('[a](b)'), ['link-open', 'text', 'link-close'])
  assert.equal(kindsOf('see www.example.org'), ['text', 'link-open', 'text', 'link-close'])
  assert.equal(kindsOf('a [@report]'), ['text', 'citations'])
  assert.equal(parseInlineMarkdown('a\\*b'), parseInlineMarkdown('a\\*b\r').slice(0, 1))
  assert.equal(parseInlineMarkdown('a\0'), [{ kind: 'text', text: 'a\ufffd' }])
})

test('a text is read once, until too much is kept', () => {
  const markdown = new ReadMarkdown()
  const tokens = markdown.tokensOf('The *pier* is closed.')
  assert.equal(tokens, parseInlineMarkdown('The *pier* is closed.'))
  assert.is(markdown.tokensOf('The *pier* is closed.'), tokens)
  markdown.tokensOf('x'.repeat(1_000_000))
  assert.is.not(markdown.tokensOf('The *pier* is closed.'), tokens)
  assert.equal(markdown.tokensOf('The *pier* is closed.'), tokens)
})

test.run()
