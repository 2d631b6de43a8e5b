import { setMaxListeners } from 'node:events'
import {
  type FileInput,
  type Printer,
  type PrintJob,
  type PrintResult,
  packageVersion,
  portableJob,
} from '../../batch/index.js'
import { type Diagnostic, type DiagnosticCode, serializeDiagnostic } from '../../diagnostics/index.js'
import type { Job, PrintHead, PrintTask } from '../jobs/job.js'
import { jobId } from '../jobs/job-id.js'
import { unlessAborted } from '../jobs/linked-signal.js'
import type { JobEnd, JobQueue } from '../queue/job-queue.js'
import type { ObjectStore } from '../store/object-store.js'
import { decodeResult } from '../store/result.js'
import { StoreError } from '../store/store-error.js'
import { resultName } from '../store/stored-results.js'
import { findingOfEdition, findingsOfEnd } from '../worker/finding-of-end.js'
import type { BuildInputs } from './build-inputs.js'
import { localFindings } from './local-findings.js'
import { Together } from './together.js'
import { Turns } from './turns.js'

/** What a build prints over. */
export interface QueuePrinterMeans {
  readonly queue: JobQueue
  readonly store: ObjectStore
  /** The inputs of a workspace, by its settings. */
  readonly inputsOf: (job: PrintJob) => BuildInputs
  /** Of this build alone. */
  readonly batch: string
  /** Aborted once the queue is given up. */
  readonly lost: AbortSignal
}

/** A result, or how its job ended without one. */
type Outcome =
  | { readonly head: PrintHead; readonly files: readonly Buffer[]; readonly ms: number }
  | Extract<JobEnd, { readonly state: 'failed' }>

/** Prints editions by workers of a queue: what is in the store already is taken from there. */
export class QueuePrinter implements Printer {
  /** Editions that are asked for at a time: two for each thread of 64 workers with eight. */
  readonly concurrency = 1024
  readonly #closing = new AbortController()
  readonly #reading = new Turns(READ_AT_A_TIME)
  readonly #asked = new Map<string, Job>()
  readonly #enqueueing: Together<Job>
  readonly #forgetting: Together<Job>
  /** What editions of a brief for an audience looked for beside its inputs. */
  readonly #more = new Map<string, ReadonlySet<string>>()

  constructor(readonly means: QueuePrinterMeans) {
    const { queue } = means
    // Each edition that is asked for hears of them.
    setMaxListeners(0, this.#closing.signal, means.lost)
    this.#enqueueing = new Together(jobs => queue.enqueue(jobs))
    this.#forgetting = new Together(jobs => queue.forget(jobs))
  }

  async print(job: PrintJob, files: readonly FileInput[] = []): Promise<PrintResult> {
    this.#closing.signal.throwIfAborted()
    const { root } = job.settings
    const task: PrintTask = { kind: 'print', job: portableJob(job, { root }) }
    const failed = (code: DiagnosticCode, why: string) => notPrinted([findingOfEdition(task, code, why)])
    try {
      const printing = this.#print(job, task, files)
      const outcome = await unlessAborted(printing, this.#closing.signal, this.means.lost)
      if ('state' in outcome) return notPrinted(findingsOfEnd(task, outcome))
      return resultOf(outcome, root)
    } catch (error) {
      this.#closing.signal.throwIfAborted()
      if (this.means.lost.aborted) return failed('queue-failed', 'the queue does not answer')
      if (error instanceof StoreError) return failed('store-failed', error.message)
      throw error
    }
  }

  /** Takes what nobody has begun off the queue, and has those who have begun end. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return
    this.#closing.abort(new Error('the printer was closed'))
    const left = [...this.#asked.values()]
    // A queue that does not answer keeps nobody from ending.
    if (left.length > 0 && !this.means.lost.aborted)
      await unlessAborted(this.means.queue.cancel(left), AbortSignal.timeout(CANCEL_MS)).catch(() => {})
  }

  async #print(job: PrintJob, task: PrintTask, files: readonly FileInput[]): Promise<Outcome> {
    const inputs = this.means.inputsOf(job)
    const kind = JSON.stringify([job.brief.path, job.audience, job.lang])
    for (let round = 1; ; round++) {
      const more = [...(this.#more.get(kind) ?? [])].sort()
      const list = await inputs.listFor(job, files, more)
      const named = { version: packageVersion(), client: '', inputs: list, task }
      const outcome = await this.#done({ ...named, id: jobId(named), batch: this.means.batch })
      if ('state' in outcome || outcome.head.absent.length === 0) return outcome
      const { absent } = outcome.head
      if (round === MOST_ROUNDS || absent.every(path => more.includes(path)))
        throw new Error(`the worker asks again and again for \`${absent[0]}\``)
      this.#more.set(kind, new Set([...(this.#more.get(kind) ?? []), ...absent]))
    }
  }

  /** The result of a job, from the store if it is there. What the queue or the store has lost is done again. */
  async #done(job: Job): Promise<Outcome> {
    const known = await this.#readResult(job, 0)
    if (known) return known
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const asked = { ...job, batch: attempt === 1 ? job.batch : `${job.batch}.${attempt}` }
      const end = await this.#askFor(asked)
      if (end.state === 'failed' && end.reason !== 'lost') return end
      const made = await this.#readResult(job, end.state === 'done' ? end.ms : 0)
      if (made) return made
    }
    return {
      state: 'failed',
      reason: 'store',
      message: `its result is not in the store: \`${resultName(job.id)}\``,
    }
  }

  async #askFor(job: Job): Promise<JobEnd> {
    const { queue } = this.means
    this.#asked.set(job.id, job)
    try {
      await this.#enqueueing.add(job)
      const end = await queue.ended(job, this.#closing.signal)
      if (!end) throw new Error('the printer was closed')
      // That it is forgotten is not waited for: it would be by itself.
      this.#forgetting.add(job).catch(() => {})
      return end
    } finally {
      this.#asked.delete(job.id)
    }
  }

  /** A damaged result is removed, so that whoever has the job does not take it for one. */
  #readResult({ id }: Job, ms: number): Promise<Outcome | undefined> {
    const { store } = this.means
    return this.#reading.take(async () => {
      const bytes = await store.get(resultName(id))
      const result = bytes && decodeResult(bytes)
      if (bytes && !result) await store.delete(resultName(id))
      return result && { head: result.head as PrintHead, files: result.files, ms }
    })
  }
}

/** Results that are held in memory at a time. */
const READ_AT_A_TIME = 16
const CANCEL_MS = 3000
/** How often an edition may name files that only those files lead to. */
const MOST_ROUNDS = 8
const MOST_ATTEMPTS = 3

function resultOf(
  { head: { findings, printed, trials }, files, ms }: Extract<Outcome, { readonly head: unknown }>,
  root: string,
): PrintResult {
  let next = 0
  const outputs = printed?.outputs.map(({ files: sizes, findings: own, ...output }) => ({
    ...output,
    findings: localFindings(own, root),
    files: sizes.map(() => files[next++] ?? Buffer.alloc(0)),
    ms,
  }))
  return {
    printed: printed && outputs && { brief_sha256: printed.brief_sha256, outputs },
    findings: localFindings(findings, root),
    trials,
  }
}

function notPrinted(findings: readonly Diagnostic[]): PrintResult {
  return { printed: undefined, findings: findings.map(serializeDiagnostic), trials: [] }
}
