import type { FileResult, TestResult } from './messages.js'
import { hasFailed } from './run-files.js'

/** Counts results and says them: a line a file, details of failures, totals. */
export class Report {
  readonly #write: (text: string) => void
  readonly #colours: boolean
  readonly #start = performance.now()
  readonly #results: FileResult[] = []

  constructor(write: (text: string) => void, colours: boolean) {
    this.#write = write
    this.#colours = colours
  }

  /** Whether nothing has run or failed. */
  get isEmpty(): boolean {
    return this.#results.every(result => result.tests.length === 0 && !hasFailed(result))
  }

  add(result: FileResult): void {
    this.#results.push(result)
    const { file, tests, failures, notRun, others, output, time } = result
    const skipped = tests.filter(test => test.skipped !== undefined)
    if (tests.length === 0 && !hasFailed(result)) return
    const mark = hasFailed(result) ? this.#red('✘') : this.#green('•')
    const counts = counted(tests.length + notRun.length, 'test', 'tests')
    this.#write(`${mark} ${file}  ${this.#dim(`${counts}, ${seconds(time)}`)}\n`)
    if (output.trim()) this.#write(indented(output.trimEnd(), '  | '))
    for (const { test, skipped: reason } of skipped) this.#write(`  skipped: ${reason} ("${test}")\n`)
    if (others > 0) this.#write(`  skipped: ${counted(others, 'test is', 'tests are')} not marked \`only\`\n`)
    for (const failure of failures)
      this.#write(`  ${this.#red('FAIL')} ${file}\n${indented(failure, '    ')}\n`)
    for (const { test, failure } of tests)
      if (failure) this.#write(`  ${this.#red('FAIL')} "${test}"\n${indented(failure, '    ')}\n`)
    for (const test of notRun) this.#write(`  ${this.#red('FAIL')} "${test}" did not run\n`)
  }

  /** Says the totals, and the slowest tests where they are asked for; tells whether all is well. */
  finish(slowest: number): boolean {
    const tests = this.#results.flatMap(({ file, tests }) => tests.map(test => ({ file, ...test })))
    const passed = tests.filter(({ failure, skipped }) => failure === undefined && skipped === undefined)
    const failed = this.#results.flatMap(namesOfFailed)
    const skipped =
      tests.filter(isSkipped).length + this.#results.reduce((sum, { others }) => sum + others, 0)
    if (this.isEmpty) this.#write('no test matches\n')
    if (slowest > 0) this.#writeSlowest(tests, slowest)
    if (failed.length > 0)
      this.#write(`\n${this.#red('Failed:')}\n${failed.map(name => `  ${name}\n`).join('')}`)
    const lines = [
      `  Total:     ${passed.length + failed.length}`,
      `  Passed:    ${passed.length}`,
      `  Skipped:   ${skipped}`,
      `  Duration:  ${seconds(performance.now() - this.#start)}`,
    ]
    this.#write(`\n${lines.join('\n')}\n\n`)
    return failed.length === 0 && passed.length > 0
  }

  #writeSlowest(tests: readonly (TestResult & { readonly file: string })[], count: number): void {
    this.#write('\nSlowest tests, with their processor time:\n')
    for (const { file, test, time, processorTime } of tests
      .toSorted((a, b) => b.time - a.time)
      .slice(0, count))
      this.#write(
        `  ${seconds(time).padStart(7)} ${seconds(processorTime).padStart(7)}  ${file}  "${test}"\n`,
      )
    this.#write('\nSlowest files:\n')
    const files = this.#results.toSorted((a, b) => b.processorTime - a.processorTime).slice(0, count)
    for (const { file, time, processorTime } of files)
      this.#write(`  ${seconds(time).padStart(7)} ${seconds(processorTime).padStart(7)}  ${file}\n`)
  }

  #red = (text: string) => (this.#colours ? `\x1b[31m${text}\x1b[39m` : text)
  #green = (text: string) => (this.#colours ? `\x1b[32m${text}\x1b[39m` : text)
  #dim = (text: string) => (this.#colours ? `\x1b[2m${text}\x1b[22m` : text)
}

const isSkipped = ({ skipped }: TestResult) => skipped !== undefined

/** Each counts as a test that did not pass: whatever failed outside of the tests, too. */
function namesOfFailed({ file, tests, failures, notRun }: FileResult): string[] {
  const names = [...tests.filter(({ failure }) => failure !== undefined).map(({ test }) => test), ...notRun]
  return [
    ...names.map(name => `${file}  "${name}"`),
    ...failures.map(failure => `${file}  ${failure.split('\n')[0]}`),
  ]
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map(line => `${by}${line}\n`)
    .join('')
}
