import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { layOut, type TextLine } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

/** Points of a page's body in A4 with the margins of `styleOf`. */
const BODY = 841.89 - 64 - 68

interface Cell {
  readonly name: string
  readonly lines: number
}

/** Lines `name0`, `name1` … in a cell each of whose paragraphs is one line. */
const paragraphs = ({ name, lines }: Cell) =>
  Array.from({ length: lines }, (_, line) => b.p(`${name}${line}`))
const tableOf = (...rows: Cell[]): Block => ({
  ...(b.table('grid', [1], [], []) as Extract<Block, { kind: 'table' }>),
  body: rows.map(row => ({
    cells: [{ header: undefined, span: 1, rows: 1, children: paragraphs(row), place: b.nowhere }],
    place: b.nowhere,
  })),
})

interface FoundLine extends TextLine {
  readonly page: number
}

/** Where each line of text is. */
function laidOut(...blocks: Block[]): (text: string) => FoundLine {
  const document = layOut(b.document(blocks), styleOf(), { read: () => undefined }, assert.unreachable)
  const lines = (document?.text ?? []).flatMap((all, page) => all.map(line => ({ ...line, page })))
  return text => {
    const line = lines.find(found => found.text === text)
    if (!line) throw new Error(`\`${text}\` is on no page`)
    return line
  }
}

/** Points of rows of one line and of two, with the rule under each. */
const [ONE_LINE = 0, TWO_LINES = 0] = [1, 2].map(lines => {
  const at = laidOut(tableOf({ name: 'a', lines: 1 }, { name: 'b', lines }, { name: 'c', lines: 1 }))
  return at('c0').y - at('b0').y
})
/** The most lines that `count` rows may have each, to be no higher together than a share of the body. */
const mostLines = (share: number, count = 1) =>
  1 + Math.floor(((BODY * share) / count - ONE_LINE) / (TWO_LINES - ONE_LINE))

test('the last two rows of a table go on together, unless they take more than four fifths of a page', () => {
  const together = mostLines(0.8, 2)
  const pagesOf = (lines: number) => {
    const rows = [...'abcdefghijklmn'].map(name => ({ name, lines: 1 }))
    const at = laidOut(tableOf(...rows, { name: 'x', lines }, { name: 'y', lines }))
    return [at('n0').page, at('x0').page, at('y0').page]
  }
  assert.equal(pagesOf(together), [0, 1, 1])
  assert.equal(pagesOf(together + 1), [0, 0, 1])
})

test('a row is not broken, unless it takes more than four fifths of a page', () => {
  const whole = mostLines(0.8)
  const pagesOf = (lines: number) => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(name => ({ name, lines: 1 }))
    const at = laidOut(
      tableOf(...rows, { name: 'x', lines }, ...rows.map(({ name }) => ({ name: `z${name}`, lines: 1 }))),
    )
    return [at('x0').page, at(`x${lines - 1}`).page]
  }
  assert.equal(pagesOf(whole), [1, 1])
  assert.equal(pagesOf(whole + 1), [0, 1])
})

test('a table lower than a fifth of a page is not broken', () => {
  const most = Math.floor((BODY * 0.2) / ONE_LINE)
  const pagesOf = (count: number) => {
    const filler = Array.from({ length: 33 }, () => b.p('filler'))
    const rows = Array.from({ length: count }, (_, index) => ({ name: `r${index}x`, lines: 1 }))
    const at = laidOut(...filler, tableOf(...rows))
    return [at('r0x0').page, at(`r${count - 1}x0`).page]
  }
  assert.equal(pagesOf(most), [1, 1])
  assert.equal(pagesOf(most + 1), [0, 1])
})

test.run()
