import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

/**
 * Keeps this process, with all its threads and those that it starts, on the last core of the machine, so that no program is
 * measured with more of them than another. False where there is no `taskset` (Linux has it).
 */
export function stayOnOneCore(): boolean {
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', String(cpus().length - 1), String(process.pid)])
  return status === 0
}

/** What begins a command that may use all cores again. */
export function onAllCores(pinned: boolean): readonly string[] {
  return pinned ? ['taskset', '-c', `0-${cpus().length - 1}`] : []
}
