import { parentPort } from 'node:worker_threads'
import { present } from '../../diagnostics/index.js'
import { answerer } from './answer.js'
import type { ThreadQuestion } from './thread-message.js'

/** What a thread of a worker runs: it has neither the queue nor the store, and is ended where a job takes too long. */
const port = present(parentPort, 'port of a thread')
const answer = answerer()
port.on('message', async (question: ThreadQuestion) => port.postMessage(await answer(question)))
