import { BriefCache } from '../plan/brief-cache.js'
import { printInOrder } from './in-thread-printer.js'
import { PrintSession } from './print-session.js'

/** Briefs: a thread is given the editions of one after another. */
const cache = new BriefCache(16)

/** What a worker of the pool does with a job. */
export const print = printInOrder(settings => PrintSession.open(settings, cache))
