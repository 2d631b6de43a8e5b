import { readFileSync } from 'node:fs'

/** Milliseconds of processor time that this process has taken, with those that it started where the system tells. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + timeOfChildren()
}

/** Of processes that have ended: see `proc_pid_stat(5)`, `cutime` and `cstime`. */
function timeOfChildren(): number {
  try {
    const [, fields = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ')
    const [user, system] = fields.split(' ').slice(13, 15).map(Number)
    return ((user ?? 0) + (system ?? 0)) * TICK
  } catch {
    return 0
  }
}

/** Milliseconds of a clock tick, of which Linux tells programs 100 a second on every common machine. */
const TICK = 10
