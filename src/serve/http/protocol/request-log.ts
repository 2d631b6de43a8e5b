import { uniqueName, wallClock } from '../../../batch/index.js'

/** One line of the log. It never has a token, a file's name or words of a brief in it. */
export interface LogLine {
  readonly level: 'info' | 'warning' | 'error'
  readonly [fact: string]: string | number | boolean | null | undefined
}

/** Takes lines of the log. */
export type Log = (line: LogLine) => void

/** Writes the log as lines of JSON. */
export function jsonLog(write: (text: string) => unknown): Log {
  return line => void write(`${JSON.stringify({ time: isoTime(), ...line })}\n`)
}

/** The time of the day as RFC 3339 has it. */
export const isoTime = () => new Date(wallClock()).toISOString()

/** The name of a request in the log: the client's own, where it is one that no log can be broken with. */
export function requestIdOf(given: string | null | undefined): string {
  return given && /^[\w.:+/=-]{1,128}$/.test(given) ? given : uniqueName()
}

/** What the log says of an error that is a bug: where it was thrown, without its message, which may hold words of a brief. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...frames.slice(0, 8).map(line => line.trim())].join(' | ')
}
