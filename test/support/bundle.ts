import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The folder of a bundle of the sources as they are: what users run, and what threads can. The runner of the tests names a
 * folder for these sources, in which the first test that needs the bundle makes it.
 */
export function bundle(): string {
  const folder = process.env.TEST_BUNDLE
  if (!folder) throw new Error('run tests with `npm test`')
  if (existsSync(folder)) return folder
  const draft = `${folder}-${process.pid}`
  const { status, stderr } = spawnSync(process.execPath, ['scripts/bundle.mjs', draft], { cwd: ROOT })
  if (status !== 0) throw new Error(String(stderr))
  try {
    renameSync(draft, folder)
  } catch {
    // Another process has made it meanwhile.
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
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
