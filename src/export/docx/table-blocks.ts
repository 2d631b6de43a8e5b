import { TableCell, TableLayoutType, TableRow, WidthType, Table as WordTable } from 'docx'
import { present } from '../../diagnostics/index.js'
import { type Cell, gridOf, type Row, type Table, tiedRows } from '../../markup/index.js'
import { directionOf, type TableSettings } from '../../typeset/index.js'
import { decimalTab } from './decimal-tabs.js'
import { holdsContent } from './holds-content.js'
import { writeInlines } from './inline-runs.js'
import { endedByParagraph } from './layout-tables.js'
import { NORMAL, namedKind, PLAIN, spacesOf } from './style-kinds.js'
import { widthsOfTable } from './table-widths-of-word.js'
import { hasWords, writeSpace, writeTextParagraph } from './text-blocks-of-word.js'
import type { WordBlock, WordContext } from './word-context.js'
import { twips, wordColour } from './word-units.js'
import { borderLine, writeParagraph } from './write-paragraph.js'

/** The title above a table or a figure: Word's caption. */
export const CAPTION = namedKind(
  'Caption',
  'caption',
  around => {
    const { sheet } = around
    const settings = sheet.style('caption')
    return {
      ...PLAIN,
      text: sheet.textStyle(settings, around.text),
      ...spacesOf(settings, sheet),
      keepNext: true,
      keepLines: true,
    }
  },
  { builtIn: true, priority: 35 },
)

/** A table whose head is repeated on each page; rows without content are left out. */
export function writeTable(block: Table, context: WordContext): WordBlock[] {
  const { sheet } = context
  const settings = sheet.withClass('table', block.style)
  const [head, body] = [shownRows(block.head), shownRows(block.body)]
  if (head.length + body.length === 0) return []
  const inTable: WordContext = {
    ...context,
    ...{ text: sheet.textStyle(settings, context.text), name: 'in Table', right: 0, inTable: true },
    gap: sheet.verticalSpace(settings.gap),
  }
  const shown = { ...block, head, body }
  const { widths, figures } = widthsOfTable(shown, settings, {
    ...inTable,
    width: context.width - context.left,
  })
  const look: TableLook = { settings, widths, figures, shown }
  const rows = [
    ...writeRows(head, true, look, { ...inTable, left: 0 }),
    ...writeRows(body, false, look, { ...inTable, left: 0 }),
  ]
  const padding = 2 * sheet.verticalSpace(settings.padding_y)
  const hasCaption = block.caption !== undefined && hasWords(block.caption)
  const caption = hasCaption
    ? [writeParagraph(CAPTION, context, look => writeInlines(block.caption ?? [], look, context))]
    : []
  const { after } = spacesOf(settings, sheet)
  const foot = block.foot?.filter(holdsContent) ?? []
  const small = sheet.verticalSpace(FOOT_GAP)
  return [
    ...caption,
    table(rows, look, padding, context),
    writeSpace(foot.length > 0 ? 2 * small : after, context),
    ...foot.flatMap((line, index) => {
      const below = { after: index === foot.length - 1 ? after : small }
      const on = { ...context, right: 0, name: 'below Table' }
      return line.kind === 'paragraph' ? writeTextParagraph(line, on, below) : context.writeBlocks([line], on)
    }),
  ]
}

/** Of the size of type. */
const FOOT_GAP = 0.15

interface WrittenRow {
  readonly row: TableRow
  /** The blocks of its cells. */
  readonly cells: readonly (readonly WordBlock[])[]
}

interface TableLook {
  readonly settings: TableSettings
  /** Points. */
  readonly widths: readonly number[]
  readonly figures: ReturnType<typeof widthsOfTable>['figures']
  readonly shown: Pick<Table, 'head' | 'body' | 'isFitted'>
}

function table(
  rows: readonly WrittenRow[],
  { settings, widths, shown }: TableLook,
  padding: number,
  { sheet, left, documentLang, heights }: WordContext,
): WordTable {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const line = sheet.borderLine(settings.line, settings.line_weight)
  const [x, y] = [sheet.ems(settings.padding_x), sheet.verticalSpace(settings.padding_y)]
  const made = new WordTable({
    style: 'TableGrid',
    width: { size: twips(total), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    ...(left > 0 && { indent: { size: twips(left), type: WidthType.DXA } }),
    ...(directionOf(documentLang) === 'rtl' && { visuallyRightToLeft: true }),
    margins: {
      top: twips(y),
      bottom: twips(y),
      left: twips(x),
      right: twips(x),
      marginUnitType: WidthType.DXA,
    },
    borders: {
      top: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideVertical: NO_LINE,
      bottom: line ? borderLine(line) : NO_LINE,
      insideHorizontal: line ? borderLine(line) : NO_LINE,
    },
    tableLook: {
      firstRow: shown.head.length > 0,
      lastRow: shown.body.at(-1)?.isTotal ?? false,
      firstColumn: shown.body.some(({ cells }) => cells[0]?.header === 'row'),
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map(({ row }) => row),
  })
  heights?.setTable(
    made,
    rows.map(({ cells }) => cells.map(blocks => ({ blocks, padding }))),
  )
  return made
}

const NO_LINE = { style: 'nil', size: 0, color: 'auto' } as const

function writeRows(
  rows: readonly Row[],
  isHead: boolean,
  look: TableLook,
  context: WordContext,
): WrittenRow[] {
  const grid = gridOf(rows.map(({ cells }) => cells))
  return rows.map((row, index) => {
    const { columns, covered } = present(grid[index], 'row of a grid')
    const cells = row.cells.map((cell, at) =>
      writeCell(
        cell,
        present(columns[at], 'column of a cell'),
        row,
        { isHead, isFirst: index === 0, isLast: index === rows.length - 1 },
        look,
        context,
      ),
    )
    const lacking = [...look.widths.keys()].filter(column => !covered.has(column))
    const empty = lacking.map(column => emptyCell(look.widths[column] ?? 0, context))
    const children = [...cells.map(({ cell }) => cell), ...empty]
    return {
      row: new TableRow({ cantSplit: true, ...(isHead && { tableHeader: true }), children }),
      cells: cells.map(({ blocks }) => blocks),
    }
  })
}

const emptyCell = (width: number, context: WordContext): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    children: [writeParagraph(NORMAL, context, () => [])],
  })

interface RowPlace {
  readonly isHead: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
}

function writeCell(
  cell: Cell,
  column: number,
  row: Row,
  place: RowPlace,
  look: TableLook,
  context: WordContext,
): { readonly cell: TableCell; readonly blocks: readonly WordBlock[] } {
  const { sheet } = context
  const { settings, widths } = look
  const span = Math.max(1, Math.min(cell.span, widths.length - column))
  const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
  const headLine = sheet.borderLine(settings.head_line, settings.head_line_weight)
  const total = sheet.style('tr.total')
  const totalLine = row.isTotal ? sheet.borderLine(total.over, total.over_weight) : undefined
  const isEnd = place.isHead && cell.rows > 1 ? true : place.isLast
  const top = place.isHead && place.isFirst ? headLine : totalLine
  const bottom = place.isHead && isEnd ? headLine : undefined
  const paragraphs = writeCellBlocks(cell, column, row, look, {
    ...context,
    width: width - 2 * sheet.ems(settings.padding_x),
    keepNext: place.isHead,
  })
  const made = new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    ...(span > 1 && { columnSpan: span }),
    ...(cell.rows > 1 && { rowSpan: cell.rows }),
    ...(settings.vertical === 'middle' && { verticalAlign: 'center' as const }),
    ...(place.isHead &&
      settings.head_fill && {
        shading: {
          type: 'clear',
          color: 'auto',
          fill: wordColour(sheet.colour(settings.head_fill)),
        } as const,
      }),
    borders: { ...(top && { top: borderLine(top) }), ...(bottom && { bottom: borderLine(bottom) }) },
    children: endedByParagraph(paragraphs),
  })
  return { cell: made, blocks: paragraphs }
}

function writeCellBlocks(
  cell: Cell,
  column: number,
  row: Row,
  { settings, figures }: TableLook,
  context: WordContext,
): WordBlock[] {
  const { sheet } = context
  const isFigure = cell.align === 'decimal' || cell.align === 'right'
  const isRight = cell.align === 'right' || (cell.align === 'decimal' && cell.header === 'column')
  const ofRow = row.isTotal ? sheet.textStyle(sheet.style('tr.total'), context.text) : context.text
  const text = cell.header === 'column' ? sheet.textStyle(sheet.style('th'), ofRow) : ofRow
  const on: WordContext = {
    ...context,
    text,
    name: row.isTotal ? 'in Total' : cell.header === 'column' ? 'in Table Head' : context.name,
    ...(isRight ? { align: 'right' } : isFigure ? { isOfFigures: true } : {}),
  }
  const tab = isRight ? undefined : decimalTab(cell, figures.get(column), on)
  if (tab) {
    const [only] = cell.children
    if (only?.kind === 'paragraph') return writeTextParagraph(only, on, tab)
  }
  if (cell.header !== 'row' || settings.names === 'plain') return context.writeBlocks(cell.children, on)
  // The first block is the name of the row; the blocks below it explain the name.
  const named = { ...on, text: { ...text, bold: true }, name: 'naming Row' }
  return [
    ...context.writeBlocks(cell.children.slice(0, 1), named),
    ...context.writeBlocks(cell.children.slice(1), on),
  ]
}

/** Rows that have content, and those that a cell ties to them. */
function shownRows(rows: readonly Row[]): Row[] {
  const firsts = tiedRows(rows.map(({ cells }) => cells))
  const shown = new Set(
    firsts.filter((_, index) => rows[index]?.cells.some(cell => cell.children.some(holdsContent))),
  )
  return rows.filter((_, index) => shown.has(present(firsts[index], 'first of tied rows')))
}
