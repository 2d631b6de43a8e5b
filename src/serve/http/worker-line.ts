import type { WorkerEvent } from '../worker/worker-event.js'
import type { LogLine } from './protocol/request-log.js'

/** What workers within a service tell, as a line of its log. */
export function workerLine(event: WorkerEvent): LogLine {
  if (event.event === 'trouble') return { level: 'error', ...event }
  if (event.event === 'other versions')
    return { level: 'warning', event: 'other-versions', waiting: JSON.stringify(event.waiting) }
  const { id, batch, task, end, known } = event
  const facts = typeof end === 'string' ? { end } : endFacts(end)
  const isFault = typeof end !== 'string' && end.state === 'failed' && end.reason !== 'cancelled'
  return { level: isFault ? 'error' : 'info', event: 'job', job: id, batch, task, known, ...facts }
}

function endFacts(end: Exclude<Extract<WorkerEvent, { event: 'job' }>['end'], string>) {
  return end.state === 'done'
    ? { end: end.state, ok: end.ok, ms: end.ms }
    : { end: end.state, reason: end.reason, message: end.message }
}
