import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import * as b from '../build-document.js'
import { seenLines } from '../seen-lines.js'

const SIZES = Array.from({ length: 21 }, (_, index) => 8 + index / 2)
const TEXT = 'The Board computed twelve cases and says what follows from each of them for the design. '

const linesOf = (block: Block, typeSize: number) =>
  seenLines(b.document([block]), { typeSize })
    .flat()
    .slice(0, 6)
const raisedIn = (lines: ReturnType<typeof linesOf>) =>
  lines.flatMap(({ placed }) => placed.line.words.filter(({ baselineShift }) => baselineShift > 0))

for (const size of SIZES)
  test(`marks are readable at ${size} points, and leave every baseline where it is`, () => {
    const marks = [b.ref(1, 'a', true, '1 ¶4'), b.note('a', 'Note')]
    const marked = linesOf(b.p(marks.flatMap(mark => [b.t(TEXT.trim()), mark, b.t(' ')])), size)
    const words = raisedIn(marked)
    assert.ok(words.length >= 2)
    for (const word of words) {
      assert.ok(word.size >= 7, `${word.text}: ${word.size}`)
      assert.ok(word.size <= size)
    }
    const plain = linesOf(b.p(TEXT.repeat(2)), size)
    assert.is(marked[0]?.baseline, plain[0]?.baseline)
    assert.is(marked[1]?.baseline, plain[1]?.baseline)
    const heads = words.map(word => word.baselineShift + 0.66 * word.size)
    for (const head of heads) assert.ok(head <= 0.78 * size, `${head} points above the line`)
  })

test('sources are set in 7 points at least', () => {
  const lines = linesOf(b.sources(['a', 'Minutes of the council']), 8)
  const sizes = lines.flatMap(({ text, placed }) =>
    /Minutes|1\./.test(text) ? placed.line.words.map(({ size }) => size) : [],
  )
  assert.ok(sizes.length > 1)
  assert.ok(sizes.every(size => size >= 7))
})

test.run()
