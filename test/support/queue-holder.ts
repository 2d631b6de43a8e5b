/** Takes a job of a queue, says so, and holds it until it is killed: `node queue-holder.js URL PREFIX VERSION LEASE_MS`. */
import { openQueue } from '../../src/serve/queue/open-queue.js'

const [url = '', prefix = '', version = '', leaseMs = ''] = process.argv.slice(2)
const queue = await openQueue(url, { prefix, version, leaseMs: Number(leaseMs) })
const lease = await queue.take(new AbortController().signal)
process.stdout.write(`${lease?.job.id}\n`)
