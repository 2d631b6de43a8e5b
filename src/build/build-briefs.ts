import { resolve } from 'node:path'
import { type Diagnostic, Findings, hasErrors } from '../diagnostics/index.js'
import { AudienceShelf } from './audiences.js'
import { type BriefFile, findBriefs } from './find-briefs.js'
import { type ManifestEntry, updateManifest } from './manifest.js'
import { type Order, outputPath, planEditions, type Wishes } from './plan.js'
import { printEdition } from './print-edition.js'
import { readBrief } from './read-brief.js'
import { type Resources, readResources } from './resources.js'
import { sourceDate } from './source-date.js'
import { stopwatch } from './time-and-chance.js'
import { tolerateUnproved } from './tolerate-unproved.js'
import { openWorkspace, realPath, type Workspace } from './workspace.js'
import { writeWhole } from './write-file.js'

export interface BuildOptions {
  /** The workspace; a folder that exists. */
  readonly cwd: string
  /** Paths of briefs; all of `briefs/` if none. */
  readonly briefs: readonly string[]
  /** Names of audiences that the workspace has; those that each brief lists if none. */
  readonly audiences: readonly string[]
  /** The folder to print to, relative to the workspace. */
  readonly out: string
  /** Paper, where it is not to be that of the templates. */
  readonly paper: 'a4' | 'letter' | undefined
  /** Print quotations that are not proved, marked as such. */
  readonly allowUnverified: boolean
  /** What the environment has as SOURCE_DATE_EPOCH. */
  readonly sourceDateEpoch?: string | undefined
  readonly onProgress?: (progress: Progress) => void
}

/** The edition that is about to be printed. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly brief: string
  readonly audience: string
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[]
  /** What was printed, in the order of the briefs and their audiences. */
  readonly editions: readonly ManifestEntry[]
  /** Editions that were to be printed and were not. */
  readonly failed: number
  /** Milliseconds. */
  readonly ms: number
}

/** Prints briefs. A brief with errors prints no edition, an edition that fails no file; the others go on. */
export async function buildBriefs(options: BuildOptions): Promise<BuildResult> {
  const elapsed = stopwatch()
  const common = new Findings()
  const workspace = await openWorkspace(options.cwd)
  const out = await realPath(resolve(workspace.root, options.out))
  const dating = new Findings()
  const created = sourceDate(options.sourceDateEpoch, dating.report)
  const shelf = await AudienceShelf.open(workspace, common.report)
  const files = await findBriefs(workspace, options.briefs, common.report)
  const plans: BriefPlan[] = []
  for (const file of files) plans.push(await planBrief(file, shelf, { ...options, out, created }))
  const orders = dating.failed ? [] : plans.flatMap(plan => plan.orders)
  const prints = await printAll(orders, workspace, common, options.onProgress)
  const editions = prints.flatMap(print => print.entry ?? [])
  const planned = plans.flatMap(plan => plan.outputs)
  const briefs = files.map(file => file.name)
  const scope = { workspace, out, briefs, audiences: options.audiences, planned }
  await updateManifest(scope, editions, common.report)
  return {
    diagnostics: [dating, common, ...plans, ...prints].flatMap(({ all }) => all),
    editions,
    failed: planned.length - editions.length,
    ms: elapsed(),
  }
}

/** What is to be printed of one brief. */
interface BriefPlan {
  readonly all: readonly Diagnostic[]
  /** Where its editions would be printed to. */
  readonly outputs: readonly string[]
  /** None if the brief has errors. */
  readonly orders: readonly Order[]
}

async function planBrief(
  file: BriefFile,
  shelf: AudienceShelf,
  options: BuildOptions & Wishes,
): Promise<BriefPlan> {
  const findings = new Findings()
  const source = await readBrief(file, shelf.names, shelf.workspace, findings.report)
  const all = options.allowUnverified ? tolerateUnproved(findings.all) : findings.all
  if (!source)
    return {
      all,
      outputs: options.audiences.map(name => outputPath(options.out, file.name, name)),
      orders: [],
    }
  const planning = new Findings()
  const orders = await planEditions(source, shelf, options, planning.report)
  const outputs = orders.map(order => order.output)
  return { all: [...all, ...planning.all], outputs, orders: hasErrors(all) ? [] : orders }
}

interface Print {
  readonly all: readonly Diagnostic[]
  /** If its PDF stands in the output. */
  readonly entry: ManifestEntry | undefined
}

/** What all editions are set with must be sound: nothing is printed in another font than the one meant. */
async function printAll(
  orders: readonly Order[],
  workspace: Workspace,
  common: Findings,
  onProgress: BuildOptions['onProgress'],
): Promise<Print[]> {
  if (orders.length === 0) return []
  const reading = new Findings()
  const languages = orders.map(order => order.source.brief.data.lang ?? 'en')
  const resources = await readResources(workspace, languages, reading.report)
  common.all.push(...reading.all)
  if (reading.failed) return []
  const prints: Print[] = []
  for (const [done, order] of orders.entries()) {
    onProgress?.({ done, total: orders.length, brief: order.source.file.name, audience: order.audience.name })
    prints.push(await printAndWrite(order, resources, workspace))
  }
  return prints
}

/** An edition of which anything is found that is an error is not written. */
async function printAndWrite(order: Order, resources: Resources, workspace: Workspace): Promise<Print> {
  const { all, report } = new Findings()
  const printed = await printEdition(order, resources, workspace, report)
  const written =
    printed && !hasErrors(all) && (await writeWhole(workspace, order.output, printed.pdf, report))
  return { all, entry: written ? printed.entry : undefined }
}
