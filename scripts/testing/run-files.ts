import type { FileRequest, FileResult } from './messages.js'
import { WorkerProcess } from './worker-process.js'

interface RunOptions {
  /** How many processes run files at the same time. */
  readonly jobs: number
  /** Milliseconds that a test may take. */
  readonly limit: number
  /** Whether the first failure ends the run. */
  readonly bail: boolean
  /** The compiled module of workers; absent for the one beside this module. */
  readonly worker?: string
}

/** Runs test files in processes beside each other, each of which takes the next file when it is done with one. */
export async function runFiles(
  requests: readonly FileRequest[],
  { jobs, limit, bail, worker: module }: RunOptions,
  report: (result: FileResult) => void,
): Promise<void> {
  const queue = [...requests]
  const workers = new Set<WorkerProcess>()
  const killAll = () => {
    for (const worker of workers) worker.kill()
  }
  let isOver = false
  const lane = async () => {
    let worker: WorkerProcess | undefined
    for (let next = queue.shift(); next && !isOver; next = queue.shift()) {
      if (!worker || worker.ended !== undefined) {
        worker = new WorkerProcess(limit, module)
        workers.add(worker)
      }
      const result = await worker.run(next)
      if (isOver) return
      report(result)
      if (bail && hasFailed(result)) {
        isOver = true
        killAll()
      }
    }
    if (!worker || isOver || worker.ended !== undefined) return
    const problem = await worker.end()
    if (problem) report({ ...NOTHING, failures: [problem] })
  }
  const interrupted = () => process.exit(1)
  process.on('exit', killAll).on('SIGINT', interrupted).on('SIGTERM', interrupted)
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, queue.length) }, lane))
  } finally {
    killAll()
    process.off('exit', killAll).off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}

/** Whether anything of a file is not as it should be. */
export function hasFailed({ tests, failures, notRun }: FileResult): boolean {
  return failures.length + notRun.length > 0 || tests.some(({ failure }) => failure !== undefined)
}

const NOTHING: FileResult = {
  file: 'the end of all files',
  tests: [],
  failures: [],
  notRun: [],
  others: 0,
  output: '',
  time: 0,
  processorTime: 0,
}
