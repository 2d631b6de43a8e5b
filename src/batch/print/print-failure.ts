import { Findings, serializeDiagnostic } from '../../diagnostics/index.js'
import type { Recipient } from '../recipients/recipient.js'
import { describeFileError, systemErrorCode } from '../workspace/file-error.js'
import { placeOfFile } from '../workspace/file-place.js'
import type { BriefFile } from '../workspace/find-briefs.js'
import type { Workspace } from '../workspace/workspace.js'
import type { PrintResult } from './print-job.js'

/** What comes of an edition whose printing threw an error: a finding, and no other edition is concerned. */
export function reportPrintFailure(
  error: unknown,
  {
    audience,
    recipient,
  }: { readonly audience: string; readonly recipient: Pick<Recipient, 'id'> | undefined },
  brief: BriefFile,
  workspace: Workspace,
): PrintResult {
  const { all, report } = new Findings()
  const whom = recipient ? ` for \`${recipient.id}\`` : ''
  const message = `the edition \`${audience}\`${whom} was not printed: ${describePrintFailure(error)}`
  report('edition-crashed', placeOfFile(workspace, brief.path), message)
  return { printed: undefined, findings: all.map(serializeDiagnostic), trials: [] }
}

/** Whether whoever printed has died, maybe of what it had printed before, and not an edition failed in it. */
export function isWorkerDeath(error: unknown): boolean {
  return systemErrorCode(error) === OUT_OF_MEMORY || /^worker exited/.test(messageOf(error))
}

/** Says why a printer gave no answer, in words that follow "the edition was not printed:". */
export function describePrintFailure(error: unknown): string {
  if (systemErrorCode(error) === OUT_OF_MEMORY) return 'its thread ran out of memory, twice'
  const code = systemErrorCode(error)
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return describeFileError(error)
  return isWorkerDeath(error) ? 'its thread died, twice' : `internal error: ${messageOf(error)}`
}

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
