import { printing } from './in-thread.js'
import { Printer } from './printer.js'

/** What a worker of the pool does with a job. */
export const print = printing(Printer.open)
