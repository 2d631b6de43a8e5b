import { suite } from 'uvu'
import type { JobQueue } from '../../../src/serve/queue/job-queue.js'
import { MemoryQueue } from '../../../src/serve/queue/memory-queue.js'
import { queueContract, takeOne } from './contract.js'

const test = suite('memory queue')
let queue: JobQueue
queueContract(test, {
  open: async () => {
    queue = new MemoryQueue('1.0.0')
    return queue
  },
  join: async () => queue,
  takeAndDie: async from => from.complete(await takeOne(from), 'died'),
})
test.run()
