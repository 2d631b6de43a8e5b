import * as assert from 'uvu/assert'

const PARTS = 8
const ATTEMPTS = 3

/**
 * Asserts that work grows about as its size does: one run takes less than half of what it would if time grew with the
 * square of the size, compared in processor time with as many runs of a fraction of the size as make up the whole.
 */
export function assertGrowsLinearly(run: (size: number) => void, size: number): void {
  const ratios: number[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const parts = processorTime(() => {
      for (let part = 0; part < PARTS; part += 1) run(Math.round(size / PARTS))
    })
    const whole = processorTime(() => run(size))
    if (whole < (parts * PARTS) / 2) return
    ratios.push(whole / parts)
  }
  assert.unreachable(
    `whole and parts take times of ratios ${ratios.map(ratio => ratio.toFixed(1)).join(', ')}`,
  )
}

/** Microseconds, whatever else the machine does. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
