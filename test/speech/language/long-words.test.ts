import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { tagSentences } from '../../../src/speech/index.js'

const tag = (text: string) => tagSentences(text, [{ start: 0, end: text.length }])

test('what has no spaces is read in parts, at its places', async () => {
  for (const unit of ['a', '-', 'x-', 'aGk/', '水', '👩'])
    for (const text of [`Before ${unit.repeat(60_000)} after it.`, unit.repeat(60_000)]) {
      const words = (await tag(text)).flatMap(sentence => sentence.words)
      assert.ok(words.every(({ text: word }) => word.length <= 800))
      for (const { text: word, start, end } of words) assert.is(text.slice(start, end), word)
      assert.is(
        words.reduce((sum, { text: word }) => sum + word.length, 0),
        text.replaceAll(' ', '').length,
      )
    }
})

test('an address of two hundred characters is one word, as it was', async () => {
  const address = `https://a.example/${'b'.repeat(180)}`
  const [sentence] = await tag(`See ${address} for more.`)
  assert.ok(sentence?.words.some(({ text }) => text === address))
})

test('a sentence without end is divided, and none of its words lost', async () => {
  const text = 'in 2025-03-10 '.repeat(60_000).trim()
  const sentences = await tag(text)
  assert.ok(sentences.every(({ words }) => words.length <= 1000))
  assert.is(sentences.map(({ start, end }) => text.slice(start, end)).join(' '), text)
})

test.run()
