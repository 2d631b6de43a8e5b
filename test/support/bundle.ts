import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = join(ROOT, `node_modules/.cache/briefwright-bundle-${process.pid}`)
let isBuilt = false

/** The folder of a bundle of the sources as they are: what users run, and what threads can. Made once for all tests. */
export function bundle(): string {
  if (isBuilt) return FOLDER
  isBuilt = true
  process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }))
  const { status, stderr } = spawnSync(process.execPath, ['scripts/bundle.mjs', FOLDER], { cwd: ROOT })
  if (status !== 0) throw new Error(String(stderr))
  return FOLDER
}

/** A run of the bundled program. */
export interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<{
    readonly status: number | null
    readonly signal: NodeJS.Signals | null
    readonly stdout: string
    readonly stderr: string
  }>
}

/** Starts the bundled program in a folder. */
export function start(cwd: string, ...argv: string[]): Run {
  const { FORCE_COLOR: _, ...env } = process.env
  const child = spawn(process.execPath, [join(bundle(), 'cli.js'), ...argv], { cwd, env })
  const written = { stdout: '', stderr: '' }
  child.stdout.on('data', data => {
    written.stdout += data
  })
  child.stderr.on('data', data => {
    written.stderr += data
  })
  const ended = new Promise<Awaited<Run['ended']>>(resolve =>
    child.on('close', (status, signal) => resolve({ status, signal, ...written })),
  )
  return { child, ended }
}
