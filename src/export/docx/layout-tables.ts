import {
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { directionOf } from '../../typeset/index.js'
import type { EdgeLine } from './paragraph-look.js'
import type { WordBlock, WordContext } from './word-context.js'
import { twips, wordColour } from './word-units.js'
import { borderLine } from './write-paragraph.js'

/** A cell of a table that only says where things stand. Lengths are points. */
export interface LayoutCell {
  readonly blocks: readonly WordBlock[]
  readonly padding?: {
    readonly left?: number
    readonly right?: number
    readonly top?: number
    readonly bottom?: number
  }
  readonly fill?: string | undefined
  readonly bar?: EdgeLine | undefined
  readonly over?: EdgeLine | undefined
  readonly under?: EdgeLine | undefined
}

export interface LayoutRow {
  readonly cells: readonly LayoutCell[]
  readonly above?: number
  readonly below?: number
  readonly over?: EdgeLine | undefined
  readonly whole?: boolean
}

/** A table without lines: what stands side by side, or in a box. Its columns are as wide as they are said to be, in points. */
export function layoutTable(
  rows: readonly LayoutRow[],
  columns: readonly number[],
  { left, documentLang, heights }: Pick<WordContext, 'left' | 'documentLang' | 'heights'>,
): Table {
  const total = columns.reduce((sum, width) => sum + width, 0)
  const table = new Table({
    style: 'LayoutTable',
    width: { size: twips(total), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(twips),
    ...(left > 0 && { indent: { size: twips(left), type: WidthType.DXA } }),
    ...(directionOf(documentLang) === 'rtl' && { visuallyRightToLeft: true }),
    tableLook: {
      firstRow: false,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map(
      row =>
        new TableRow({
          cantSplit: row.whole ?? true,
          children: row.cells.map(
            (cell, index) => new TableCell(cellOptions(cell, row, columns[index] ?? 0)),
          ),
        }),
    ),
  })
  heights?.setTable(
    table,
    rows.map(({ cells, above = 0, below = 0 }) =>
      cells.map(({ blocks, padding = {} }) => ({
        blocks,
        padding: above + below + (padding.top ?? 0) + (padding.bottom ?? 0),
      })),
    ),
  )
  return table
}

function cellOptions(
  { blocks, padding = {}, fill, bar, over, under }: LayoutCell,
  row: LayoutRow,
  width: number,
): ITableCellOptions {
  const top = over ?? row.over
  return {
    width: { size: twips(width), type: WidthType.DXA },
    margins: {
      top: twips((padding.top ?? 0) + (row.above ?? 0)),
      bottom: twips((padding.bottom ?? 0) + (row.below ?? 0)),
      left: twips(padding.left ?? 0),
      right: twips(padding.right ?? 0),
      marginUnitType: WidthType.DXA,
    },
    ...(fill !== undefined && { shading: { type: 'clear', color: 'auto', fill: wordColour(fill) } as const }),
    borders: {
      ...(top && { top: borderLine(top) }),
      ...(under && { bottom: borderLine(under) }),
      ...(bar && { left: borderLine(bar) }),
    },
    children: endedByParagraph(blocks),
  }
}

/** A cell ends with a paragraph, or Word takes the file for damaged (ECMA-376-1, 17.4.65). */
export const endedByParagraph = (blocks: readonly WordBlock[]): WordBlock[] =>
  blocks.at(-1) instanceof Paragraph ? [...blocks] : [...blocks, new Paragraph({ style: 'SpaceBetween' })]
