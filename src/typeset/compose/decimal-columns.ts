import { present } from '../../diagnostics/index.js'
import { unbrokenLines } from '../lines/break-lines.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { LayoutNode, TableCellNode, TableRowNode } from '../nodes/layout-nodes.js'
import type { ParagraphNode } from '../nodes/paragraph.js'
import type { Word } from '../nodes/word.js'

/** Points that a figure takes before its decimal sign, and from there on. */
export interface FigureSpan {
  readonly before: number
  readonly after: number
}

/** Of each column that is aligned on the decimal sign, the most that its figures take on either side of it. */
export function widestFigures(
  rows: readonly TableRowNode[],
  session: TypesetSession,
): ReadonlyMap<number, FigureSpan> {
  const widest = new Map<number, FigureSpan>()
  for (const cell of rows.flat()) {
    const span = spanOfCell(cell, session)
    if (!span || cell.columnSpan > 1) continue
    const { before, after } = widest.get(cell.column) ?? { before: 0, after: 0 }
    widest.set(cell.column, { before: Math.max(before, span.before), after: Math.max(after, span.after) })
  }
  return widest
}

/**
 * Moves the figures of columns so that their decimal signs stand on one line, which is as far from the edge at which a line
 * ends as the longest fraction asks for. Pages from right to left are mirrored later, figures are not.
 */
export function alignDecimals(
  rows: readonly TableRowNode[],
  widths: readonly number[],
  widest: ReadonlyMap<number, FigureSpan>,
  { session, isMirrored }: { readonly session: TypesetSession; readonly isMirrored: boolean },
): TableRowNode[] {
  if (widest.size === 0) return [...rows]
  const aligned = (cell: TableCellNode): TableCellNode => {
    const most = widest.get(cell.column)
    const span = spanOfCell(cell, session)
    const paragraph = onlyParagraph(cell.node)
    if (!most || !span || !paragraph || cell.columnSpan > 1) return cell
    const width = present(widths[cell.column], 'width of a column')
    const end = isMirrored ? most.before + span.after : most.after + span.before
    const margin = [width - end, 0, -SLACK, 0] as const
    return { ...cell, node: { kind: 'stack', stack: [{ ...paragraph, margin }] } }
  }
  return rows.map(row => row.map(aligned))
}

/** Points to the right of a figure, so that rounding does not make it too wide for its cell. */
const SLACK = 0.01

function spanOfCell({ node, decimalAt }: TableCellNode, session: TypesetSession): FigureSpan | undefined {
  const paragraph = decimalAt === undefined ? undefined : onlyParagraph(node)
  if (decimalAt === undefined || !paragraph) return undefined
  const [line, ...others] = unbrokenLines(session.wordsOf(paragraph))
  if (!line || others.length > 0) return undefined
  let start = 0
  let before = line.width
  for (const [index, word] of line.words.entries()) {
    const end = start + word.text.length
    if (decimalAt < end) {
      before = present(line.positions[index], 'position of a word') + widthOfStart(word, decimalAt - start)
      break
    }
    start = end
  }
  return { before, after: line.width - before }
}

/** Points that the first characters of a word take, which runs from left to right as figures do. */
function widthOfStart({ shaped, size, letterSpacing }: Word, characters: number): number {
  let width = 0
  let read = 0
  for (const { advance, text } of shaped.glyphs) {
    if (read >= characters) break
    width += (advance / 1000) * size + (advance === 0 ? 0 : letterSpacing)
    read += text.length
  }
  return width
}

function onlyParagraph(node: LayoutNode): ParagraphNode | undefined {
  if (node.kind === 'paragraph') return node
  return node.kind === 'stack' && node.stack.length === 1
    ? onlyParagraph(present(node.stack[0], 'child'))
    : undefined
}
