import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { layOut } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

const lines = (name: string, count: number): Block[] =>
  Array.from({ length: count }, (_, index) => b.p(`${name}${index}`))

/** Points from the top of the first page to the end of its ground, and to the last baseline of the lines so named. */
function groundAndText(name: string, ...all: readonly (readonly Block[])[]) {
  const document = b.document([b.section([b.columns([1, 1], ...all)], 'box')])
  const data = layOut(document, styleOf(), { read: () => undefined }, assert.unreachable)?.asData()
  const [page, next] = data?.pages ?? []
  if (!page || !next) throw new Error('the box is to reach two pages')
  const grounds = page.vectors.filter(({ block }) => block === '0')
  const texts = page.lines.filter(({ text }) => text.startsWith(name))
  return {
    ground: Math.max(...grounds.map(({ y, height }) => y + height)),
    text: Math.max(...texts.map(({ y }) => y)),
  }
}

test('the ground of a box reaches over the longest of its columns, also where a shorter one goes on to the next page', () => {
  /** What has no room below the short column goes on to the next page as a whole. */
  const whole = b.aside('note', ...lines('whole', 30))
  for (const all of [
    [lines('long', 34), [...lines('short', 15), whole]],
    [[...lines('short', 15), whole], lines('long', 34)],
  ]) {
    const { ground, text } = groundAndText('long', ...all)
    assert.ok(ground >= text, `the ground ends at ${ground}, the text at ${text}`)
  }
})

test('a rule that separates entries or rows is not drawn below the rule of a running head', () => {
  const entries = Array.from({ length: 70 }, (_, index) => [`term ${index}`, 'words'] as const)
  const rows = Array.from({ length: 120 }, (_, index) => [`row ${index}`, 'words'])
  const tall = [['tall', 'words '.repeat(1500)]]
  const table = (body: readonly (readonly string[])[]) => b.table('grid', [1, 3], [], body)
  const headed = b.table('grid', [1, 3], ['A', 'B'], rows)
  for (const block of [b.dl('facts', entries), table(rows), table(tall), headed]) {
    const data = layOut(
      b.document([block]),
      styleOf(),
      { read: () => undefined },
      assert.unreachable,
    )?.asData()
    const [first, ...others] = data?.pages ?? []
    assert.ok(first && others.length > 0)
    for (const { vectors, lines, margins } of others) {
      const top = Math.min(...lines.filter(({ block }) => block !== null).map(({ y, size }) => y - size))
      const rules = vectors.filter(({ y, height }) => height < 1 && y > margins.top - 15 && y < top + 5)
      assert.is(rules.length, 1, `${block.kind}: ${rules.map(({ y }) => y).join()}`)
    }
  }
})

test('a box that is broken over pages has its padding at the end of one and at the top of the next', () => {
  for (const count of [30, 31, 32, 33, 34, 35]) {
    const document = b.document([b.p('Before'), b.section(lines('line', count + 30), 'box')])
    const data = layOut(document, styleOf(), { read: () => undefined }, assert.unreachable)?.asData()
    const pages = data?.pages ?? []
    assert.ok(pages.length > 1)
    const room = pages.map(({ vectors, lines: all, height, margins }) => {
      const ground = vectors.find(({ block, kind }) => block === '1' && kind === 'rect')
      const own = all.filter(({ text }) => text.startsWith('line')).map(({ y }) => y)
      const [top, bottom] = [ground?.y ?? 0, (ground?.y ?? 0) + (ground?.height ?? 0)]
      assert.ok(bottom <= height - margins.bottom + 0.01)
      return [Math.min(...own) - top, bottom - Math.max(...own)]
    })
    const [above = 0, below = 0] = room[0] ?? []
    for (const [top = 0, bottom = 0] of room) {
      assert.ok(
        Math.abs(top - above) < 0.1,
        `${top} over the first line of a page, ${above} over the first of all`,
      )
      assert.ok(bottom > 8 && Math.abs(bottom - below) < 16, `${bottom} below the last line`)
    }
  }
})

test.run()
