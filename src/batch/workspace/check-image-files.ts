import type { Brief } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import { readFileBytes, resolveInBrief } from './read-file.js'
import type { Workspace } from './workspace.js'

/** Finds pictures that a brief names and that cannot be read, before any edition prints them. */
export async function checkImageFiles(brief: Brief, workspace: Workspace, report: Report): Promise<void> {
  for (const [index, { file }] of (brief.data.images ?? []).entries()) {
    const place = brief.place(['images', index, 'file'])
    const path = await resolveInBrief(workspace, file, brief.file, place, report)
    if (path !== undefined) await readFileBytes(workspace, path, report, place)
  }
}
