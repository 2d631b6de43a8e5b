import { rmSync } from 'node:fs'
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Report } from '../diagnostics/index.js'
import { fileError } from './file-error.js'
import { placeOf } from './place-of.js'
import { uniqueName } from './time-and-chance.js'
import { isFile, shownPath, type Workspace } from './workspace.js'

/**
 * Writes a file whole or not at all, even where the power fails: beside its place, flushed to the disk, then renamed into
 * its place.
 */
export async function writeWhole(
  workspace: Workspace,
  absolute: string,
  content: Content,
  report: Report,
): Promise<boolean> {
  const temporary = join(dirname(absolute), `.${basename(absolute).slice(0, 40)}.${uniqueName()}.tmp`)
  try {
    await mkdir(dirname(absolute), { recursive: true })
    unfinished.add(temporary)
    await writeAndFlush(temporary, content)
    await rename(temporary, absolute)
    return true
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    report(
      'write-failed',
      placeOf(workspace, absolute),
      `cannot write \`${shownPath(workspace, absolute)}\`: ${fileError(error)}`,
    )
    return false
  } finally {
    unfinished.delete(temporary)
  }
}

/** A text may come in parts. */
type Content = string | Uint8Array | Iterable<string>

/** Whether nothing stands where a file is to be made that a user will edit; a finding if something does. */
export async function isFree(workspace: Workspace, absolute: string, report: Report): Promise<boolean> {
  if (!(await exists(absolute))) return true
  report(
    'file-exists',
    placeOf(workspace, absolute),
    `\`${shownPath(workspace, absolute)}\` is there already`,
    'choose another name, or move the file away',
  )
  return false
}

/** Removes what this tool printed before and could not print again. */
export async function removeStale(workspace: Workspace, absolute: string, report: Report): Promise<void> {
  if (!(await isFile(absolute))) return
  try {
    await rm(absolute, { force: true })
  } catch (error) {
    const shown = shownPath(workspace, absolute)
    report(
      'write-failed',
      placeOf(workspace, absolute),
      `cannot remove the outdated \`${shown}\`: ${fileError(error)}`,
    )
  }
}

/** Removes the temporary files of writes that an interrupt cuts short; at once, as the process is about to end. */
export function removeUnfinished(): void {
  for (const temporary of unfinished) rmSync(temporary, { force: true })
}

/** The temporary files that a process which was killed left in a folder. */
export function isUnfinished(name: string): boolean {
  return /^\..+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name)
}

const unfinished = new Set<string>()

async function writeAndFlush(path: string, content: Content): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    for (const part of partsOf(content)) await handle.writeFile(part)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Many small parts together, so that each write is worth its while. */
function* partsOf(content: Content): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content
  else {
    let part = ''
    for (const text of content) {
      part += text
      if (part.length < ENOUGH) continue
      yield part
      part = ''
    }
    yield part
  }
}

/** Characters. */
const ENOUGH = 65_536

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}
