import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Seconds of processor time, and of any time, after which a job is said to have no end. */
const PROCESSOR_LIMIT = 12
const LIMIT = 240
const SECONDS_BETWEEN_LOOKS = 0.5
/** A process does so many jobs before another takes its place, since what it has loaded stays in memory. */
const JOBS_OF_A_PROCESS = 400

/** A process that jobs are done in, one after another. It is ended when one of them hangs, and begun anew. */
export class RunnerProcess<Job extends object, Outcome extends object> {
  #child: ChildProcess | undefined
  #jobs = 0

  /** `warmUp` has jobs that load all that is needed. */
  constructor(
    private readonly module: URL,
    private readonly warmUp: readonly Job[],
    private readonly failed: (ms: number, fault: string) => Outcome,
  ) {}

  async run(job: Job): Promise<Outcome> {
    if (!this.#child?.connected || this.#jobs >= JOBS_OF_A_PROCESS) await this.#begin()
    this.#jobs++
    return this.#answer(job)
  }

  end(): void {
    this.#child?.removeAllListeners()
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  async #begin(): Promise<void> {
    this.end()
    this.#child = fork(this.module, {
      execArgv: ['--import', 'tsx', '--max-old-space-size=1200'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#jobs = 0
    for (const job of this.warmUp) await this.#answer(job)
  }

  #answer(job: Job): Promise<Outcome> {
    const child = this.#child
    if (!child) return Promise.resolve(this.failed(0, 'the process died'))
    return new Promise(resolve => {
      const before = processorSeconds(child.pid)
      const finish = (outcome: Outcome) => {
        clearInterval(watch)
        child.removeAllListeners()
        resolve(outcome)
      }
      let looks = 0
      const watch = setInterval(() => {
        const seconds = processorSeconds(child.pid) - before
        // A machine that sleeps meanwhile does not look.
        looks++
        if (seconds < PROCESSOR_LIMIT && looks < LIMIT / SECONDS_BETWEEN_LOOKS) return
        this.end()
        finish(this.failed(seconds * 1000, `no end after ${seconds.toFixed(0)} s of processor time`))
      }, SECONDS_BETWEEN_LOOKS * 1000)
      child.once('message', message => finish(message as Outcome))
      child.once('exit', (code, signal) => {
        this.#child = undefined
        finish(this.failed(0, `the process died: ${signal ?? code}`))
      })
      child.send(job)
    })
  }
}

/** Processor time of a process, where the system tells it; else all time counts. */
function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return performance.now() / 1000
  }
}
