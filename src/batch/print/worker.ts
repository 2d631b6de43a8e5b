import { printInOrder } from './in-thread-printer.js'
import { Printer } from './print-session.js'

/** What a worker of the pool does with a job. */
export const print = printInOrder(Printer.open)
