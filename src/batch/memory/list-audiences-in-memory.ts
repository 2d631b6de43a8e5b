import { type listAudiences, listAudiencesOf } from '../authoring/list-audiences.js'
import { memoryWorkspace, type WorkspaceContents } from './memory-workspace.js'

/** The audiences of a workspace in memory, as `listAudiences` lists those of one on a disk. */
export function listAudiencesInMemory(
  contents: WorkspaceContents,
  theme: string | undefined,
  lang: string | undefined,
): ReturnType<typeof listAudiences> {
  return listAudiencesOf(memoryWorkspace(contents).workspace, theme, lang)
}
