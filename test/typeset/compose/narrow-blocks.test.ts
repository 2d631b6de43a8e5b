import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { aside, columns, document, list, nowhere, p, section } from '../build-document.js'
import { print } from '../workspace.js'

/** Lists in lists, with a word in the innermost. */
function nested(depth: number, word = 'now'): Block {
  const inner = depth === 1 ? [p(word)] : [p('a'), nested(depth - 1, word)]
  return { kind: 'list', ordered: false, style: undefined, items: [inner], place: nowhere }
}
const foundIn = async (...blocks: Block[]) => (await print(document(blocks))).found

test('a list that is nested too deep for its words is a finding, once', async () => {
  assert.equal(await foundIn(nested(12)), [])
  assert.equal(await foundIn(nested(26)), [])
  assert.equal(await foundIn(nested(30)), ['column-too-narrow'])
  assert.equal(await foundIn(nested(60)), ['column-too-narrow'])
})

test('boxes and columns in one another are, too', async () => {
  const boxed = (depth: number): Block => aside('note', depth === 0 ? p('now') : boxed(depth - 1))
  assert.equal(await foundIn(boxed(5)), [])
  assert.ok((await foundIn(boxed(60))).includes('column-too-narrow'))
  assert.ok(
    (await foundIn(columns([], ...Array.from({ length: 40 }, () => [p('now')])))).includes(
      'column-too-narrow',
    ),
  )
})

test('a word that nesting leaves no room is a finding; one that is wider than a whole page is broken', async () => {
  assert.equal(await foundIn(nested(22, 'Donaudampfschiffsgesellschaft')), ['column-too-narrow'])
  assert.equal(await foundIn(nested(22, 'incomprehensibilities')), [])
  assert.equal(await foundIn(section([p('W'.repeat(2000))]), list(['W'.repeat(2000)])), [])
})

test.run()
