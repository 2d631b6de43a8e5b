import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Report } from './report.js'
import { runFiles } from './run-files.js'
import { type Selection, selectFiles } from './select-files.js'
import { Times } from './times.js'

export interface Compiled {
  /** The root of the repository. */
  readonly root: string
  /** The folder of the compiled modules, which mirrors the root. */
  readonly folder: string
  /** A folder for what is kept from one run to the next. */
  readonly cache: string
  /** The folder for a bundle of these sources. */
  readonly bundle: string
}

/** Seconds. */
const DEFAULT_LIMIT = 120

const USAGE = `npm test                     all tests
npm test -- evidence         one stage: a folder of test/
npm test -- PATTERN          files whose path matches a regular expression; if there are none, tests whose name does
npm test -- --slow           the slowest tests and files at the end
npm test -- --bail           ends with the first failure
npm test -- -j N             N processes beside each other

A test that has not ended after TEST_LIMIT seconds (${DEFAULT_LIMIT}) fails and ends its process; on a busy machine it has longer.
`

/** How many of the slowest tests are shown. */
const SLOWEST = 20

/** Runs the tests that the arguments choose, and tells the exit status. */
export async function main(
  argv: readonly string[],
  { root, folder, cache, bundle }: Compiled,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      slow: { type: 'boolean', default: false },
      bail: { type: 'boolean', default: false },
      jobs: { type: 'string', short: 'j', default: String(availableParallelism()) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return say(USAGE)
  process.env.TEST_BUNDLE ??= bundle
  removeOldBundles(dirname(bundle))
  const times = new Times(cache)
  const report = new Report(say, hasColours())
  const limit = 1000 * Number(process.env.TEST_LIMIT ?? DEFAULT_LIMIT)
  const options = { jobs: Number(values.jobs), limit, bail: values.bail }
  const run = (selected: Selection['files']) => {
    const requests = selected
      .toSorted((a, b) => times.of(b.file) - times.of(a.file))
      .map(one => ({ ...one, module: pathToFileURL(join(folder, one.file.replace(/\.ts$/, '.js'))).href }))
    return runFiles(requests, options, result => {
      report.add(result)
      times.note(result)
    })
  }
  const { files, others } = selectFiles(root, positionals, process.cwd())
  await run(files)
  if (report.isEmpty) await run(others)
  times.keep()
  return report.finish(values.slow ? SLOWEST : 0) ? 0 : 1
}

/** Removes bundles of sources that have changed since, once no run can still use them. */
function removeOldBundles(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true })
  }
}

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000

function say(text: string): number {
  process.stdout.write(text)
  return 0
}

const hasColours = () => process.stdout.isTTY && !process.env.NO_COLOR
