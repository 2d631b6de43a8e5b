import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(import.meta.resolve('../../src/cli.js'))
const RECORDER = new URL('record-loads.mjs', import.meta.url).href

/** Runs the program in a process of its own and tells which packages it loaded, whether by import or by require. */
export function packagesLoadedBy(argv: readonly string[], cwd: string): ReadonlySet<string> {
  const key = JSON.stringify([cwd, ...argv])
  const packages = known.get(key) ?? packagesIn(filesLoadedBy(PROGRAM, argv, cwd).join('\n'))
  known.set(key, packages)
  return packages
}

/** A command that several tests ask about runs once. */
const known = new Map<string, ReadonlySet<string>>()

/** The same of any program, as the paths or addresses of all that it loaded. */
export function filesLoadedBy(program: string, argv: readonly string[], cwd: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-loads-'))
  const LOADED_MODULES = join(folder, 'modules')
  try {
    const { status, stderr } = spawnSync(process.execPath, ['--import', RECORDER, program, ...argv], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LOADED_MODULES },
    })
    if (status !== 0) throw new Error(`briefwright ${argv.join(' ')} ended with ${status}: ${stderr}`)
    return readFileSync(LOADED_MODULES, 'utf8').trim().split('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function packagesIn(paths: string): Set<string> {
  const found = paths.matchAll(/.*\/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//g)
  return new Set([...found].map(match => match[1] ?? ''))
}
