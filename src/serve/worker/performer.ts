import { MemorySession } from '../../batch/index.js'
import type { Job, PrintTask } from '../jobs/job.js'
import { contentsOfInputs, type JobContents } from '../jobs/known-paths.js'
import type { Performed } from './performed.js'

/** Inputs that were read, and the sessions over them by their settings. */
interface KnownInputs {
  readonly contents: JobContents
  readonly bytes: number
  readonly sessions: Map<string, Promise<MemorySession>>
}

/** Does jobs in this thread, one after the other; what it has read for one stays for those that follow. */
export class Performer {
  /** By the name of their list, the longest unused first. */
  readonly #known = new Map<string, KnownInputs>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(readonly mostBytes = MOST_BYTES) {}

  knows(list: string): boolean {
    return this.#known.has(list)
  }

  learn(list: string, inputs: ReadonlyMap<string, Uint8Array>): void {
    const bytes = [...inputs.values()].reduce((sum, { length }) => sum + length, 0)
    this.#known.delete(list)
    this.#known.set(list, { contents: contentsOfInputs(inputs), bytes, sessions: new Map() })
    let all = [...this.#known.values()].reduce((sum, known) => sum + known.bytes, 0)
    for (const [oldest, known] of this.#known) {
      if ((all <= this.mostBytes && this.#known.size <= MOST_LISTS) || oldest === list) return
      all -= known.bytes
      this.#known.delete(oldest)
    }
  }

  /** Does a job whose inputs it knows. */
  perform(job: Job): Promise<Performed> {
    const outcome = this.#last.then(() => this.#perform(job))
    this.#last = outcome.catch(() => {})
    return outcome
  }

  async #perform(job: Job): Promise<Performed> {
    const known = this.#known.get(job.inputs)
    if (!known) throw new Error('bug: inputs of a job that nobody has given')
    this.#known.delete(job.inputs)
    this.#known.set(job.inputs, known)
    const { task } = job
    const { contents } = known
    switch (task.kind) {
      case 'print':
        return this.#print(task, known)
      case 'render':
        return (await import('./perform-render.js')).performRender(task, contents)
      case 'check':
        return (await import('./perform-check.js')).performCheck(task, contents)
      case 'plan':
        return (await import('./perform-plan.js')).performPlan(job, task, contents)
      default:
        throw new Error(`bug: a task \`${task.kind}\` for a thread`)
    }
  }

  async #print(task: PrintTask, { contents, sessions }: KnownInputs): Promise<Performed> {
    const { settings } = task.job
    const key = JSON.stringify(settings)
    const opening = sessions.get(key) ?? MemorySession.open(contents, settings)
    sessions.set(key, opening)
    const { performPrint } = await import('./perform-print.js')
    try {
      const made = await performPrint(task, await opening, contents.isOpen)
      // What was read without the files that are missing is no ground for the next edition.
      if (made.head.absent.length > 0) sessions.delete(key)
      return made
    } catch (error) {
      sessions.delete(key)
      throw error
    }
  }
}

/** Bytes of inputs that are held from one job to the next, beyond the last ones. */
const MOST_BYTES = 128 * 1024 * 1024
/** A brief takes about ten times the memory of its text once it is read. */
const MOST_LISTS = 32
