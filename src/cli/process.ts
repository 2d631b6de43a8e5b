import type { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { removeTemporaryFiles } from '../batch/workspace/write-file.js'

/** Lets a build go on when whoever read its output has left (`briefwright build | head -1`). */
export function guardStreams(...streams: EventEmitter[]): void {
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}

/** How interrupts are handled. */
export interface InterruptHandling {
  /** From now on a command handles an interrupt itself, and has a moment for it. */
  readonly interruptible: () => AbortSignal
  /** Ends the process if it was interrupted, when the command has put things in order. */
  readonly endIfInterrupted: () => void
}

/** On Ctrl-C leaves no half-written file: at once, or within a second where a command puts things in order first. */
export function handleInterrupts(process: NodeJS.Process): InterruptHandling {
  let controller: AbortController | undefined
  let heard: (typeof SIGNALS)[number] | undefined
  const end = () => {
    if (!heard) return
    removeTemporaryFiles()
    // By the signal itself, as shells expect: Node's own way out waits for what the engine compiles, which takes seconds.
    process.removeAllListeners(heard)
    process.kill(process.pid, heard)
    process.exit(128 + constants.signals[heard])
  }
  for (const signal of SIGNALS)
    process.on(signal, () => {
      const isFirst = heard === undefined
      heard = signal
      if (!controller || !isFirst) return end()
      setTimeout(end, GRACE_MS).unref()
      controller.abort()
    })
  return {
    interruptible: () => {
      controller ??= new AbortController()
      return controller.signal
    },
    endIfInterrupted: end,
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Milliseconds. */
const GRACE_MS = 800
