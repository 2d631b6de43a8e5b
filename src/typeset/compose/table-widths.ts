import { present } from '../../diagnostics/index.js'
import type { Table } from '../../markup/index.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { TableRowNode } from '../nodes/layout-nodes.js'
import {
  hyphenatedTexts,
  type UnbreakableText,
  unbrokenTexts,
  unhyphenatedTexts,
  widestByColumn,
} from './column-widths.js'
import type { ComposeContext } from './context.js'
import { widestFigures } from './decimal-columns.js'
import type { ColumnNeed } from './fitted-widths.js'

/** What a table is too wide for. */
export interface WidthLack {
  /** Points that are missing. */
  readonly width: number
  /** The widest of what no line breaks. */
  readonly word: UnbreakableText
}

/** The least that columns can be, in points. */
export interface LeastWidths {
  readonly least: readonly number[]
  /** Whether words have to be hyphenated. */
  readonly isBroken: boolean
  readonly lack?: WidthLack
}

/** The width of each column's widest word, or of its figures; where these are too wide together, of the widest part of a word. */
export function leastWidths(
  rows: readonly TableRowNode[],
  columns: number,
  session: TypesetSession,
  room: number,
): LeastWidths {
  const figures = widestFigures(rows, session)
  const widestOf = (pieces: typeof unhyphenatedTexts) =>
    widestByColumn(rows, columns, session, pieces).map((word, column) => {
      const { before, after } = figures.get(column) ?? { before: 0, after: 0 }
      return before + after > word.width ? { ...word, width: before + after } : word
    })
  const whole = widestOf(unhyphenatedTexts)
  if (totalWidth(whole) <= room) return { least: whole.map(widthOfUnbreakable), isBroken: false }
  const widest = widestOf(hyphenatedTexts)
  const least = widest.map(widthOfUnbreakable)
  if (totalWidth(widest) <= room) return { least, isBroken: true }
  const word = widest.reduce((worse, word) => (word.width > worse.width ? word : worse))
  return { least, isBroken: true, lack: { width: totalWidth(widest) - room, word } }
}

/** Says how much width a table lacks, and what may give it. */
export function reportTooWide(
  block: Table,
  { width, word }: WidthLack,
  isTurned: boolean,
  { report, lying, width: room }: ComposeContext,
): void {
  const missing = `${Math.ceil(width)} points (${Math.ceil((width / POINTS_PER_INCH) * MM_PER_INCH)} mm)`
  const lacks = `the table lacks ${missing} of width${isTurned ? ' even on a page that lies' : ''}`
  const message = `\`${word.text.trim()}\` is wider than its column can be: ${lacks}`
  const hints = ['write a soft hyphen (U+00AD) where the word may break, or give the table fewer columns']
  const wouldFit = lying !== undefined && !isTurned && width <= lying.width - room
  if (wouldFit)
    hints.push('write `wide="turn"` on the table, in no box and no column, to have it on a page that lies')
  report('table-too-wide', word.place ?? block.place, message, ...hints)
}

const POINTS_PER_INCH = 72
const MM_PER_INCH = 25.4

const widthOfUnbreakable = (word: UnbreakableText) => word.width
const totalWidth = (widest: readonly UnbreakableText[]) => widest.reduce((sum, { width }) => sum + width, 0)

/** Distributes a width by shares; columns that need more than their share get what they need first. */
export function distributeWidth(shares: readonly number[], least: readonly number[], room: number): number[] {
  const fixed = new Map<number, number>()
  for (;;) {
    const free = shares.map((share, column) => (fixed.has(column) ? 0 : share))
    const rest = room - [...fixed.values()].reduce((sum, width) => sum + width, 0)
    const total = free.reduce((sum, share) => sum + share, 0)
    const widths = shares.map(
      (_, column) => fixed.get(column) ?? (rest * present(free[column], 'share of a column')) / (total || 1),
    )
    const narrow = widths.findIndex(
      (width, column) =>
        !fixed.has(column) && width < present(least[column], 'least width of a column') - 0.001,
    )
    if (narrow === -1) return widths
    fixed.set(narrow, present(least[narrow], 'least width of a column'))
  }
}

/** What each column of a fitted table asks for. */
export function columnNeeds(
  rows: readonly TableRowNode[],
  least: readonly number[],
  session: TypesetSession,
): ColumnNeed[] {
  const lines = widestByColumn(rows, least.length, session, unbrokenTexts)
  const figures = widestFigures(rows, session)
  return least.map((own, column) => {
    const isOfFigures = figures.has(column)
    const longest = present(lines[column], 'longest line of a column').width
    return { least: own, natural: isOfFigures ? own : Math.max(own, longest), isOfFigures }
  })
}
