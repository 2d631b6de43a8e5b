import { type Diagnostic, type DiagnosticCode, Findings, SourceFile } from '../../diagnostics/index.js'
import type { PrintTask } from '../jobs/job.js'
import type { FailureReason, JobEnd } from '../queue/job-queue.js'

/** What is to be said of an edition that was not printed, at its brief. */
export function findingOfEdition(
  { job: { audience, recipient, brief } }: PrintTask,
  code: DiagnosticCode,
  why: string,
): Diagnostic {
  const { all, report } = new Findings()
  const whom = recipient ? ` for \`${recipient.fields.id}\`` : ''
  const place = { file: new SourceFile(brief.path, ''), range: { start: 0, end: 0 } }
  report(code, place, `the edition \`${audience}\`${whom} was not printed: ${why}`)
  const [finding] = all
  if (!finding) throw new Error('bug: a finding that was not reported')
  return finding
}

/** The same, from how its job ended; none for one that nobody wants any more. */
export function findingsOfEnd(task: PrintTask, end: JobEnd): readonly Diagnostic[] {
  if (end.state === 'done' || end.reason === 'cancelled') return []
  return [findingOfEdition(task, CODE_OF[end.reason], end.message)]
}

const CODE_OF: Readonly<Record<Exclude<FailureReason, 'cancelled'>, DiagnosticCode>> = {
  poison: 'workers-died',
  timeout: 'edition-timeout',
  store: 'store-failed',
  lost: 'queue-failed',
  error: 'edition-crashed',
}
