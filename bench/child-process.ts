import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Cost } from './rounds.js'

export interface ProcessCost extends Cost {
  /** Megabytes, at most. */
  readonly peakMemory: number
}

const SAY_COST = fileURLToPath(new URL('say-cost.cjs', import.meta.url))

/** Runs Node with these arguments in a folder and says what that cost; `prefix` comes before `node`. */
export function runNode(argv: readonly string[], cwd: string, prefix: readonly string[] = []): ProcessCost {
  const [command = '', ...words] = [...prefix, process.execPath, '--require', SAY_COST, ...argv]
  const start = performance.now()
  const { status, stderr, stdout, output } = spawnSync(command, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const wall = performance.now() - start
  if (status !== 0) throw new Error(stderr + stdout)
  const { cpu, peakMemory } = JSON.parse(output[3] ?? '')
  return { cpu, wall, peakMemory }
}
