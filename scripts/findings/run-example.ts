import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { today } from '../../src/batch/workspace/clock.js'
import { main } from '../../src/cli/main.js'
import type { Example, Files } from './finding-entry.js'

/** Runs an example in a workspace of its own, and returns the finding as the program prints it; throws if there is none. */
export async function runExample(code: string, { steps, printed }: Example): Promise<string> {
  if (printed !== undefined) return printed
  const cwd = mkdtempSync(join(tmpdir(), 'briefwright-example-'))
  try {
    let said = ''
    for (const step of steps)
      if (typeof step === 'string') said = await runCommand(step.split(' '), cwd)
      else writeFiles(step, cwd)
    const finding = said.split(/\n\n/).find(one => one.split('\n')[0]?.endsWith(`[${code}]`))
    if (finding === undefined) throw new Error(`the example of \`${code}\` does not provoke it:\n${said}`)
    return finding.trim().replaceAll(today(), DAY_OF_EXAMPLES)
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

function writeFiles(files: Files, cwd: string) {
  for (const [path, content] of Object.entries(files)) {
    const file = join(cwd, path)
    mkdirSync(dirname(file), { recursive: true })
    const written = typeof content === 'function' ? content(readFileSync(file, 'utf8')) : content
    if (written === '') rmSync(file, { force: true })
    else writeFileSync(file, written)
  }
}

/** What is locked bears the day of the run. */
const DAY_OF_EXAMPLES = '2025-03-12'

/** A command may begin with variables of the environment, as in a shell. */
async function runCommand(words: readonly string[], cwd: string): Promise<string> {
  const argv = words.filter(word => !VARIABLE.test(word))
  const env = Object.fromEntries(words.filter(word => VARIABLE.test(word)).map(word => word.split('=')))
  let said = ''
  await main(argv, {
    stdout: { write: () => undefined },
    stderr: {
      write(text) {
        said += text
      },
    },
    cwd,
    env,
  })
  return said
}

const VARIABLE = /^[A-Z_]+=/
