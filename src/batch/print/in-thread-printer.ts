import type { Press, PrintJob, PrintResult } from './print-job.js'
import type { Printer } from './print-session.js'

type OpenSession = (settings: PrintJob['settings']) => Promise<Printer>

/** A press in this very thread: it starts at once, and does nothing else while it prints. */
export function inThreadPrinter(): Press {
  const print = printInOrder(openSession)
  return { print, close: async () => {}, width: 2 }
}

/** Prints jobs one after the other, with what was read for the last one as long as the settings are the same. */
export function printInOrder(open: OpenSession): (job: PrintJob) => Promise<PrintResult> {
  let opened: { readonly settings: string; readonly printer: Promise<Printer> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  const printerFor = (job: PrintJob) => {
    const settings = JSON.stringify(job.settings)
    if (opened?.settings !== settings) opened = { settings, printer: open(job.settings) }
    return opened.printer
  }
  return job => {
    const outcome = last.then(async () => (await printerFor(job)).print(job))
    last = outcome.catch(() => {})
    return outcome
  }
}

/** What prints is loaded when there is something to print. */
const openSession: OpenSession = async settings => {
  const { Printer } = await import('./print-session.js')
  return Printer.open(settings)
}
