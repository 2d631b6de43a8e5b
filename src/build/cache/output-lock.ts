import { rmSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { kill, pid } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from '../file-error.js'
import { ageOf, touch } from '../time-and-chance.js'

/** That this build, and no other, prints into an output folder. */
export interface OutputLock {
  /** Whether an earlier build died while it had the lock, and may have left files half written. */
  readonly abandoned: boolean
  release(): void
}

/** Who has the lock. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** Of the process, in the system's own unit, where it tells: a process with the number of a dead one is another. */
  readonly started: string | undefined
}

/**
 * Takes the lock of a folder as soon as no other build has it; `onWait` hears once who does. Throws what the file
 * system refuses; undefined if `signal` is aborted while it waits.
 */
export async function lockOutput(
  folder: string,
  onWait: (holder: Holder) => void,
  signal?: AbortSignal,
): Promise<OutputLock | undefined> {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, 'lock')
  let abandoned = false
  let told = false
  while (!signal?.aborted) {
    if (await take(lock)) return held(lock, abandoned)
    const holder = await holderOf(lock)
    if (holder === undefined) continue
    if (await isAlive(holder, lock)) {
      if (!told && holder !== UNKNOWN) {
        told = true
        onWait(holder)
      }
      await pause(POLL)
    } else if (await clear(lock, holder)) abandoned = true
    else await pause(POLL)
  }
  return undefined
}

/** Milliseconds. */
const POLL = 50
const HEARTBEAT = 5000
/** After which a build on another machine counts as dead. */
const SILENCE = 60_000

async function take(lock: string): Promise<boolean> {
  const holder: Holder = { pid, host: hostname(), started: await startOf(pid) }
  return create(lock, JSON.stringify(holder))
}

function held(lock: string, abandoned: boolean): OutputLock {
  const beat = setInterval(() => touch(lock).catch(() => {}), HEARTBEAT)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    rmSync(lock, { force: true })
  }
  return { abandoned, release }
}

/** Removes the lock of a dead build; only one of several that wait does so, and none removes the lock of another. */
async function clear(lock: string, dead: Holder): Promise<boolean> {
  const clearing = `${lock}.clearing`
  if (!(await create(clearing, ''))) {
    if ((await ageOf(clearing)) > SILENCE) await rm(clearing, { force: true })
    return false
  }
  try {
    const now = await holderOf(lock)
    if (JSON.stringify(now) !== JSON.stringify(dead)) return false
    await rm(lock, { force: true })
    return true
  } finally {
    await rm(clearing, { force: true })
  }
}

/** Makes a file that is not there yet; false if it is. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Undefined if there is no lock; a lock whose file says nothing yet is somebody's. */
async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Holder
  } catch (error) {
    return errorCode(error) === undefined ? UNKNOWN : undefined
  }
}

const UNKNOWN: Holder = { pid: 0, host: '', started: undefined }

async function isAlive({ pid, host, started }: Holder, lock: string): Promise<boolean> {
  if (host !== hostname()) return (await ageOf(lock)) < SILENCE
  return isRunning(pid) && (await startOf(pid)) === started
}

function isRunning(number: number): boolean {
  try {
    return kill(number, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Field 22 of what Linux tells of a process; the second is a name in parentheses that may hold blanks. */
async function startOf(number: number): Promise<string | undefined> {
  try {
    const status = await readFile(`/proc/${number}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
