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

/** On Ctrl-C leaves no half-written file, and ends with the status that shells expect of a signal. */
export function tidyOnInterrupt(process: NodeJS.Process): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      removeUnfinished()
      process.exit(128 + constants.signals[signal])
    })
}
