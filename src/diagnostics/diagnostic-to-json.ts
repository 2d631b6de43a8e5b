import type { DiagnosticCode, Severity } from './codes.js'
import type { Diagnostic } from './diagnostic.js'

/** A finding as `--json` prints it: lines and columns from 1, several hints on lines of their own, none as ''. */
export interface JsonDiagnostic {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: Severity
  readonly code: DiagnosticCode
  readonly message: string
  readonly hint: string
}

/** Flattens a finding into what other programs can read without knowing our types. */
export function diagnosticToJson({ place, severity, code, message, hints }: Diagnostic): JsonDiagnostic {
  const { line, column } = place.file.position(place.range.start)
  return { file: place.file.path, line, column, severity, code, message, hint: hints.join('\n') }
}
