import { randomUUID } from 'node:crypto'

/** Milliseconds since some moment in the past. */
export const now = () => performance.now()

/** Starts measuring; each call of the result gives the whole milliseconds since. */
export function stopwatch(): () => number {
  const start = now()
  return () => Math.round(now() - start)
}

/** Today's date in local time, as `YYYY-MM-DD`. */
export function today(): string {
  const date = new Date()
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** A name that nothing else has, for a file that is renamed once it is whole. */
export const uniqueName = () => randomUUID()
