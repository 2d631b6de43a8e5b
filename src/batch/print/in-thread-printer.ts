import type { BriefCache } from '../plan/brief-cache.js'
import type { PrintSettings } from '../plan/build-options.js'
import { hearEvents } from '../workspace/clock.js'
import type { Printer, PrintJob, PrintResult } from './print-job.js'
import type { PrintSession } from './print-session.js'

type OpenSession = (settings: PrintSettings) => Promise<PrintSession>

/** A printer in this thread: it starts at once, and shares with planning what `cache` holds. */
export function inThreadPrinter(cache: BriefCache): Printer {
  let isClosed = false
  const print = printInOrder(
    settings => openSession(settings, cache),
    () => isClosed,
  )
  const close = async () => {
    isClosed = true
  }
  return { print, close, concurrency: 2 }
}

/** Prints jobs one after the other, with what was read for the last one as long as the settings are the same. */
export function printInOrder(
  open: OpenSession,
  isClosed: () => boolean = () => false,
): (job: PrintJob) => Promise<PrintResult> {
  let opened: { readonly settings: string; readonly session: Promise<PrintSession> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  const sessionFor = (job: PrintJob) => {
    const settings = JSON.stringify(job.settings)
    if (opened?.settings !== settings) opened = { settings, session: open(job.settings) }
    return opened.session
  }
  return job => {
    const outcome = last.then(async () => {
      // An interrupt that came in while the last edition was set is heard before the next.
      await hearEvents()
      if (isClosed()) throw new Error('the printer was closed')
      return (await sessionFor(job)).print(job)
    })
    last = outcome.catch(() => {})
    return outcome
  }
}

/** What prints is loaded when there is something to print. */
async function openSession(settings: PrintSettings, cache: BriefCache): Promise<PrintSession> {
  const { PrintSession } = await import('./print-session.js')
  return PrintSession.open(settings, cache)
}
