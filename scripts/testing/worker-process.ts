import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { FileRun } from './file-run.js'
import type { FileRequest, FileResult, WorkerEvent } from './messages.js'

const WORKER = fileURLToPath(import.meta.resolve('./worker.js'))
/** A group of its own: what its tests have started can be ended with it. */
const detached = process.platform !== 'win32'

/** A process that runs test files, watched from outside: whatever hangs it, be it an endless loop, ends by name. */
export class WorkerProcess {
  readonly #child: ChildProcess
  /** Milliseconds that a test may take. */
  readonly #limit: number
  readonly #closed: Promise<void>
  readonly #files: string[] = []
  #output = ''
  #run: FileRun | undefined
  #report = () => {}
  #watchdog: NodeJS.Timeout | undefined
  #killedAfter: number | undefined
  /** How it has ended, if it has. */
  ended: string | undefined

  constructor(limit: number, module = WORKER) {
    this.#limit = limit
    this.#child = fork(module, { execArgv: ['--enable-source-maps'], silent: true, detached })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', data => {
        this.#output += data
      })
    this.#child.on('message', event => this.#hear(event as WorkerEvent))
    this.#child.on('exit', () => this.kill())
    this.#closed = new Promise(resolve =>
      this.#child.on('close', (status, signal) => {
        this.#close(signal ?? `status ${status}`)
        resolve()
      }),
    )
  }

  /** Runs a file. If the file ends the process, or hangs it, it has failed, and the process is of no more use. */
  run(request: FileRequest): Promise<FileResult> {
    this.#files.push(request.file)
    this.#run = new FileRun(request.file)
    this.#watch()
    this.#child.send(request)
    return new Promise(resolve => {
      this.#report = () => {
        clearTimeout(this.#watchdog)
        const output = this.#output
        this.#output = ''
        const result = this.#run?.result(output)
        this.#run = undefined
        if (result) resolve(result)
      }
    })
  }

  /** Lets the process end by itself and tells what keeps it from it. */
  async end(): Promise<string | undefined> {
    this.#watch()
    if (this.#child.connected) this.#child.send('end')
    await this.#closed
    clearTimeout(this.#watchdog)
    if (this.ended === 'ended with status 0') return undefined
    return `the process that ran these ${this.ended}: ${this.#files.join(', ')}\n${this.#output}`
  }

  kill(): void {
    try {
      if (detached && this.#child.pid) process.kill(-this.#child.pid, 'SIGKILL')
      else this.#child.kill('SIGKILL')
    } catch {
      // It has ended, and all that it started.
    }
  }

  #hear(event: WorkerEvent): void {
    this.#run?.hear(event)
    if (this.#run?.isDone) this.#report()
    else this.#watch()
  }

  #close(how: string): void {
    const seconds = Math.round((this.#killedAfter ?? 0) / 1000)
    const killed = this.#killedAfter !== undefined
    this.ended = killed ? `was killed after ${seconds} s` : `ended with ${how}`
    this.#run?.die(killed ? `had not ended after ${seconds} s` : `ended the process with ${how}`)
    this.#report()
  }

  /** Kills the process unless something is heard of it in time, of which there is more while others use the processor. */
  #watch(began = performance.now()): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(
      () => {
        const waited = performance.now() - began
        if (waited < this.#limit * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())) {
          this.#watch(began)
          return
        }
        this.#killedAfter = waited
        this.kill()
      },
      Math.min(1000, this.#limit),
    )
  }
}
