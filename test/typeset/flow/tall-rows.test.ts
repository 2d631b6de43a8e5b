import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { layOut } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

/** Points: the body of a page of `styleOf`, four fifths of which a row or the last two may take together. */
const BODY = 841.89 - 64 - 68
const LEADING = 12.285

/** Points that a row has above and below its lines. */
const PADDING = 7.5

/** A row of a number of lines. */
const rowOf = (name: string, lines: number): string[] => [name, Array(lines).fill('harbour').join('\n')]
const inlines = (text: string) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      index === 0 ? [b.t(line)] : [{ kind: 'break', place: b.nowhere } as const, b.t(line)],
    )

/** The pages on which words are, after a number of lines of text. */
function pagesOf(above: number, rows: readonly string[][]): (name: string) => number[] {
  const cells = (text: string, header?: 'row') => ({
    ...{ header, span: 1, rows: 1, place: b.nowhere },
    children: [b.p(inlines(text))],
  })
  const body = rows.map(([name = '', text = '']) => ({
    cells: [cells(name, 'row'), cells(text)],
    place: b.nowhere,
  }))
  const table = { ...(b.table('grid', [1, 3], [], []) as Extract<Block, { kind: 'table' }>), body }
  const blocks = [...Array.from({ length: above }, () => b.p('A line.')), table]
  const report = () => assert.unreachable()
  const laidOut = layOut(b.document(blocks), styleOf(), { read: () => undefined }, report)
  return name =>
    (laidOut?.text ?? []).flatMap((page, index) => (page.some(line => line.text === name) ? [index + 1] : []))
}

const short = ['a', 'b', 'c', 'd', 'e'].map(name => [name, 'x'])

test('the last two rows go to the next page together up to four fifths of a page', () => {
  const most = Math.floor(((BODY * 0.8) / 2 - PADDING) / LEADING)
  const [fits, exceeds] = [most, most + 1].map(lines =>
    pagesOf(8, [...short, rowOf('one', lines), rowOf('two', lines)]),
  )
  assert.equal([fits?.('one'), fits?.('two')], [[2], [2]])
  assert.equal([exceeds?.('one'), exceeds?.('two')], [[1], [2]])
})

test('a row is broken by a page only beyond four fifths of a page', () => {
  const most = Math.floor((BODY * 0.8 - PADDING) / LEADING)
  const [fits, exceeds] = [most, most + 1].map(lines => pagesOf(8, [...short, rowOf('tall', lines)]))
  assert.equal(fits?.('harbour'), [2])
  assert.equal(exceeds?.('harbour'), [1, 2])
})

test.run()
