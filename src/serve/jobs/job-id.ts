import { sha256 } from '../../diagnostics/index.js'
import type { Job } from './job.js'

/** SHA-256 (hexadecimal) of all that the result of a job is made from: whoever asks for the same again is given the same. */
export function jobId({
  version,
  client,
  inputs,
  task,
}: Pick<Job, 'version' | 'client' | 'inputs' | 'task'>): string {
  return sha256(JSON.stringify(sorted([version, client, inputs, task])))
}

/** With the keys of objects in one order, whoever wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  )
}
