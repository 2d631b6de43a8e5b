import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describeFileError, isTemporaryFile, wallClock } from '../../batch/index.js'
import { type FoundFile, filesBelow, unlessAbsent } from './folder-files.js'
import { isNamePart } from './object-name.js'
import type { ObjectStore } from './object-store.js'
import { isS3Address } from './s3-address.js'

/** What a store in a folder is to keep. */
export interface SweepLimits {
  /** Objects that nobody has written or used for so long are removed; at least `LEAST_KEPT_HOURS`. */
  readonly hours: number
  /** Bytes of all objects, above which the oldest are removed, too; no limit if undefined. */
  readonly bytes?: number | undefined
}

export interface Swept {
  readonly removed: number
  /** Bytes. */
  readonly removedBytes: number
  /** Bytes that are left: more than the limit where the rest is in use. */
  readonly keptBytes: number
}

/** What is younger counts as in use. */
export const LEAST_KEPT_HOURS = 1

/** Sweeps a store now and then, from now on. A bucket sweeps itself, by a lifecycle rule: for it this does nothing. */
export function startSweeper(
  store: ObjectStore,
  limits: SweepLimits,
  events: SweepEvents,
): { stop(): Promise<void> } {
  if (isS3Address(store.address)) return { stop: async () => {} }
  let running = Promise.resolve()
  const sweep = () => {
    running = running
      .then(() => sweepFolder(store.address, limits))
      .then(events.onSwept, error => events.onFailed(describeFileError(error)))
  }
  sweep()
  const timer = setInterval(sweep, INTERVAL_MS)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}

export interface SweepEvents {
  readonly onSwept: (swept: Swept) => void
  /** What the system says. */
  readonly onFailed: (reason: string) => void
}

/** Milliseconds. */
const INTERVAL_MS = 10 * 60_000

/** Removes the objects of a folder that are too old, or too many, and what writes that were cut short have left. */
export async function sweepFolder(folder: string, { hours, bytes }: SweepLimits): Promise<Swept> {
  const oldestKept = wallClock() - Math.max(hours, LEAST_KEPT_HOURS) * HOUR_MS
  const oldestUsed = wallClock() - LEAST_KEPT_HOURS * HOUR_MS
  const isOurs = (name: string) => name.split('/').every(part => isNamePart(part) || isTemporaryFile(part))
  const files: FoundFile[] = []
  for await (const file of filesBelow(folder, '', isOurs))
    if (file.name.includes('/') || isTemporaryFile(file.name)) files.push(file)
  files.sort((a, b) => a.modified - b.modified)
  let keptBytes = files.reduce((sum, { size }) => sum + size, 0)
  let removed = 0
  let removedBytes = 0
  for (const file of files) {
    const isExcess = bytes !== undefined && keptBytes > bytes
    const isOld =
      file.modified <
      (isTemporaryFile(file.name.split('/').at(-1) ?? '') || isExcess ? oldestUsed : oldestKept)
    if (!isOld || !(await removeUnused(join(folder, file.name), file.modified))) continue
    keptBytes -= file.size
    removed += 1
    removedBytes += file.size
  }
  return { removed, removedBytes, keptBytes }
}

const HOUR_MS = 60 * 60_000

/** Unless somebody has written or used it since it was looked at. */
async function removeUnused(path: string, modified: number): Promise<boolean> {
  const stats = await unlessAbsent(stat(path))
  if (!stats || stats.mtimeMs !== modified) return false
  await rm(path, { force: true })
  return true
}
