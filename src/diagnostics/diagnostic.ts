import { CODES, type DiagnosticCode, type Severity } from './codes.js'
import type { Place } from './source-file.js'

/** One finding. A finding about a file that could not be read has a place in an empty text. */
export interface Diagnostic {
  readonly severity: Severity
  readonly code: DiagnosticCode
  /** Lower case, without a full stop, values in backticks. */
  readonly message: string
  readonly place: Place
  /** Each starts with a verb: "did you mean `trump`?" counts as one. */
  readonly hints: readonly string[]
}

/** Takes a finding from a stage, which then goes on, so that all findings are shown at once. */
export type Report = (
  code: DiagnosticCode,
  place: Place,
  message: string,
  ...hints: (string | undefined)[]
) => void

/** Collects findings in the order in which they are reported. */
export class Findings {
  readonly all: Diagnostic[] = []

  readonly report: Report = (code, place, message, ...hints) => {
    this.all.push({
      severity: CODES[code].severity,
      code,
      message,
      place,
      hints: hints.filter(hint => hint !== undefined),
    })
  }

  get failed(): boolean {
    return hasErrors(this.all)
  }

  /** Reports all of them again. */
  passOn(report: Report): void {
    for (const { code, place, message, hints } of this.all) report(code, place, message, ...hints)
  }
}

/** Passes findings on, and records whether any of them was an error. */
export class ErrorTracker {
  failed = false

  constructor(readonly target: Report) {}

  readonly report: Report = (code, ...finding) => {
    this.failed ||= CODES[code].severity === 'error'
    this.target(code, ...finding)
  }
}

/** Whether any finding is an error. */
export function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}
