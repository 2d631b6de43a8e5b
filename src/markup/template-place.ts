import type { Place, SourceFile } from '../diagnostics/index.js'

/** Turns the lines and columns that Handlebars counts in the body of a template into places of the whole file. */
export interface Located {
  offset(position: { readonly line: number; readonly column: number }): number
  place(location: {
    readonly start: { readonly line: number; readonly column: number }
    readonly end: { readonly line: number; readonly column: number }
  }): Place
  point(line: number, column: number): Place
  /** A line without its indent. */
  line(line: number): Place
}

/** Handlebars counts lines from 1 and columns from 0; `start` begins a line. */
export function locate(file: SourceFile, start: number): Located {
  const before = file.position(start).line - 1
  const offset: Located['offset'] = ({ line, column }) => {
    const range = file.line(line + before)
    return Math.min(range.start + column, file.text.length)
  }
  return {
    offset,
    place: location => ({
      file,
      range: { start: offset(location.start), end: offset(location.end) },
    }),
    point: (line, column) => {
      const at = offset({ line, column })
      return { file, range: { start: at, end: Math.min(at + 1, file.text.length) } }
    },
    line: line => {
      const range = file.line(line + before)
      const indent = /^\s*/.exec(file.text.slice(range.start, range.end))?.[0].length ?? 0
      return { file, range: { start: range.start + indent, end: range.end } }
    },
  }
}
