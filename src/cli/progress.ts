import { now } from '../build/time-and-chance.js'
import { columns, printable } from '../diagnostics/index.js'
import type { Io } from './io.js'

/** Milliseconds for which a build says nothing. */
const PATIENCE = 1000

export interface Progress {
  /** Shows how far a command is. */
  show(text: string): void
  /** Clears the line, so that what follows stands alone. */
  end(): void
}

/** One line on a terminal, written over and over, for commands that take longer than a second. */
export function progressOn({ stderr }: Io, clock: () => number = now): Progress {
  if (!stderr.isTTY) return { show() {}, end() {} }
  const start = clock()
  let shown = false
  return {
    show(text) {
      if (clock() - start < PATIENCE) return
      const line = printable(text)
      if (columns(line) >= (stderr.columns ?? 80)) return
      stderr.write(`\r\x1b[K${line}`)
      shown = true
    },
    end() {
      if (shown) stderr.write('\r\x1b[K')
    },
  }
}
