import { rmSync } from 'node:fs'
import { lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Report } from '../diagnostics/index.js'
import { fileError } from './file-error.js'
import { placeOf } from './place-of.js'
import { uniqueName } from './time-and-chance.js'
import { isFile, shownPath, type Workspace } from './workspace.js'

/**
 * Writes a file whole or not at all: beside its place, then renamed into it. What cannot be made again is `flushed` to
 * the disk before, so that it outlasts a loss of power; that takes longer than printing an edition.
 */
export async function writeWhole(
  workspace: Workspace,
  absolute: string,
  content: string | Uint8Array,
  report: Report,
  { flushed = false } = {},
): Promise<boolean> {
  const temporary = join(dirname(absolute), `.${basename(absolute).slice(0, 40)}.${uniqueName()}.tmp`)
  try {
    await mkdir(dirname(absolute), { recursive: true })
    unfinished.add(temporary)
    await (flushed ? writeAndFlush(temporary, content) : writeFile(temporary, content, { flag: 'wx' }))
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

const unfinished = new Set<string>()

async function writeAndFlush(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}
