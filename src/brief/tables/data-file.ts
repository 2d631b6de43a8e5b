import { didYouMean, type Place, type Report, shorten } from '../../diagnostics/index.js'
import { withDecimalPoint } from './read-figure.js'
import { figureOf, isFilled } from './table-columns.js'

/** A CSV file that a brief names: texts as they stand, each with its place. */
export interface DataFile {
  /** Relative to the workspace, as findings name it. */
  readonly path: string
  /** The names in its first row. */
  readonly columns: readonly DataCell[]
  readonly rows: readonly (readonly DataCell[])[]
  /** Whether its cells are parted by semicolons, as spreadsheets do where the comma is the decimal sign. */
  readonly mayHaveCommas: boolean
}

export interface DataCell {
  readonly text: string
  readonly place: Place
  /** The place of some characters of the text. */
  placeWithin(start: number, end: number): Place
}

/** The number of the column that a key or a title names; -1 for none. */
export function columnOfFile(file: DataFile, names: readonly string[]): number {
  const wanted = names.map(nameKey)
  const exact = file.columns.findIndex(({ text }) => wanted.includes(nameKey(text)))
  if (exact !== -1) return exact
  const folded = wanted.map(name => name.toLowerCase())
  return file.columns.findIndex(({ text }) => folded.includes(nameKey(text).toLowerCase()))
}

const nameKey = (name: string) => name.trim().replace(/\s+/g, ' ').normalize('NFC')

/** Reports a column that a CSV does not have. */
export function reportUnknownColumn(file: DataFile, name: string, place: Place, report: Report): void {
  const message = `\`${file.path}\` has no column \`${shorten(name)}\``
  const known = file.columns.map(({ text }) => text).filter(text => text !== '')
  report('table-column', place, message, didYouMean(name, known, 'columns'))
}

/**
 * The texts of a column, figures with a point for the decimal sign. Where cells are parted by semicolons, the comma is
 * the decimal sign if it makes figures of all cells, or if `isNumeric` asks for figures.
 */
export function textsOfColumn(file: DataFile, column: number, isNumeric: boolean): string[] {
  const texts = file.rows.map(row => row[column]?.text.trim() ?? '')
  if (!file.mayHaveCommas || !texts.some(text => text.includes(','))) return texts
  const converted = texts.map(text => withDecimalPoint(text) ?? text)
  const areFigures = converted.every(text => !isFilled(text) || figureOf(text) !== undefined)
  return isNumeric || areFigures ? converted : texts
}
