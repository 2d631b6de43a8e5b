import { resolve } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import { evidenceReport, type ReportedBrief, type ReportFormat } from '../../evidence/index.js'
import { placeOfFile } from '../workspace/file-place.js'
import { displayPath, realPath, type Workspace } from '../workspace/workspace.js'
import { writeAtomically } from '../workspace/write-file.js'

/** Writes an evidence report whole or not at all, over none of the files that it is made from; returns its path if it was written. */
export async function writeReport(
  briefs: readonly ReportedBrief[],
  { path, format }: { readonly path: string; readonly format: ReportFormat },
  workspace: Workspace,
  report: Report,
): Promise<string | undefined> {
  const absolute = await realPath(resolve(workspace.root, path))
  const shown = displayPath(workspace, absolute)
  const inputs = await Promise.all([...workspace.read.keys()].map(realPath))
  if (inputs.includes(absolute)) {
    const message = `the report would overwrite \`${shown}\`, which it is made from`
    report('file-exists', placeOfFile(workspace, absolute), message, 'choose another name')
    return undefined
  }
  const isWritten = await writeAtomically(workspace, absolute, evidenceReport(briefs, format), report)
  return isWritten ? shown : undefined
}
