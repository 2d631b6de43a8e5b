/** Runs one input after another and says of each how it went. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../../src/cli/main.js'
import type { FuzzInput } from './inputs.js'

export interface FuzzOutcome {
  /** Processor time. */
  readonly ms: number
  /** The most memory that the process has had, in MB. */
  readonly megabytes: number
  readonly status: number
  /** What went wrong: an exception that nobody expected. */
  readonly fault: string | undefined
}

let loose: string | undefined
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: unknown) => {
    loose = error instanceof Error ? (error.stack ?? error.message) : String(error)
  })

process.on('message', async (input: FuzzInput) => {
  process.send?.(await runInput(input))
})

async function runInput({ files, argv }: FuzzInput): Promise<FuzzOutcome> {
  const cwd = mkdtempSync(join(tmpdir(), 'briefwright-fuzz-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true })
      writeFileSync(join(cwd, path), content)
    }
    loose = undefined
    const before = process.cpuUsage()
    const { status, stderr } = await runCommand(argv, cwd)
    await new Promise(resolve => setImmediate(resolve))
    const { user, system } = process.cpuUsage(before)
    const fault = loose ?? faultIn(stderr, status)
    return { ms: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024, status, fault }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

async function runCommand(argv: readonly string[], cwd: string) {
  let stderr = ''
  const status = await main(argv, {
    stdout: { write: () => undefined },
    stderr: {
      write(text) {
        stderr += text
      },
    },
    cwd,
    env: { BRIEFWRIGHT_DEBUG: '1' },
  })
  return { status, stderr }
}

/** Every finding is one that a user can cause; a command that is used wrongly is a fault of the script. */
function faultIn(stderr: string, status: number): string | undefined {
  const crash = /^(?:internal error:|.*\[edition-crashed\])[\s\S]{0,1500}/m.exec(stderr)
  if (crash) return crash[0]
  if (
    /undefined|\[object /.test(stderr.replace(/^[ \d]*\|.*$/gm, '')) &&
    /: (?:error|warning|info): .*(?:\bundefined\b|\[object )/.test(stderr)
  )
    return `a message says nothing: ${stderr.slice(0, 500)}`
  return status === 0 || status === 1 ? undefined : `status ${status}: ${stderr.slice(0, 500)}`
}
