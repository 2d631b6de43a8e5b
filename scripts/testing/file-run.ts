import type { FileResult, TestResult, WorkerEvent } from './messages.js'

/** What is known of a file while a worker runs it. */
export class FileRun {
  readonly #file: string
  readonly #start = performance.now()
  readonly #waiting: string[] = []
  readonly #tests: TestResult[] = []
  readonly #failures: string[] = []
  #current: { readonly test: string; readonly start: number } | undefined
  #others = 0
  #processorTime = 0
  isDone = false

  constructor(file: string) {
    this.#file = file
  }

  hear(event: WorkerEvent): void {
    if (event.kind === 'loaded') this.#waiting.push(...event.tests)
    else if (event.kind === 'narrowed') this.#others += event.others
    else if (event.kind === 'failed') this.#failures.push(event.failure)
    else if (event.kind === 'begun') this.#current = { test: event.test, start: performance.now() }
    else if (event.kind === 'ended') this.#end(event.result)
    else {
      this.#processorTime = event.processorTime
      this.isDone = true
    }
  }

  /** The process has ended before the file was done: the test that it was at has failed, and those after it never ran. */
  die(how: string): void {
    if (this.#current) {
      const { test, start } = this.#current
      const time = performance.now() - start
      this.#end({ test, failure: how, skipped: undefined, time, processorTime: 0 })
    } else this.#failures.push(`outside of its tests: ${how}`)
    this.isDone = true
  }

  result(output: string): FileResult {
    return {
      file: this.#file,
      tests: this.#tests,
      failures: this.#failures,
      notRun: this.#waiting,
      others: this.#others,
      output,
      time: performance.now() - this.#start,
      processorTime: this.#processorTime,
    }
  }

  #end(result: TestResult): void {
    this.#current = undefined
    this.#tests.push(result)
    this.#waiting.splice(this.#waiting.indexOf(result.test), 1)
  }
}
