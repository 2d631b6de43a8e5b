import type { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { removeUnfinished } from '../build/write-file.js'

/** Lets a build go on when whoever read its output has left (`briefwright build | head -1`). */
export function guardStreams(...streams: EventEmitter[]): void {
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}

/** What an interrupt does. */
export interface Interrupts {
  /** From now on a command sees to an interrupt itself, and has a moment for it. */
  readonly interruptible: () => AbortSignal
  /** The status that shells expect of a process that was interrupted; undefined as long as it is not. */
  readonly status: () => number | undefined
}

/** On Ctrl-C leaves no half-written file: at once, or within a second where a command puts things in order first. */
export function handleInterrupts(process: NodeJS.Process): Interrupts {
  let controller: AbortController | undefined
  let status: number | undefined
  const end = () => {
    removeUnfinished()
    process.exit(status)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      const isFirst = status === undefined
      status = 128 + constants.signals[signal]
      if (!controller || !isFirst) return end()
      setTimeout(end, MOMENT).unref()
      controller.abort()
    })
  return {
    interruptible: () => {
      controller ??= new AbortController()
      return controller.signal
    },
    status: () => status,
  }
}

/** Milliseconds. */
const MOMENT = 800
