import type { Job, Outcome, Press } from './job.js'
import type { Printer } from './printer.js'

type OpenPrinter = (settings: Job['settings']) => Promise<Printer>

/** A press in this very thread: it starts at once, and does nothing else while it prints. */
export function pressInThread(): Press {
  const print = printing(openPrinter)
  return { print, close: async () => {}, width: 2 }
}

/** Prints jobs one after the other, with what was read for the last one as long as the settings are the same. */
export function printing(open: OpenPrinter): (job: Job) => Promise<Outcome> {
  let opened: { readonly settings: string; readonly printer: Promise<Printer> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  const printerFor = (job: Job) => {
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
const openPrinter: OpenPrinter = async settings => {
  const { Printer } = await import('./printer.js')
  return Printer.open(settings)
}
