import {
  type Diagnostic,
  type SerializedDiagnostic,
  serializeDiagnostic,
} from '../../../diagnostics/index.js'
import { HttpProblem } from '../protocol/http-problem.js'
import { jsonFindings } from './job-answer.js'

/** The answer to a brief that has errors: its findings, at the places that the command line names. */
export function findingsProblem(findings: readonly (Diagnostic | SerializedDiagnostic)[]): HttpProblem {
  const diagnostics = jsonFindings(
    findings.map(finding => ('place' in finding ? serializeDiagnostic(finding) : finding)),
  )
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const first = errors[0]
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : ''
  const detail = first
    ? `${first.message} (${first.file}:${first.line}:${first.column})${more}`
    : 'no edition'
  return new HttpProblem(422, 'findings', detail, { diagnostics })
}
