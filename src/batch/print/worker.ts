import { BriefCache } from '../plan/brief-cache.js'
import { printInOrder } from './in-thread-printer.js'
import { PrintSession } from './print-session.js'

const cache = new BriefCache()

/** What a worker of the pool does with a job. */
export const print = printInOrder(settings => PrintSession.open(settings, cache))
