import { Findings } from '../../diagnostics/index.js'
import { BriefChecker } from '../check-brief.js'
import type { CheckResult } from '../check-briefs.js'
import { proofRecord } from '../record/proof-record.js'
import { AudienceStore } from '../workspace/audience-store.js'
import { findBriefs } from '../workspace/find-briefs.js'
import { displayPath } from '../workspace/workspace.js'
import { memoryWorkspace, type WorkspaceContents } from './memory-workspace.js'

/** Finds in a brief of a workspace in memory what `checkBriefs` would find in it on a disk. */
export async function checkInMemory(
  contents: WorkspaceContents,
  path: string,
): Promise<Pick<CheckResult, 'diagnostics' | 'proofs'>> {
  const { workspace } = memoryWorkspace(contents)
  const common = new Findings()
  const store = await AudienceStore.open(workspace, common.report)
  const checker = new BriefChecker(store)
  const checked = []
  for (const file of await findBriefs(workspace, [path], common.report))
    checked.push(await checker.check(file))
  return {
    diagnostics: [
      ...common.all,
      ...checker.ofTemplates.all,
      ...checked.flatMap(({ findings }) => findings.all),
    ],
    proofs: checked.flatMap(({ source }) =>
      source
        ? source.evidence.proofs.map(proof => proofRecord(proof, displayPath(workspace, source.file.path)))
        : [],
    ),
  }
}
