import { planInMemory, type WorkspaceContents } from '../../batch/index.js'
import { hasErrors, serializeDiagnostic } from '../../diagnostics/index.js'
import type { Job, PlannedJob, PlanTask, PrintTask } from '../jobs/job.js'
import { jobId } from '../jobs/job-id.js'
import type { Performed } from './performed.js'

/** Decides which editions a batch has, and which jobs print them. */
export async function performPlan(
  { version, client, inputs }: Job,
  { options }: PlanTask,
  contents: WorkspaceContents,
): Promise<Performed<'plan'>> {
  const { created, mostEditions = MOST_EDITIONS, ...asked } = options
  const sourceDateEpoch = created === undefined ? undefined : String(Math.floor(created / 1000))
  const plan = await planInMemory(contents, { ...asked, sourceDateEpoch }, mostEditions)
  const editions: PlannedJob[] = []
  const tasks: PrintTask[] = []
  for (const { name, outputs, job } of plan.editions) {
    if (!job) continue
    const task = { kind: 'print', job } as const
    tasks.push(task)
    editions.push({ ...name, id: jobId({ version, client, inputs, task }), outputs })
  }
  const missing = plan.editions.flatMap(({ name, outputs, job }) =>
    job ? [] : outputs.map(({ format }) => ({ ...name, format })),
  )
  const findings = plan.diagnostics.map(serializeDiagnostic)
  const head = { ok: !hasErrors(plan.diagnostics), findings, editions, missing }
  return { head, files: [Buffer.from(JSON.stringify(tasks))] }
}

/** Of a batch that a request asks for. */
const MOST_EDITIONS = 10_000

/** The jobs of a batch, from the result of its plan. */
export function jobsOfPlan(plan: Job, files: readonly Uint8Array[]): { jobs: Job[]; closing: Job } {
  const { version, client, inputs, batch } = plan
  const tasks = JSON.parse(Buffer.from(files[0] ?? []).toString()) as PrintTask[]
  const jobOf = (task: Job['task']): Job => ({
    ...{ version, client, inputs, batch, task },
    id: jobId({ version, client, inputs, task }),
  })
  return { jobs: tasks.map(jobOf), closing: jobOf({ kind: 'manifest', plan: plan.id }) }
}
