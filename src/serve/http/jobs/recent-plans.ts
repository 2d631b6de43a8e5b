import type { PlanHead } from '../../jobs/job.js'
import type { ObjectStore } from '../../store/object-store.js'
import { readResult, resultName } from '../../store/stored-results.js'

/** The plans that were read last, by their jobs, which alone decide them: one of thousands of editions is read for each of its files. */
const recentPlans = new WeakMap<ObjectStore, Map<string, PlanHead>>()

/** The editions of a batch; undefined as long as it is not planned. */
export async function readPlan(store: ObjectStore, id: string): Promise<PlanHead | undefined> {
  const recent = recentPlans.get(store) ?? new Map<string, PlanHead>()
  recentPlans.set(store, recent)
  const known = recent.get(id)
  if (known && (await store.has(resultName(id)))) return known
  const read = (await readResult(store, 'plan', id))?.head
  recent.delete(id)
  if (read) recent.set(id, read)
  for (const oldest of recent.keys()) if (recent.size > MOST_PLANS) recent.delete(oldest)
  return read
}

const MOST_PLANS = 8
