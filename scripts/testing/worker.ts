import { describeFailure } from './describe-failure.js'
import type { FileRequest, WorkerEvent } from './messages.js'
import { processorTime } from './processor-time.js'
import { type RegisteredTest, type Suite, takeSuites } from './uvu.js'

/** Runs test files in this process, one after another, and tells its parent of every step. */
process.on('message', (request: FileRequest | 'end') => {
  if (request === 'end') {
    isEnding = true
    process.disconnect()
  } else void runFile(request)
})
process.on('disconnect', () => {
  if (!isEnding) process.exit(1)
})
let isEnding = false

function tell(event: WorkerEvent): void {
  process.send?.(event)
}

async function runFile({ module, names }: FileRequest): Promise<void> {
  const before = processorTime()
  const patterns = names?.map(name => new RegExp(name, 'i'))
  const isWanted = ({ name }: RegisteredTest) => patterns?.some(pattern => pattern.test(name)) ?? true
  const isLoaded = await attempt(() => import(module))
  const { suites, forgotten } = takeSuites()
  if (isLoaded && forgotten > 0) fail(`\`test.run()\` is missing: ${forgotten} of its tests never run`)
  else if (isLoaded && suites.every(isEmpty)) fail('the file has no tests')
  const chosen = suites.map(suite => ({ suite, tests: testsOf(suite).filter(isWanted) }))
  tell({ kind: 'loaded', tests: chosen.flatMap(({ tests }) => tests.map(({ name }) => name)) })
  for (const { suite, tests } of chosen) {
    if (suite.only.length > 0) tell({ kind: 'narrowed', others: suite.tests.length })
    if (suite.only.length > 0 && process.env.CI) fail('`test.only` is not for CI')
    for (const name of suite.skipped)
      fail(`"${name}" is marked \`skip\`: say why with \`skip\` of test/support/skip.ts`)
    if (tests.length > 0) await runSuite(suite, tests)
  }
  tell({ kind: 'done', processorTime: processorTime() - before })
}

const testsOf = ({ only, tests }: Suite) => (only.length > 0 ? only : tests)
const isEmpty = ({ only, tests, skipped }: Suite) => only.length + tests.length + skipped.length === 0

async function runSuite(suite: Suite, tests: readonly RegisteredTest[]): Promise<void> {
  await attempt(async () => {
    for (const hook of suite.before) await hook(suite.state)
    for (const test of tests) await runTest(suite, test)
  })
  for (const hook of suite.after) await attempt(() => hook(suite.state))
}

async function runTest(
  { beforeEach, afterEach, state }: Suite,
  { name, handler }: RegisteredTest,
): Promise<void> {
  tell({ kind: 'begun', test: name })
  const start = performance.now()
  const before = processorTime()
  const thrown: unknown[] = []
  try {
    for (const hook of beforeEach) await hook(state)
    await handler(state)
  } catch (error) {
    thrown.push(error)
  }
  for (const hook of afterEach) {
    try {
      await hook(state)
    } catch (error) {
      thrown.push(error)
    }
  }
  tell({
    kind: 'ended',
    result: {
      test: name,
      skipped: thrown.find(isSkipped)?.message,
      failure: thrown.filter(error => !isSkipped(error)).map(describeFailure)[0],
      time: performance.now() - start,
      processorTime: processorTime() - before,
    },
  })
}

/** Thrown by `skip` of `test/support/skip.ts`. */
const isSkipped = (error: unknown): error is Error => error instanceof Error && error.name === 'Skipped'

/** Runs something that belongs to the file rather than to one of its tests. */
async function attempt(step: () => unknown): Promise<boolean> {
  try {
    await step()
    return true
  } catch (error) {
    fail(describeFailure(error))
    return false
  }
}

function fail(failure: string): void {
  tell({ kind: 'failed', failure })
}
