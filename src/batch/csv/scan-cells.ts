import type { Place, Range, SourceFile } from '../../diagnostics/index.js'
import { wholeRow } from './row-text.js'

/** Where the cells of a record stand, with their quotation marks, and what in it is not RFC 4180. */
export interface ScannedCells {
  readonly cells: readonly Range[]
  readonly error: CsvQuoteError | undefined
}

export interface CsvQuoteError {
  /** The quotation mark, or the text after a closing one, that should not stand there. */
  readonly at: number
  /** Where the cell begins. */
  readonly cell: number
}

/**
 * Finds the cells of the first record of a text, so that findings can point at one: what csv-parse reads, it does
 * not place. `delimiter` is one character.
 */
export function scanCells(text: string, delimiter: string): ScannedCells {
  const cells: Range[] = []
  for (let start = 0; ; ) {
    const { end, errorAt } = text[start] === '"' ? scanQuoted(text, start) : scanPlain(text, start, delimiter)
    const closed = end === text.length || text[end] === delimiter || isLineEnd(text[end])
    const at = errorAt ?? (closed ? undefined : end)
    if (at !== undefined) return { cells, error: { at, cell: start } }
    cells.push({ start, end })
    if (text[end] !== delimiter) return { cells, error: undefined }
    start = end + 1
  }
}

/** Where a cell of the first record of a text stands; the whole record where it has no such cell. */
export function cellPlace(index: number, file: SourceFile, delimiter: string): Place {
  const range = scanCells(file.text, delimiter).cells[index]
  return range ? { file, range } : wholeRow(file)
}

interface ScannedCell {
  readonly end: number
  readonly errorAt: number | undefined
}

function scanQuoted(text: string, start: number): ScannedCell {
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from)
    if (mark === -1) return { end: text.length, errorAt: start }
    if (text[mark + 1] !== '"') return { end: mark + 1, errorAt: undefined }
    from = mark + 2
  }
}

function scanPlain(text: string, start: number, delimiter: string): ScannedCell {
  let end = start
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) {
    if (text[end] === '"') return { end, errorAt: end }
    end++
  }
  return { end, errorAt: undefined }
}

const isLineEnd = (character: string | undefined) => character === '\n' || character === '\r'
