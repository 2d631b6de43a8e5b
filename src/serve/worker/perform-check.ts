import { checkInMemory, type WorkspaceContents } from '../../batch/index.js'
import { hasErrors, serializeDiagnostic } from '../../diagnostics/index.js'
import type { CheckTask } from '../jobs/job.js'
import type { Performed } from './performed.js'

/** Finds all that is wrong with a brief. */
export async function performCheck(
  { path }: CheckTask,
  contents: WorkspaceContents,
): Promise<Performed<'check'>> {
  const { diagnostics, proofs } = await checkInMemory(contents, path)
  const findings = diagnostics.map(serializeDiagnostic)
  return { head: { ok: !hasErrors(diagnostics), findings, proofs }, files: [] }
}
