import { Worker } from 'node:worker_threads'
import { unlessAborted } from '../jobs/linked-signal.js'
import { answerer } from './answer.js'
import type { ThreadAnswer, ThreadQuestion } from './thread-message.js'

/** Does jobs, one at a time. */
export interface JobThread {
  /** Rejects with a `ThreadDeath` if the thread dies, and with the reason of `signal` if that is aborted, which ends the thread. */
  ask(question: ThreadQuestion, signal: AbortSignal): Promise<ThreadAnswer>
  close(): Promise<void>
}

/** A thread died of the job that it had: out of memory, or of a fault in machine code. */
export class ThreadDeath extends Error {}

interface JobThreadOptions {
  /** The module that a thread runs. */
  readonly module?: URL | undefined
  /** How much of the memory a thread may take, in megabytes. */
  readonly memory: number
}

/** Opens a thread for jobs; Node has no TypeScript for threads, so that sources run in this one. */
export function openJobThread(options: JobThreadOptions): JobThread {
  return IS_SOURCE && !options.module
    ? new ThisThread()
    : new OwnThread(options.module ?? MODULE, options.memory)
}

const IS_SOURCE = import.meta.url.endsWith('.ts')
/** Beside the chunks of the bundle, of which this module is one. */
const MODULE = new URL('../serve/worker/thread.js', import.meta.url)

/** A thread that is started with its first job, and again after it has ended. */
class OwnThread implements JobThread {
  #worker: Worker | undefined

  constructor(
    readonly module: URL,
    readonly memory: number,
  ) {}

  ask(question: ThreadQuestion, signal: AbortSignal): Promise<ThreadAnswer> {
    const worker = this.#worker ?? this.#start()
    return new Promise<ThreadAnswer>((resolve, reject) => {
      const end = (settle: () => void) => {
        worker.off('message', onAnswer)
        worker.off('error', onError)
        worker.off('exit', onExit)
        signal.removeEventListener('abort', onAbort)
        settle()
      }
      const onAnswer = (answer: ThreadAnswer) => end(() => resolve(answer))
      const onError = (error: Error) => end(() => reject(this.#lose(worker, error.message)))
      const onExit = (code: number) => end(() => reject(this.#lose(worker, `it ended with ${code}`)))
      const onAbort = () =>
        end(() => {
          this.#worker = undefined
          void worker.terminate().then(() => reject(signal.reason))
        })
      worker.on('message', onAnswer)
      worker.on('error', onError)
      worker.on('exit', onExit)
      if (signal.aborted) return onAbort()
      signal.addEventListener('abort', onAbort)
      worker.postMessage(question)
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.module, { resourceLimits: { maxOldGenerationSizeMb: this.memory } })
    // What dies while it has nothing to do is of no concern, but that it is gone.
    worker.on('error', () => {})
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    this.#worker = worker
    return worker
  }

  #lose(worker: Worker, why: string): ThreadDeath {
    if (this.#worker === worker) this.#worker = undefined
    return new ThreadDeath(why)
  }
}

/** What is aborted here goes on, and its answer is dropped. */
class ThisThread implements JobThread {
  readonly #answer = answerer()

  async ask(question: ThreadQuestion, signal: AbortSignal): Promise<ThreadAnswer> {
    signal.throwIfAborted()
    return unlessAborted(this.#answer(question), signal)
  }

  async close(): Promise<void> {}
}
