import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, type } from 'node:os'

/** A line on what the figures were taken of and on, as they mean little without. `pinned`: undefined if all cores are meant to be used. */
export function describeMachine(pinned: boolean | undefined): string {
  const [first] = cpus()
  const core =
    pinned === undefined
      ? 'all used'
      : pinned
        ? 'kept on one of them by `taskset`'
        : 'not kept on one of them, as there is no `taskset`'
  const load = loadavg()
    .map(value => value.toFixed(1))
    .join(' ')
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit()}; ${cpus().length} cores (${first?.model.trim()}), ${core}; ${type()} ${release()}, Node ${process.versions.node}; load ${load} at the start.`
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
