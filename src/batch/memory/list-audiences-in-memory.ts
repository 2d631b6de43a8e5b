import { Findings } from '../../diagnostics/index.js'
import { type listAudiences, listAudiencesOf } from '../authoring/list-audiences.js'
import { isUnknownOption } from '../workspace/known-names.js'
import { THEMES_FOLDER } from '../workspace/read-house.js'
import { listResources } from '../workspace/workspace.js'
import { memoryWorkspace, type WorkspaceContents } from './memory-workspace.js'

/** The audiences of a workspace in memory, as `listAudiences` lists those of one on a disk; none, with a finding, in a theme that there is not. */
export async function listAudiencesInMemory(
  contents: WorkspaceContents,
  theme: string | undefined,
  lang: string | undefined,
): ReturnType<typeof listAudiences> {
  const { workspace } = memoryWorkspace(contents)
  const { all, report } = new Findings()
  const themes = await listResources(workspace, THEMES_FOLDER, '.yaml')
  if (isUnknownOption('theme', theme, [...themes.keys()], report)) return { diagnostics: all, audiences: [] }
  return listAudiencesOf(workspace, theme, lang)
}
