import type { Progress } from '../../batch/plan/build-options.js'
import { now } from '../../batch/workspace/clock.js'
import { printable, terminalWidth } from '../../diagnostics/index.js'
import type { Io } from '../io.js'

/** How a build shows how far it is, on standard error. */
export interface ProgressDisplay {
  show(progress: Progress): void
  /** Says that another build has the output folder. */
  wait(holder: { readonly pid: number; readonly host: string }): void
  /** Says something beside it, on a line of its own. */
  note(message: string): void
  /** Clears the line, so that what follows stands alone. */
  end(): void
}

/** A bar on a terminal, written over and over; else a line now and then. Neither for what is done in a moment. */
export function openProgress({ stderr }: Io, clock: () => number = now): ProgressDisplay {
  const start = clock()
  let shown = false
  let last = start
  const wait: ProgressDisplay['wait'] = ({ pid, host }) =>
    stderr.write(`${printable(`another build prints to this folder (process ${pid} on ${host}): waiting`)}\n`)
  const note = (message: string) => void stderr.write(`${printable(message)}\n`)
  if (!stderr.isTTY)
    return {
      show(progress) {
        if (clock() - last < LINE_INTERVAL_MS) return
        last = clock()
        stderr.write(`${progressText(progress, last - start)}\n`)
      },
      wait,
      note,
      end() {},
    }
  return {
    show(progress) {
      const time = clock()
      if (time - start < QUIET_MS || (shown && time - last < BAR_INTERVAL_MS)) return
      last = time
      const room = (stderr.columns ?? 80) - 1
      const line = [
        progressText(progress, time - start),
        progressBar(progress),
        printable(progress.current),
      ].reduce((all, part) => (terminalWidth(`${all}  ${part}`) > room ? all : `${all}  ${part}`))
      if (terminalWidth(line) > room) return
      stderr.write(`\r\x1b[K${line}`)
      shown = true
    },
    wait,
    note(message) {
      if (shown) stderr.write('\r\x1b[K')
      note(message)
    },
    end() {
      if (shown) stderr.write('\r\x1b[K')
      shown = false
    },
  }
}

/** Milliseconds: for which a build says nothing, between two looks of the bar, and between two lines. */
const QUIET_MS = 1000
const BAR_INTERVAL_MS = 100
const LINE_INTERVAL_MS = 10_000

/** Such as `340 of 1000 editions, 12.5/s, 1 min 5 s left`. */
function progressText({ done, printed, total }: Progress, ms: number): string {
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

function progressBar({ done, total }: Progress): string {
  const full = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH)
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}]`
}

/** Columns. */
const BAR_WIDTH = 24
