import { rmSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { kill, pid } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileAge, touchFile } from '../workspace/clock.js'
import { systemErrorCode } from '../workspace/file-error.js'

/** That this build, and no other, prints into an output folder. */
export interface OutputLock {
  /** Whether an earlier build died while it had the lock, and may have left files half written. */
  readonly abandoned: boolean
  release(): void
}

/** Who has the lock. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
  /** Of the process, in the system's own unit, where it tells: a process with the number of a dead one is another. */
  readonly started: string | undefined
}

/**
 * Takes the lock of a folder as soon as no other build has it; `onWait` hears once who does. Throws what the file
 * system refuses; undefined if `signal` is aborted while it waits.
 */
export async function acquireOutputLock(
  folder: string,
  onWait: (holder: LockHolder) => void,
  signal?: AbortSignal,
): Promise<OutputLock | undefined> {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, 'lock')
  let abandoned = false
  let told = false
  while (!signal?.aborted) {
    if (await createLock(lock)) return heldLock(lock, abandoned)
    const holder = await readHolder(lock)
    if (holder === undefined) continue
    if (await isAlive(holder, lock)) {
      if (!told && holder !== UNKNOWN_HOLDER) {
        told = true
        onWait(holder)
      }
      await pause(POLL_MS)
    } else if (await clearDeadLock(lock, holder)) abandoned = true
    else await pause(POLL_MS)
  }
  return undefined
}

/** Milliseconds. */
const POLL_MS = 50
const HEARTBEAT_MS = 5000
/** After which a build on another machine counts as dead. */
const MAX_SILENCE_MS = 60_000

async function createLock(lock: string): Promise<boolean> {
  const holder: LockHolder = { pid, host: hostname(), started: await processStart(pid) }
  return createFile(lock, JSON.stringify(holder))
}

function heldLock(lock: string, abandoned: boolean): OutputLock {
  const beat = setInterval(() => touchFile(lock).catch(() => {}), HEARTBEAT_MS)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    rmSync(lock, { force: true })
  }
  return { abandoned, release }
}

/** Removes the lock of a dead build; only one of several that wait does so, and none removes the lock of another. */
async function clearDeadLock(lock: string, dead: LockHolder): Promise<boolean> {
  const clearing = `${lock}.clearing`
  if (!(await createFile(clearing, ''))) {
    if ((await fileAge(clearing)) > MAX_SILENCE_MS) await rm(clearing, { force: true })
    return false
  }
  try {
    const now = await readHolder(lock)
    if (JSON.stringify(now) !== JSON.stringify(dead)) return false
    await rm(lock, { force: true })
    return true
  } finally {
    await rm(clearing, { force: true })
  }
}

/** Makes a file that is not there yet; false if it is. */
async function createFile(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Undefined if there is no lock; a lock whose file says nothing yet is somebody's. */
async function readHolder(lock: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as LockHolder
  } catch (error) {
    return systemErrorCode(error) === undefined ? UNKNOWN_HOLDER : undefined
  }
}

const UNKNOWN_HOLDER: LockHolder = { pid: 0, host: '', started: undefined }

async function isAlive({ pid, host, started }: LockHolder, lock: string): Promise<boolean> {
  if (host !== hostname()) return (await fileAge(lock)) < MAX_SILENCE_MS
  return isRunning(pid) && (await processStart(pid)) === started
}

function isRunning(number: number): boolean {
  try {
    return kill(number, 0)
  } catch (error) {
    return systemErrorCode(error) === 'EPERM'
  }
}

/** Field 22 of what Linux tells of a process; the second is a name in parentheses that may hold blanks. */
async function processStart(number: number): Promise<string | undefined> {
  try {
    const status = await readFile(`/proc/${number}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
