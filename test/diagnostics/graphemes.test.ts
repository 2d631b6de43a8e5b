import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { graphemesOf } from '../../src/diagnostics/index.js'

const segmenter = new Intl.Segmenter()
const split = (found: Iterable<{ segment: string; index: number }>) =>
  [...found].map(({ segment, index }) => [index, segment])

test('splits what no other character joins as the standard does', () => {
  const codes = [...Array(0x2060).keys()].filter(code => code < 0x300 || code >= 0x2000)
  const pairs = codes.flatMap(code =>
    ['a', '\u00AD', '©', '’'].map(other => String.fromCharCode(code) + other),
  )
  const wrong = pairs.filter(
    text => JSON.stringify(split(graphemesOf(text))) !== JSON.stringify(split(segmenter.segment(text))),
  )
  assert.equal(wrong, [])
})

test('keeps marks with their letters, and the parts of an emoji together', () => {
  assert.equal(split(graphemesOf('e\u0301a')), [
    [0, 'e\u0301'],
    [2, 'a'],
  ])
  assert.is([...graphemesOf('👩‍🚒🇵🇱')].length, 2)
  assert.equal(split(graphemesOf('\r\n')), [[0, '\r\n']])
})

test.run()
