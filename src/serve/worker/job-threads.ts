import { memoryPerThread } from '../../batch/index.js'
import { type JobThread, openJobThread } from './job-thread.js'

/** What is only for tests to set. */
export interface ThreadSettings {
  /** The module that threads run, where it is not to be that of the package. */
  readonly module?: URL
  /** How much of the memory each may take, in megabytes. */
  readonly memory?: number
}

/** So many threads, each of which one job at a time may have. */
export class JobThreads {
  readonly #free: JobThread[]
  readonly #all: readonly JobThread[]
  readonly #waiting: ((thread: JobThread) => void)[] = []

  constructor(threads: number, { module, memory = memoryPerThread(threads) }: ThreadSettings = {}) {
    this.#all = Array.from({ length: threads }, () => openJobThread({ module, memory }))
    this.#free = [...this.#all]
  }

  /** Waits for a thread that has nothing to do. */
  take(): Promise<JobThread> {
    const thread = this.#free.pop()
    return thread ? Promise.resolve(thread) : new Promise(resolve => this.#waiting.push(resolve))
  }

  giveBack(thread: JobThread): void {
    const next = this.#waiting.shift()
    if (next) next(thread)
    else this.#free.push(thread)
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map(thread => thread.close()))
  }
}
