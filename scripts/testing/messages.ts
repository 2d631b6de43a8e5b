/** What the process that runs everything asks of a worker, one file at a time. */
export interface FileRequest {
  /** Path of the test file, below the root of the repository. */
  readonly file: string
  /** The address of the compiled file. */
  readonly module: string
  /** Only tests whose names match one of these regular expressions; absent for all. */
  readonly names: readonly string[] | undefined
}

/** What a worker tells. */
export type WorkerEvent =
  /** The file has been loaded, and these tests of it will run. */
  | { readonly kind: 'loaded'; readonly tests: readonly string[] }
  | { readonly kind: 'begun'; readonly test: string }
  | { readonly kind: 'ended'; readonly result: TestResult }
  /** A test is marked `only`: this many others do not run. */
  | { readonly kind: 'narrowed'; readonly others: number }
  /** Something of the file failed outside of its tests. */
  | { readonly kind: 'failed'; readonly failure: string }
  /** With the milliseconds of processor time that the file took, its loading included. */
  | { readonly kind: 'done'; readonly processorTime: number }

export interface TestResult {
  readonly test: string
  /** What is to be shown of a failure; absent if it passed. */
  readonly failure: string | undefined
  /** Why the test left itself out. */
  readonly skipped: string | undefined
  /** Milliseconds. */
  readonly time: number
  /** Milliseconds of processor time, with that of processes that the test started. */
  readonly processorTime: number
}

export interface FileResult {
  readonly file: string
  readonly tests: readonly TestResult[]
  /** What failed outside of the tests. */
  readonly failures: readonly string[]
  /** Names of tests that were to run and did not. */
  readonly notRun: readonly string[]
  /** How many tests do not run because another is marked `only`. */
  readonly others: number
  /** What the file wrote to standard output and standard error. */
  readonly output: string
  /** Milliseconds. */
  readonly time: number
  /** Milliseconds of processor time. */
  readonly processorTime: number
}
