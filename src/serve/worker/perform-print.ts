import type { MemorySession } from '../../batch/index.js'
import type { PrintTask } from '../jobs/job.js'
import { unknownPaths } from '../jobs/known-paths.js'
import type { Performed } from './performed.js'

/**
 * Prints an edition that was planned. If whoever planned it can be asked for more files (`isOpen`), and the edition looked for some of which its inputs
 * say nothing, these are all that comes of it.
 */
export async function performPrint(
  { job }: PrintTask,
  session: MemorySession,
  isOpen: boolean,
): Promise<Performed<'print'>> {
  const { printed, findings, trials } = await session.print(job)
  const absent = isOpen ? unknownPaths(session.missed()) : []
  if (absent.length > 0)
    return { head: { ok: false, findings: [], printed: undefined, absent, trials: [] }, files: [] }
  const outputs = (printed?.outputs ?? []).map(({ ms: _, files, ...output }) => ({
    ...output,
    files: files.map(({ length }) => length),
  }))
  const head = {
    ok: printed !== undefined,
    findings,
    printed: printed && { brief_sha256: printed.brief_sha256, outputs },
    absent,
    trials,
  }
  return { head, files: printed?.outputs.flatMap(({ files }) => files) ?? [] }
}
