import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { verdictOn } from '../helpers.js'

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ')

test('an ellipsis stands for at most 200 words', () => {
  const judged = (count: number) =>
    verdictOn('We stay here … We pay now', `We stay here ${words(count)} We pay now`)
  assert.is(judged(200), 'abridged')
  assert.is(judged(201), 'altered')
})

test('an insertion stands for at most eight words', () => {
  const judged = (count: number) =>
    verdictOn('We stay here [as told] and pay now', `We stay here ${words(count)} and pay now`)
  assert.is(judged(8), 'abridged')
  assert.is(judged(9), 'altered')
})

test('an ellipsis reaches at most two paragraphs further', () => {
  const judged = (breaks: string) =>
    verdictOn('We stay here … We pay now', `We stay here.${breaks}We pay now.`)
  assert.is(judged('\n\nIt rained.\n\n'), 'abridged')
  assert.is(judged('\n\nIt rained.\n\nIt snowed.\n\n'), 'altered')
})

test.run()
