import type { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { onTemporaryFiles, removeTemporaryFiles } from '../batch/workspace/write-file.js'

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
  /** From now on a first interrupt is a request to stop: the command takes its time, and its end is no death. */
  readonly stoppable: () => AbortSignal
  /** Ends the process if it was interrupted, when the command has put things in order. */
  readonly endIfInterrupted: () => void
}

/**
 * On Ctrl-C leaves no half-written file. Signals are left to the system, which ends the process whatever it computes, unless
 * there is something to put in order: a file that is being written, or a command that does so itself, and then ends as soon as
 * it can. A second signal ends it at once.
 */
export function handleInterrupts(process: NodeJS.Process): InterruptHandling {
  let controller: AbortController | undefined
  let heard: (typeof SIGNALS)[number] | undefined
  let lastResort: NodeJS.Timeout | undefined
  const end = () => {
    if (!heard) return
    clearInterval(lastResort)
    removeTemporaryFiles()
    // By the signal itself, as shells expect: Node's own way out waits for what the engine compiles, which takes seconds.
    process.removeAllListeners(heard)
    process.kill(process.pid, heard)
    process.exit(128 + constants.signals[heard])
  }
  const listeners = SIGNALS.map(signal => [signal, () => hear(signal)] as const)
  const hear = (signal: (typeof SIGNALS)[number]) => {
    const isFirst = heard === undefined
    heard = signal
    if (!controller || !isFirst) return end()
    if (!isRequest) lastResort = endWithoutPatience(end)
    controller.abort()
  }
  let isRequest = false
  let isListening = false
  const listen = (wanted: boolean) => {
    if (wanted === isListening) return
    isListening = wanted
    for (const [signal, listener] of listeners)
      if (wanted) process.on(signal, listener)
      else process.off(signal, listener)
  }
  onTemporaryFiles(there => listen(there || controller !== undefined))
  const interruptible = () => {
    controller ??= new AbortController()
    listen(true)
    return controller.signal
  }
  return {
    interruptible,
    stoppable: () => {
      isRequest = true
      return interruptible()
    },
    // A service has put everything in order; connections that others keep open are no reason to stay.
    endIfInterrupted: () => (isRequest && heard ? process.exit() : end()),
  }
}

/** The last resort: counted in turns of the process, as on a busy machine one may take long and still put things in order. */
function endWithoutPatience(end: () => void): NodeJS.Timeout {
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
    if (turns >= MAX_TURNS) end()
  }, TURN_MS)
  timer.unref()
  return timer
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Milliseconds. */
const TURN_MS = 100
const MAX_TURNS = 50
