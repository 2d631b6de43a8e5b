import { type Block, gridOf, type Table, textOfInlines } from '../../markup/index.js'
import { distributeWidth, fittedWidths, type TableSettings, type TextStyle } from '../../typeset/index.js'
import { type FigureParts, figureParts } from './decimal-tabs.js'
import { widestWord, widthOfText } from './measure-text.js'
import type { WordContext } from './word-context.js'

/** The widths of a table's columns with the padding of their cells, and how wide the figures of its columns are; all in points. */
export interface WordTableWidths {
  readonly widths: readonly number[]
  readonly figures: ReadonlyMap<number, FigureParts>
  /** Points that the widest words lack. */
  readonly lack: number
}

/** Columns as wide as what they hold asks for, or in the proportion of their shares, but none narrower than its widest word. */
export function widthsOfTable(
  block: Pick<Table, 'head' | 'body' | 'widths' | 'isFitted'>,
  settings: TableSettings,
  context: WordContext,
): WordTableWidths {
  const { sheet } = context
  const padding = 2 * sheet.ems(settings.padding_x)
  const cells = cellsByColumn(block, context)
  const count = Math.max(1, block.widths.length, ...cells.map(({ column }) => column + 1))
  const figures = new Map<number, FigureParts>()
  for (const { column, parts } of cells) {
    if (!parts) continue
    const { before, after } = figures.get(column) ?? { before: 0, after: 0 }
    figures.set(column, { before: Math.max(before, parts.before), after: Math.max(after, parts.after) })
  }
  const needs = Array.from({ length: count }, (_, column) => {
    const own = cells.filter(cell => cell.column === column)
    const { before, after } = figures.get(column) ?? { before: 0, after: 0 }
    const least = Math.max(before + after, ...own.map(({ word }) => word)) + SLACK
    const natural = Math.max(least, ...own.map(({ line }) => line + SLACK))
    return { least, natural: figures.has(column) ? least : natural, isOfFigures: figures.has(column) }
  })
  const room = context.width - padding * count
  const least = needs.map(need => need.least)
  const needed = least.reduce((sum, width) => sum + width, 0)
  const shares = Array.from({ length: count }, (_, column) => block.widths[column] ?? 1)
  const words =
    needed > room
      ? least.map(width => (width / needed) * room)
      : block.isFitted
        ? fittedWidths(needs, room)
        : distributeWidth(shares, least, room)
  return { widths: words.map(width => width + padding), figures, lack: Math.max(0, needed - room) }
}

/** Points: what another font than the theme's may take more. */
const SLACK = 1.5

interface MeasuredCell {
  readonly column: number
  readonly word: number
  readonly line: number
  readonly parts: FigureParts | undefined
}

function cellsByColumn(block: Pick<Table, 'head' | 'body'>, context: WordContext): MeasuredCell[] {
  const { sheet, style } = context
  return [block.head, block.body].flatMap(rows => {
    const grid = gridOf(rows.map(({ cells }) => cells))
    return rows.flatMap((row, index) =>
      row.cells.flatMap((cell, at): MeasuredCell[] => {
        const column = grid[index]?.columns[at]
        if (column === undefined || cell.span > 1) return []
        const total = row.isTotal ? sheet.textStyle(sheet.style('tr.total'), context.text) : context.text
        const head = cell.header === 'column' ? sheet.textStyle(sheet.style('th'), total) : total
        const text = cell.header === 'row' ? { ...head, bold: true } : head
        const lines = cell.children.flatMap(child => linesOf(child, text, context))
        return [
          {
            column,
            word: Math.max(0, ...lines.map(([words, own]) => widestWord(words, own, style.fonts))),
            line: Math.max(0, ...lines.map(([words, own]) => widthOfText(words, own, style.fonts))),
            parts: figureParts(cell, text, style.fonts),
          },
        ]
      }),
    )
  })
}

/** The texts of a block that stand in lines of their own, with their style. */
function linesOf(block: Block, text: TextStyle, context: Pick<WordContext, 'sheet'>): [string, TextStyle][] {
  const { sheet } = context
  switch (block.kind) {
    case 'paragraph':
      return [[textOfInlines(block.children), sheet.textStyle(sheet.classStyle('p', block.style), text)]]
    case 'heading':
      return [[textOfInlines(block.children), text]]
    case 'meter':
      return [[textOfInlines(block.children).replaceAll(' ', '\u00A0'), text]]
    case 'list':
      return block.items
        .flat()
        .flatMap(child => linesOf(child, text, context))
        .map(([words, own]): [string, TextStyle] => [`${LIST_INDENT}${words}`, own])
    case 'ticks':
      return block.labels.map((label): [string, TextStyle] => [textOfInlines(label), text])
    case 'section':
    case 'aside':
    case 'quotation':
      return block.children.flatMap(child => linesOf(child, text, context))
    default:
      return []
  }
}

/** As wide as what stands before the words of an item. */
const LIST_INDENT = '    '
