import { type Diagnostic, Findings, UniqueFindings } from '../../diagnostics/index.js'
import { BriefCache } from '../plan/brief-cache.js'
import type { BuildOptions } from '../plan/build-options.js'
import { canBePrinted } from '../plan/can-be-printed.js'
import { planBuild } from '../plan/plan-build.js'
import { editionName, type PlannedOutput, plannedEditions } from '../plan/planned-edition.js'
import { packRecipient } from '../print/packed-recipient.js'
import type { PrintJob } from '../print/print-job.js'
import type { EditionName } from '../record/edition-name.js'
import { placeOfOption } from '../workspace/known-names.js'
import { portableJob } from './memory-session.js'
import { memoryWorkspace, type WorkspaceContents } from './memory-workspace.js'

/** What a batch is to print, as `buildBriefs` would decide it. */
export interface PlanInMemory {
  readonly diagnostics: readonly Diagnostic[]
  /** In the order in which they are printed. */
  readonly editions: readonly EditionInPlan[]
}

export interface EditionInPlan {
  readonly name: EditionName
  /** With paths that are relative to an output folder. */
  readonly outputs: readonly PlannedOutput[]
  /** Undefined if it cannot be printed, which a finding says. */
  readonly job: PrintJob | undefined
}

/** What decides the editions of a plan, with paths relative to the workspace. */
export type PlanOptions = Pick<
  BuildOptions,
  | 'briefs'
  | 'audiences'
  | 'languages'
  | 'formats'
  | 'whole'
  | 'paper'
  | 'theme'
  | 'allowUnverified'
  | 'data'
  | 'sourceDateEpoch'
>

/** Plans the editions of a workspace in memory; of more than `most` none is planned, which is a finding. */
export async function planInMemory(
  contents: WorkspaceContents,
  options: PlanOptions,
  most: number,
): Promise<PlanInMemory> {
  const { workspace } = memoryWorkspace(contents)
  const build = { ...options, cwd: workspace.root, out: 'out' }
  const plan = await planBuild(build, workspace, NO_CACHE, false, new BriefCache(0))
  const found = new Findings()
  if (plan.total > most) {
    const message = `the batch has ${plan.total} editions, and one may have ${most}`
    found.report('batch-too-large', placeOfOption('briefs'), message, SPLIT_IT)
    return { diagnostics: [...plan.findings, ...found.all], editions: [] }
  }
  const editions: EditionInPlan[] = []
  for await (const edition of plannedEditions(plan)) {
    const { brief, audience, recipient, outputs } = edition
    const job = {
      settings: plan.settings,
      brief: brief.brief,
      inputsHash: brief.inputsHash,
      audience: audience.audience,
      lang: audience.lang,
      formats: outputs.map(({ format }) => format),
      whole: plan.whole,
      recipient: recipient && packRecipient(recipient),
      traceFit: false,
    }
    const can = canBePrinted(edition, found.report)
    editions.push({
      name: editionName(edition),
      outputs,
      job: can ? portableJob(job, workspace) : undefined,
    })
  }
  return { diagnostics: new UniqueFindings([...plan.findings, ...found.all]).all, editions }
}

/** No earlier build kept anything. */
const NO_CACHE = ''
const SPLIT_IT = 'print it in parts: fewer briefs, audiences, languages or recipients in each'
