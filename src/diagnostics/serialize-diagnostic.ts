import type { DiagnosticCode, Severity } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { SourceFile } from './source-file.js'

/** A finding as plain data, with the line that it is about: for a cache file or for another thread. */
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

/** Makes a finding independent of the texts that it was found in. */
export function serializeDiagnostic({ place, ...finding }: Diagnostic): SerializedDiagnostic {
  const { file, range } = place
  const { line, column } = file.position(range.start)
  const whole = file.line(line)
  const start = column - 1
  const end = Math.min(range.end, whole.end) - whole.start
  const text = file.text.slice(whole.start, whole.end) || (file.text && EMPTY_LINE)
  return { ...finding, path: file.path, line, text, start, end: Math.max(start, end) }
}

/** Distinguishes an empty line from the empty text of a file that could not be read. */
const EMPTY_LINE = '\n'

/** Restores a finding; its place is in a file of which only the line is known. */
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

/** A finding as `--json` prints it: lines and columns count from 1; hints are joined by line ends. */
export interface JsonDiagnostic {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: Severity
  readonly code: DiagnosticCode
  readonly message: string
  readonly hint: string
}

/** Flattens a finding for other programs. */
export function diagnosticToJson({ place, severity, code, message, hints }: Diagnostic): JsonDiagnostic {
  const { line, column } = place.file.position(place.range.start)
  return { file: place.file.path, line, column, severity, code, message, hint: hints.join('\n') }
}
