import type { Place, SourceFile } from '../../diagnostics/index.js'

/** Converts lines and columns of a template's body, as Handlebars counts them, to places in the whole file. */
export interface TemplateLocator {
  offset(position: { readonly line: number; readonly column: number }): number
  place(location: {
    readonly start: { readonly line: number; readonly column: number }
    readonly end: { readonly line: number; readonly column: number }
  }): Place
  characterPlace(line: number, column: number): Place
  /** The place of a line without its indentation. */
  linePlace(line: number): Place
}

/** Handlebars counts lines from 1 and columns from 0; `start` must be the start of a line. */
export function createTemplateLocator(file: SourceFile, start: number): TemplateLocator {
  const before = file.position(start).line - 1
  const offset: TemplateLocator['offset'] = ({ line, column }) => {
    const range = file.line(line + before)
    return Math.min(range.start + column, file.text.length)
  }
  return {
    offset,
    place: location => ({
      file,
      range: { start: offset(location.start), end: offset(location.end) },
    }),
    characterPlace: (line, column) => {
      const at = offset({ line, column })
      return { file, range: { start: at, end: Math.min(at + 1, file.text.length) } }
    },
    linePlace: line => {
      const range = file.line(line + before)
      const text = file.text.slice(range.start, range.end)
      const indent = text.length - text.trimStart().length
      return { file, range: { start: range.start + indent, end: range.end } }
    },
  }
}
