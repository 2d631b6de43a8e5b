import { closeSync, fsync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { lstat, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Report } from '../../diagnostics/index.js'
import { uniqueName } from './clock.js'
import { describeFileError } from './file-error.js'
import { placeOfFile } from './file-place.js'
import { rejectLinkOut } from './links.js'
import { displayPath, isFile, type Workspace } from './workspace.js'

/** Writes a file of the workspace whole or not at all; a finding if it cannot be written. */
export async function writeAtomically(
  workspace: Workspace,
  absolute: string,
  content: FileContent,
  report: Report,
): Promise<boolean> {
  if (rejectLinkOut(workspace, dirname(absolute), report)) return false
  try {
    await replaceFile(absolute, content)
    return true
  } catch (error) {
    report(
      'write-failed',
      placeOfFile(workspace, absolute),
      `cannot write \`${displayPath(workspace, absolute)}\`: ${describeFileError(error)}`,
    )
    return false
  }
}

/**
 * Writes a file whole or not at all, even where the power fails: beside its place, flushed to the disk, then renamed into
 * its place. Throws what the system says.
 */
export async function replaceFile(absolute: string, content: FileContent): Promise<void> {
  const temporary = join(dirname(absolute), `.${basename(absolute).slice(0, 40)}.${uniqueName()}.tmp`)
  try {
    setTemporary(temporary, true)
    await writeAndFlush(temporary, content)
    renameSync(temporary, absolute)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  } finally {
    setTemporary(temporary, false)
  }
}

/** A text may come in parts. */
type FileContent = string | Uint8Array | Iterable<string>

/** Whether nothing stands where a file is to be made that a user will edit; a finding if something does. */
export async function checkFileAbsent(
  workspace: Workspace,
  absolute: string,
  report: Report,
): Promise<boolean> {
  if (!(await exists(absolute))) return true
  report(
    'file-exists',
    placeOfFile(workspace, absolute),
    `\`${displayPath(workspace, absolute)}\` is there already`,
    'choose another name, or move the file away',
  )
  return false
}

/** Removes what this tool printed before and could not print again. */
export async function removeOutdatedFile(
  workspace: Workspace,
  absolute: string,
  report: Report,
): Promise<void> {
  if (!(await isFile(absolute, workspace.files))) return
  try {
    await rm(absolute, { force: true })
  } catch (error) {
    const shown = displayPath(workspace, absolute)
    report(
      'write-failed',
      placeOfFile(workspace, absolute),
      `cannot remove the outdated \`${shown}\`: ${describeFileError(error)}`,
    )
  }
}

/** Removes the temporary files of writes that an interrupt cuts short; at once, as the process is about to end. */
export function removeTemporaryFiles(): void {
  for (const temporary of temporaryFiles) rmSync(temporary, { force: true })
}

/** The temporary files that a process which was killed left in a folder. */
export function isTemporaryFile(name: string): boolean {
  return /^\..+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name)
}

const temporaryFiles = new Set<string>()
let listener: (there: boolean) => void = () => {}

/** Hears when there are files half written, and when there are none any more: only then an interrupt leaves nothing behind. */
export function onTemporaryFiles(hears: (there: boolean) => void): void {
  listener = hears
}

function setTemporary(path: string, isThere: boolean): void {
  if (isThere) temporaryFiles.add(path)
  else temporaryFiles.delete(path)
  listener(temporaryFiles.size > 0)
}

/** One way to another thread for the flush, which takes long, costs less than one for each step. */
async function writeAndFlush(path: string, content: FileContent): Promise<void> {
  const file = openNew(path)
  try {
    for (const part of chunksOf(content)) writeFileSync(file, part)
    await flush(file)
  } finally {
    closeSync(file)
  }
}

/** Most files are written where others have been. */
function openNew(path: string): number {
  try {
    return openSync(path, 'wx')
  } catch {
    mkdirSync(dirname(path), { recursive: true })
    return openSync(path, 'wx')
  }
}

const flush = promisify(fsync)

/** Many small parts together, so that each write is worth its while. */
function* chunksOf(content: FileContent): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content
  else {
    let part = ''
    for (const text of content) {
      part += text
      if (part.length < CHUNK_CHARACTERS) continue
      yield part
      part = ''
    }
    yield part
  }
}

/** Characters. */
const CHUNK_CHARACTERS = 65_536

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}
