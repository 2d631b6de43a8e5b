import { randomUUID } from 'node:crypto'
import { stat, utimes } from 'node:fs/promises'
import { hrtime } from 'node:process'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds since some moment in the past. */
export const now = () => Number(hrtime.bigint()) / 1e6

/** Milliseconds since 1970, for what other machines are to compare: files and objects say when they were written. */
export const wallClock = () => Date.now()

/** From 0 to below 1: so that many who wait for the same do not all ask at the same moment. */
export const chance = () => Math.random()

/** Starts measuring; each call of the result gives the whole milliseconds since. */
export function stopwatch(): () => number {
  const start = now()
  return () => Math.round(now() - start)
}

/** Lets signals and timers in that wait for work to pause; most calls return at once, so that it costs nothing to call often. */
export async function hearEvents(): Promise<void> {
  if (now() - lastHeard < DEAF_MS) return
  await nextTurn()
  lastHeard = now()
}

/** Milliseconds. */
const DEAF_MS = 25
let lastHeard = 0

/** Milliseconds since a file was last touched; 0 if it is not there. */
export async function fileAge(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs
  } catch {
    return 0
  }
}

/** Marks a file as touched now. */
export async function touchFile(path: string): Promise<void> {
  const date = new Date()
  await utimes(path, date, date)
}

/** Today's date in local time, as `YYYY-MM-DD`. */
export function today(): string {
  const date = new Date()
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** A name that nothing else has, for a file that is renamed once it is whole. */
export const uniqueName = () => randomUUID()
