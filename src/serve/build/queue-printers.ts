import { setTimeout as pause } from 'node:timers/promises'
import {
  now,
  type Printer,
  type Printers,
  type PrintJob,
  packageVersion,
  uniqueName,
} from '../../batch/index.js'
import type { JobQueue } from '../queue/job-queue.js'
import { StoredInputs } from '../store/inputs.js'
import type { ObjectStore } from '../store/object-store.js'
import { BuildInputs } from './build-inputs.js'
import { QueuePrinter } from './queue-printer.js'

export interface QueuePrintersOptions {
  /** Stays open when the printers are closed, and so does the store. */
  readonly queue: JobQueue
  readonly store: ObjectStore
  /** Hears why nothing is printed for a while. */
  readonly onNotice: (message: string) => void
  /** Milliseconds after which a queue that does not answer is given up. */
  readonly patienceMs?: number
}

/** Prints the editions of builds by the workers of a queue. */
export class QueuePrinters implements Printers {
  readonly #stored: StoredInputs
  readonly #inputs = new Map<string, BuildInputs>()
  #printer: QueuePrinter | undefined
  #watch: AbortController | undefined

  constructor(readonly options: QueuePrintersOptions) {
    this.#stored = new StoredInputs(options.store)
  }

  async choose(): Promise<Printer> {
    await this.close()
    const { queue, store } = this.options
    const lost = new AbortController()
    const batch = `build-${uniqueName()}`
    const inputsOf = (job: PrintJob) => this.#inputsOf(job)
    this.#printer = new QueuePrinter({ queue, store, inputsOf, batch, lost: lost.signal })
    this.#watch = new AbortController()
    void watchQueue(this.options, lost, this.#watch.signal)
    return this.#printer
  }

  async close(): Promise<void> {
    this.#watch?.abort()
    await this.#printer?.close()
  }

  /** The files of a workspace are read anew when templates, fonts or the house have changed. */
  #inputsOf({ settings: { root, resources } }: PrintJob): BuildInputs {
    const key = JSON.stringify([root, resources])
    const inputs = this.#inputs.get(key) ?? new BuildInputs(root, this.#stored)
    if (!this.#inputs.has(key)) this.#inputs.clear()
    this.#inputs.set(key, inputs)
    return inputs
  }
}

/** Says what keeps a build waiting, and gives a queue up that has not answered for long. */
async function watchQueue(
  { queue, onNotice, patienceMs = PATIENCE_MS }: QueuePrintersOptions,
  lost: AbortController,
  signal: AbortSignal,
): Promise<void> {
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => {})
  let heard = now()
  let told = ''
  let idle = 0
  for (;;) {
    await wait(LOOK_MS)
    if (signal.aborted) return
    const state = await Promise.race([queue.state().catch(() => undefined), wait(ANSWER_MS)])
    if (signal.aborted) return
    if (!state) {
      if (now() - heard < patienceMs) continue
      return lost.abort(new Error('the queue does not answer'))
    }
    heard = now()
    const own = state.workers[packageVersion()] ?? 0
    idle = own === 0 && state.waiting > 0 ? idle + 1 : 0
    const notice = idle < LOOKS_UNTIL_TOLD ? '' : noWorkers(state.workers)
    if (notice !== '' && notice !== told) onNotice(notice)
    told = notice
  }
}

function noWorkers(workers: Readonly<Record<string, number>>): string {
  const others = Object.keys(workers).sort()
  const beside = others.length > 0 ? `; there are workers of ${others.join(', ')}, which do others` : ''
  return `no worker of version ${packageVersion()} takes from the queue${beside}: start \`briefwright worker\`, or end this build`
}

/** Milliseconds between two looks at the queue, and for which one of them is waited for. */
const LOOK_MS = 2000
const ANSWER_MS = 10_000
const LOOKS_UNTIL_TOLD = 2
/** Milliseconds: as long as a store is waited for. */
const PATIENCE_MS = 5 * 60_000
