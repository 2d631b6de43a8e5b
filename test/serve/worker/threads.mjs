import { parentPort } from 'node:worker_threads'

/** Does with a job what the path of its task says, once it has its inputs. */
parentPort.on('message', async ({ job, inputs }) => {
  const { path } = job.task
  if (!inputs) return parentPort.postMessage({ kind: 'needs inputs' })
  if (path === 'exit') process.exit(3)
  if (path === 'fill') {
    const kept = []
    for (;;) kept.push(new Array(100_000).fill(path))
  }
  if (path === 'loop') for (;;);
  if (path === 'hang') return
  if (path === 'throw') return parentPort.postMessage({ kind: 'failed', message: 'a bug' })
  parentPort.postMessage({
    kind: 'performed',
    performed: { head: { ok: true, findings: [], proofs: [], read: [...inputs.keys()] }, files: [] },
  })
})
