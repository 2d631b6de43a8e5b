import type { Brief, DataFile } from '../../brief/index.js'
import type { Place, Report } from '../../diagnostics/index.js'
import { resolveInBrief } from './read-file.js'
import { readTableFile } from './read-table-file.js'
import type { Workspace } from './workspace.js'

/** The CSV files that a brief takes figures from, by their paths as written. */
export interface DataFiles {
  readonly files: ReadonlyMap<string, DataFile>
  /** Whether each of them could be read. */
  readonly areAll: boolean
}

/** Reads each CSV that a table or a chart of a brief names, once; one that cannot be read is a finding where it is first named. */
export async function readTableFiles(brief: Brief, workspace: Workspace, report: Report): Promise<DataFiles> {
  const files = new Map<string, DataFile>()
  const asked = new Set<string>()
  for (const [path, place] of namedFiles(brief)) {
    if (asked.has(path)) continue
    asked.add(path)
    const absolute = await resolveInBrief(workspace, path, brief.file, place, report)
    const file = absolute && (await readTableFile(workspace, absolute, place, report))
    if (file) files.set(path, file)
  }
  return { files, areAll: files.size === asked.size }
}

function namedFiles(brief: Brief): (readonly [path: string, place: Place])[] {
  return (['tables', 'charts'] as const).flatMap(list =>
    (brief.data[list] ?? []).flatMap(({ data }, index) =>
      data === undefined ? [] : [[data, brief.place([list, index, 'data'])] as const],
    ),
  )
}
