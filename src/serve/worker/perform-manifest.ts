import { type ManifestEntry, manifestEntry, type OutputName, outputFile } from '../../batch/index.js'
import { type SerializedDiagnostic, serializeDiagnostic, sha256 } from '../../diagnostics/index.js'
import type { Job, ManifestTask, PlannedJob, PrintHead } from '../jobs/job.js'
import type { JobQueue } from '../queue/job-queue.js'
import type { ObjectStore } from '../store/object-store.js'
import { readResult } from '../store/stored-results.js'
import { findingsOfEnd } from './finding-of-end.js'
import { jobsOfPlan } from './perform-plan.js'
import type { Performed } from './performed.js'

/** Sums up a batch once all of its editions have ended, from their results; one at a time, as they may be large. */
export async function performManifest(
  job: Job,
  { plan }: ManifestTask,
  { store, queue }: { readonly store: ObjectStore; readonly queue: JobQueue },
): Promise<Performed<'manifest'>> {
  const planned = await readResult(store, 'plan', plan)
  if (!planned) throw new Error(`the plan \`${plan}\` is not in the store`)
  const { editions: names, missing: unplanned, findings: ofPlan, ok } = planned.head
  const { jobs } = jobsOfPlan({ ...job, id: plan }, planned.files)
  const editions: ManifestEntry[] = []
  const missing: OutputName[] = [...unplanned]
  const findings: SerializedDiagnostic[] = [...ofPlan]
  for (const [index, name] of names.entries()) {
    const result = await readResult(store, 'print', name.id)
    const head = result?.head
    findings.push(...(head?.findings ?? (await findingsOf(jobs[index], queue))))
    if (result && head?.printed) editions.push(...entriesOf(name, head.printed.outputs, result.files))
    else missing.push(...name.outputs.map(({ format }) => ({ ...editionOf(name), format })))
  }
  return {
    head: {
      ok: ok && missing.length === 0,
      findings: unique(findings),
      editions: editions.sort(byFile),
      missing: missing.sort((a, b) => (outputFile(a) < outputFile(b) ? -1 : 1)),
    },
    files: [],
  }
}

async function findingsOf(job: Job | undefined, queue: JobQueue): Promise<SerializedDiagnostic[]> {
  if (job?.task.kind !== 'print') return []
  const [standing] = await queue.list([job])
  return standing?.state === 'ended' ? findingsOfEnd(job.task, standing.end).map(serializeDiagnostic) : []
}

const editionOf = ({ brief, audience, recipient, lang }: PlannedJob) => ({
  brief,
  audience,
  recipient,
  ...(lang !== undefined && { lang }),
})

type PrintedHeads = NonNullable<PrintHead['printed']>['outputs']

/** Milliseconds are not known: another may have printed it, at another time. */
function entriesOf(
  planned: PlannedJob,
  outputs: PrintedHeads,
  files: readonly Uint8Array[],
): ManifestEntry[] {
  let next = 0
  return outputs.flatMap(({ format, facts, key, files: sizes }) =>
    sizes.map((_, index) => {
      const name = { ...editionOf(planned), format, page: index + 1 }
      const made = { facts, key, sha256: sha256(files[next++] ?? new Uint8Array()), cached: false, ms: 0 }
      return manifestEntry(name, { ...made, file: outputFile(name) })
    }),
  )
}

const byFile = (a: ManifestEntry, b: ManifestEntry) => (a.file < b.file ? -1 : 1)

/** What all editions have in common is said once. */
function unique(findings: readonly SerializedDiagnostic[]): SerializedDiagnostic[] {
  return [...new Map(findings.map(finding => [JSON.stringify(finding), finding])).values()]
}
