import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  isDirectSpeech,
  isLongEnough,
  MAX_WORK_TITLE_WORDS,
  MIN_QUOTATION_WORDS,
  quotationSpans,
} from '../../../src/speech/quotations/quotation-spans.js'

const isSpeech = (text: string) => {
  const [span] = quotationSpans(text, [{ start: 0, end: text.length }])
  if (!span) throw new Error('no quotation')
  return isDirectSpeech(text, span)
}
const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ')

test('a few words are no quotation, unless they are a sentence', () => {
  assert.ok(isSpeech(`the “${words(MIN_QUOTATION_WORDS, 'so')}” plan`))
  assert.not(isSpeech(`the “${words(MIN_QUOTATION_WORDS - 1, 'so')}” plan`))
  assert.ok(isSpeech('“No,” she said'))
})

test('the words of all fragments count', () => {
  const text = 'one two three four'
  const fragments = (end: number) => [
    { start: 0, end: 3 },
    { start: 4, end },
  ]
  assert.ok(isLongEnough(text, fragments(text.length)))
  assert.not(isLongEnough(text, fragments('one two three'.length)))
})

test('capitalised words after a preposition are the title of a work, if they are few', () => {
  assert.not(isSpeech(`They spoke on “${words(MAX_WORK_TITLE_WORDS, 'Nation')}” today`))
  assert.ok(isSpeech(`They spoke on “${words(MAX_WORK_TITLE_WORDS + 1, 'Nation')}” today`))
})

test.run()
