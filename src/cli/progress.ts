import type { Progress } from '../build/build-options.js'
import { now } from '../build/time-and-chance.js'
import { columns, printable } from '../diagnostics/index.js'
import type { Io } from './io.js'

/** How a build shows how far it is, on standard error. */
export interface ProgressDisplay {
  show(progress: Progress): void
  /** Says that another build has the output folder. */
  wait(holder: { readonly pid: number; readonly host: string }): void
  /** Clears the line, so that what follows stands alone. */
  end(): void
}

/** A bar on a terminal, written over and over; else a line now and then. Neither for what is done in a moment. */
export function progressOn({ stderr }: Io, clock: () => number = now): ProgressDisplay {
  const start = clock()
  let shown = false
  let last = start
  const wait: ProgressDisplay['wait'] = ({ pid, host }) =>
    stderr.write(`${printable(`another build prints to this folder (process ${pid} on ${host}): waiting`)}\n`)
  if (!stderr.isTTY)
    return {
      show(progress) {
        if (clock() - last < SELDOM) return
        last = clock()
        stderr.write(`${account(progress, last - start)}\n`)
      },
      wait,
      end() {},
    }
  return {
    show(progress) {
      const time = clock()
      if (time - start < PATIENCE || (shown && time - last < OFTEN)) return
      last = time
      const room = (stderr.columns ?? 80) - 1
      const line = [account(progress, time - start), bar(progress), printable(progress.current)].reduce(
        (all, part) => (columns(`${all}  ${part}`) > room ? all : `${all}  ${part}`),
      )
      if (columns(line) > room) return
      stderr.write(`\r\x1b[K${line}`)
      shown = true
    },
    wait,
    end() {
      if (shown) stderr.write('\r\x1b[K')
      shown = false
    },
  }
}

/** Milliseconds: for which a build says nothing, between two looks of the bar, and between two lines. */
const PATIENCE = 1000
const OFTEN = 100
const SELDOM = 10_000

/** Such as `340 of 1000 editions, 12.5/s, 1 min 5 s left`. */
function account({ done, printed, total }: Progress, ms: number): string {
  const rate = (printed * 1000) / ms
  const left = rate > 0 ? [`${rate.toFixed(1)}/s`, `${duration((total - done) / rate)} left`] : []
  return [`${done} of ${total} editions`, ...left].join(', ')
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function bar({ done, total }: Progress): string {
  const full = total === 0 ? WIDTH : Math.floor((done / total) * WIDTH)
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`
}

/** Columns. */
const WIDTH = 24
