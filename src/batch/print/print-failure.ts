import { describeFileError, systemErrorCode } from '../workspace/file-error.js'

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
