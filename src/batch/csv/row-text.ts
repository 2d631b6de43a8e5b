import type { Place, SourceFile } from '../../diagnostics/index.js'

/** Bytes; what is longer is no row, but a file with a quotation mark or a line end missing. */
export const MAX_ROW_BYTES = 1024 * 1024

/** The whole of a row's text, without its line end. */
export function wholeRow(file: SourceFile): Place {
  return { file, range: { start: 0, end: file.text.trimEnd().length } }
}
