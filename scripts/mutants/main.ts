import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Compiled } from '../testing/main.js'
import { Times } from '../testing/times.js'
import { concernedTests } from './concerned-tests.js'
import { findMutants } from './find-mutants.js'
import { sample } from './sample.js'
import { type Candidate, MutantTree } from './try-mutants.js'

const USAGE = `npm run mutants                        mutants of the files of src/ that differ from the branch \`main\`
npm run mutants -- --base REVISION     … from another revision
npm run mutants -- FILE…               … of these files
npm run mutants -- --sample N --seed S  N of them, the same for the same seed
npm run mutants -- -j N                N at the same time

Each mutant changes a constant or a comparison in a copy of the compiled modules, and the tests of its stage that load it
run until one fails. Those that no test notices are listed. A test may take MUTANT_LIMIT seconds (20).
`

/** Lists the mutants that no test notices; the status is 1 if tests fail without any. */
export async function main(
  argv: readonly string[],
  { root, folder, cache, bundle }: Compiled,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      base: { type: 'string' },
      sample: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', short: 'j', default: String(availableParallelism()) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return say(USAGE)
  process.env.TEST_BUNDLE ??= bundle
  delete process.env.UPDATE_GOLDEN
  const files =
    positionals.length > 0
      ? positionals.map(path => relative(root, resolve(path)))
      : changed(root, values.base)
  const times = new Times(cache)
  const all = files.flatMap(file => candidatesOf(root, folder, file, times))
  const chosen = sample(all, Number(values.sample), Number(values.seed))
  say(`${chosen.length} of ${all.length} mutants in ${files.length} files\n`)
  const limit = 1000 * Number(process.env.MUTANT_LIMIT ?? 20)
  const trees = Array.from(
    { length: Math.min(Number(values.jobs), chosen.length) },
    (_, index) => new MutantTree(folder, join(cache, `mutants-${process.pid}-${index}`), limit),
  )
  const [first] = trees
  const tests = [...new Set(chosen.flatMap(candidate => candidate.tests))]
  if (first && !(await first.passes(tests)))
    return say('the tests fail without a mutant, or take too long\n', 1)
  const queue = [...chosen]
  let survivors = 0
  const work = async (tree: MutantTree) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (!(await tree.survives(next))) continue
      survivors++
      say(describe(root, next))
    }
  }
  await Promise.all(trees.map(work))
  return say(`${chosen.length} mutants, ${chosen.length - survivors} noticed, ${survivors} survived\n`)
}

function candidatesOf(root: string, folder: string, file: string, times: Times): Candidate[] {
  const tests = concernedTests(root, folder, file, times)
  const compiled = readFileSync(join(folder, file.replace(/\.ts$/, '.js')), 'utf8')
  return findMutants(compiled).map(mutant => ({ file, mutant, tests }))
}

/** Files of `src/` that differ from a revision, by default from where the branch has left `main`, or from the last commit. */
function changed(root: string, base: string | undefined): string[] {
  const git = (...argv: string[]) => execFileSync('git', argv, { cwd: root, encoding: 'utf8' }).trim()
  const revision = base ?? git('merge-base', 'HEAD', 'main')
  return git('diff', '--name-only', '--diff-filter=d', revision, '--', 'src')
    .split('\n')
    .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts') && existsSync(join(root, path)))
}

function describe(root: string, { file, mutant, tests }: Candidate): string {
  const text = readFileSync(join(root, file), 'utf8').split('\n')[mutant.line - 1]?.trim() ?? ''
  const change = `${mutant.from} -> ${mutant.to || '(nothing)'}`
  return `survived  ${file}:${mutant.line}  ${change}  in  ${text}${tests.length === 0 ? '  (no test loads it)' : ''}\n`
}

function say(text: string, status = 0): number {
  process.stdout.write(text)
  return status
}
