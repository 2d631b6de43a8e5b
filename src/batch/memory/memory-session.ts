import { BriefCache } from '../plan/brief-cache.js'
import type { PrintSettings } from '../plan/build-options.js'
import type { PrintJob, PrintResult } from '../print/print-job.js'
import { PrintSession } from '../print/print-session.js'
import { sharedResources } from '../render/shared-resources.js'
import { AudienceStore } from '../workspace/audience-store.js'
import { MEMORY_ROOT } from '../workspace/memory-files.js'
import { displayPath, type Workspace } from '../workspace/workspace.js'
import { inMemory, memoryWorkspace, type WorkspaceContents } from './memory-workspace.js'

/** Prints editions of a workspace in memory, as a `PrintSession` does those of one on a disk. */
export class MemorySession {
  private constructor(
    readonly session: PrintSession,
    /** Paths, relative to the workspace, that editions so far have looked for and of which the contents say nothing. */
    readonly missed: () => readonly string[],
  ) {}

  static async open(contents: WorkspaceContents, settings: PrintSettings): Promise<MemorySession> {
    const given = memoryWorkspace(contents)
    const { workspace } = given
    const audiences = await AudienceStore.open(workspace, () => {})
    const { resources, findings } = await sharedResources(given.contents, given.others)
    const here = { ...settings, root: MEMORY_ROOT }
    const session = new PrintSession(here, workspace, audiences, resources, findings, new BriefCache())
    return new MemorySession(session, () =>
      [...workspace.files.missed].map(path => displayPath(workspace, path)).sort(),
    )
  }

  /** Prints a job whose paths are those of a `portableJob`. */
  print(job: PrintJob): Promise<PrintResult> {
    const { settings } = this.session
    return this.session.print({ ...job, settings, brief: { ...job.brief, path: inMemory(job.brief.path) } })
  }
}

/** A job that says nothing of the disk that it was planned on: the same of the same files, wherever these lie. */
export function portableJob(job: PrintJob, workspace: Pick<Workspace, 'root'>): PrintJob {
  const { brief, settings } = job
  return {
    ...job,
    settings: { ...settings, root: '', resources: '' },
    brief: { ...brief, path: displayPath(workspace, brief.path) },
  }
}
