import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import type { BuildOptions } from '../plan/build-options.js'
import { acquireOutputLock, type OutputLock } from '../record/output-lock.js'
import { CACHE_FOLDER } from '../workspace/cache-folder.js'
import { describeFileError } from '../workspace/file-error.js'
import { placeOfFile } from '../workspace/file-place.js'
import { displayPath, type Workspace } from '../workspace/workspace.js'
import { isTemporaryFile } from '../workspace/write-file.js'

/**
 * Has an output folder to itself: waits for another build in it, and clears up after one that died. Undefined if the
 * folder cannot be written to, which is reported, or if the wait was interrupted.
 */
export async function lockOutputFolder(
  workspace: Workspace,
  out: string,
  { onWait, signal }: BuildOptions,
  report: Report,
): Promise<OutputLock | undefined> {
  const cache = join(out, CACHE_FOLDER)
  try {
    const lock = await acquireOutputLock(cache, holder => onWait?.(holder), signal)
    if (lock?.abandoned) await clearTemporaryFiles(out)
    return lock
  } catch (error) {
    report(
      'write-failed',
      placeOfFile(workspace, out),
      `cannot write to \`${displayPath(workspace, out)}\`: ${describeFileError(error)}`,
    )
    return undefined
  }
}

async function clearTemporaryFiles(out: string): Promise<void> {
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && isTemporaryFile(entry.name))
      await rm(join(entry.parentPath, entry.name), { force: true })
}
