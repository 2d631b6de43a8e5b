import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { toUnicodeMap } from '../../../src/typeset/embed/to-unicode.js'

const blocksFor = (count: number) => {
  const codes = Array.from({ length: count }, (_, cid) => ({
    cid,
    bytes: '',
    glyph: 1,
    width: 500,
    text: 'a',
  }))
  const map = Buffer.from(toUnicodeMap(codes)).toString('latin1')
  return [...map.matchAll(/(\d+) beginbfchar/g)].map(([, length]) => Number(length))
}

test('a block has no more than 100 mappings', () => {
  assert.equal([1, 100, 101].map(blocksFor), [[1], [100], [100, 1]])
})

test.run()
