import type { DiagnosticCode, Severity } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { SourceFile } from './source-file.js'

/** A finding as plain data, with the line that it is about: for a file, or for another thread. */
export interface SerializedDiagnostic {
  readonly severity: Severity
  readonly code: DiagnosticCode
  readonly message: string
  readonly hints: readonly string[]
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly text: string
  /** Offsets in the text of the line. */
  readonly start: number
  readonly end: number
}

/** Makes a finding last longer than the texts that it was found in. */
export function serializeDiagnostic({ place, ...finding }: Diagnostic): SerializedDiagnostic {
  const { file, range } = place
  const { line, column } = file.position(range.start)
  const whole = file.line(line)
  const start = column - 1
  const end = Math.min(range.end, whole.end) - whole.start
  const text = file.text.slice(whole.start, whole.end) || (file.text && EMPTY_LINE)
  return { ...finding, path: file.path, line, text, start, end: Math.max(start, end) }
}

/** As against no line, which is what a file has that could not be read. */
const EMPTY_LINE = '\n'

/** The finding again; its place is in a file of which only the line is known. */
export function deserializeDiagnostic({
  path,
  line,
  text,
  start,
  end,
  ...finding
}: SerializedDiagnostic): Diagnostic {
  return { ...finding, place: { file: new SourceFile(path, text, line), range: { start, end } } }
}
