import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import type { BuildOptions } from '../build-options.js'
import { lockOutput, type OutputLock } from '../cache/output-lock.js'
import { fileError } from '../file-error.js'
import { placeOf } from '../place-of.js'
import { shownPath, type Workspace } from '../workspace.js'
import { isUnfinished } from '../write-file.js'
import { CACHE_FOLDER } from './output-folder.js'

/**
 * Has an output folder to itself: waits for another build in it, and clears up after one that died. Undefined if the
 * folder cannot be written to, which is reported, or if the wait was interrupted.
 */
export async function lockFolder(
  workspace: Workspace,
  out: string,
  { onWait, signal }: BuildOptions,
  report: Report,
): Promise<OutputLock | undefined> {
  const cache = join(out, CACHE_FOLDER)
  try {
    const lock = await lockOutput(cache, holder => onWait?.(holder), signal)
    if (lock?.abandoned) await clearUnfinished(out)
    return lock
  } catch (error) {
    report(
      'write-failed',
      placeOf(workspace, out),
      `cannot write to \`${shownPath(workspace, out)}\`: ${fileError(error)}`,
    )
    return undefined
  }
}

async function clearUnfinished(out: string): Promise<void> {
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && isUnfinished(entry.name))
      await rm(join(entry.parentPath, entry.name), { force: true })
}
