import { join, resolve } from 'node:path'
import { type Diagnostic, deserializeDiagnostic, Findings, type Report } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import { EditionKeys } from '../record/edition-key.js'
import { OUTPUT_FORMATS } from '../record/edition-name.js'
import { InputHashes } from '../record/input-hashes.js'
import { InputSecrets } from '../record/input-secrets.js'
import { isFlowing } from '../record/twin-variant.js'
import { type BriefFile, findBriefs } from '../workspace/find-briefs.js'
import { pauseForInterrupts, unlessInterrupted } from '../workspace/interruption.js'
import { isUnknownOption, reportUnknownAudiences, reportUselessOption } from '../workspace/known-names.js'
import { HOUSE_FILE, THEMES_FOLDER } from '../workspace/read-house.js'
import { foldersSignature, listResources, type Workspace } from '../workspace/workspace.js'
import type { BriefCache } from './brief-cache.js'
import type { BriefPlan } from './brief-plan.js'
import { BriefPlanStore } from './brief-plan-store.js'
import type { BriefPlanner, PlanRequest } from './brief-planner.js'
import type { BuildOptions, PrintSettings } from './build-options.js'
import { type EditionFilter, MailMerge } from './mail-merge.js'
import { matchingAudiences } from './planned-edition.js'
import { SealedFindings } from './sealed-findings.js'
import { sourceDate } from './source-date.js'

/** All that a build is to do, decided before anything is printed. */
export interface BuildPlan {
  readonly workspace: Workspace
  readonly keys: EditionKeys
  readonly sealed: SealedFindings
  readonly briefs: readonly BriefPlan[]
  readonly merge: MailMerge | undefined
  /** How many editions it has, in all shards. */
  readonly total: number
  readonly settings: PrintSettings
  /** What to print all editions as; undefined leaves that to houses and templates. */
  readonly formats: readonly EditionFormat[] | undefined
  /** Whether twins that flow have what is left out on pages. */
  readonly whole: boolean
  /** Whether all that was asked for is in it: only then is what it lacks not wanted any more. */
  readonly isComplete: boolean
  readonly findings: readonly Diagnostic[]
}

/**
 * Plans a build, with what an earlier one kept in the folder `cache` where nothing has changed since. What is new is
 * kept there, if `keeps`, and the briefs that are proved in `proved`.
 */
export async function planBuild(
  options: BuildOptions,
  workspace: Workspace,
  cache: string,
  keeps: boolean,
  proved: BriefCache,
): Promise<BuildPlan> {
  proved.clear()
  const found = new Findings()
  const setting = new Findings()
  const created = sourceDate(options.sourceDateEpoch, setting.report)?.getTime()
  isUnknownOption('paper', options.paper, ['a4', 'letter'], setting.report)
  const themes = await listResources(workspace, THEMES_FOLDER, '.yaml')
  isUnknownOption('theme', options.theme, [...themes.keys()], setting.report)
  const formats = formatsAsked(options, setting.report)
  const templates = await listResources(workspace, 'templates', '.hbs')
  reportUnknownAudiences(options.audiences, [...templates.keys()], found.report)
  const files = await findBriefs(workspace, options.briefs, found.report)
  const merge = await openMerge(options, [...templates.keys()], workspace, found.report)
  const { audiences, paper, theme, allowUnverified = false } = options
  const resources = await foldersSignature(workspace, ['templates', 'fonts', HOUSE_FILE])
  const settings = { root: workspace.root, resources, paper, theme, created, allowUnverified }
  const languages = languagesAsked(options, merge)
  const isMerge = merge !== undefined
  const columns = merge?.columns ?? []
  const request = { audiences, paper, theme, created, allowUnverified, languages, isMerge, columns }
  const hashes = new InputHashes(workspace)
  const secrets = new InputSecrets(workspace)
  const planBrief = briefPlans(request, hashes, secrets, proved, cache, keeps, found.report)
  const plans: BriefPlan[] = []
  for (const file of files) {
    const briefPlan = await unlessInterrupted(planBrief(file))
    if (!briefPlan) break
    plans.push(setting.failed ? { ...briefPlan, failed: true } : briefPlan)
  }
  if (merge) await reportUnserved(plans, merge, found.report)
  const whole = options.whole === true
  if (whole && plans.length > 0) reportNothingWhole(plans, formats, setting.report)
  const findings = [
    ...setting.all,
    ...found.all,
    ...plans.flatMap(briefPlan => briefPlan.findings.map(deserializeDiagnostic)),
  ]
  const total = countEditions(plans, merge, languages)
  return {
    workspace,
    keys: new EditionKeys(hashes),
    sealed: new SealedFindings(secrets),
    briefs: plans,
    merge,
    total,
    settings,
    formats,
    whole,
    isComplete: !found.failed && workspace.signal?.aborted !== true,
    findings,
  }
}

/** In the order in which editions have them; undefined if none is asked for. */
function formatsAsked({ formats = [] }: BuildOptions, report: Report): EditionFormat[] | undefined {
  for (const format of formats) isUnknownOption('formats', format, OUTPUT_FORMATS, report)
  const known = OUTPUT_FORMATS.filter(format => formats.includes(format))
  return known.length > 0 ? known : undefined
}

/** An option that changes nothing is likely not what was meant. */
function reportNothingWhole(
  plans: readonly BriefPlan[],
  formats: readonly EditionFormat[] | undefined,
  report: Report,
): void {
  const editions = plans.flatMap(briefPlan => briefPlan.editions)
  if (editions.some(edition => (formats ?? edition.formats).some(isFlowing))) return
  reportUselessOption(
    'whole',
    '`whole` is for twins that flow, and no edition is to be printed as one',
    `ask for one: ${OUTPUT_FORMATS.filter(isFlowing)
      .map(format => `\`${format}\``)
      .join(', ')}`,
    report,
  )
}

/** The audiences that the workspace has are those that rows may ask for, so far as the build is for them. */
async function openMerge(
  { data }: BuildOptions,
  audiences: readonly string[],
  workspace: Workspace,
  report: Report,
): Promise<MailMerge | undefined> {
  if (data === undefined) return undefined
  return MailMerge.open(resolve(workspace.root, data), workspace, audiences, report)
}

/** The plan of a brief: the one that was kept, or a new one, for which the stages are loaded when it is needed. */
function briefPlans(
  request: PlanRequest,
  hashes: InputHashes,
  secrets: InputSecrets,
  proved: BriefCache,
  cache: string,
  keeps: boolean,
  report: Report,
): (file: BriefFile) => Promise<BriefPlan> {
  const store = new BriefPlanStore(join(cache, 'briefs'), request, hashes, secrets)
  let planner: Promise<BriefPlanner> | undefined
  return async file => {
    await pauseForInterrupts(hashes.workspace)
    const known = store.get(file)
    if (known) return known
    planner ??= openPlanner(request, hashes, proved, report)
    const briefPlan = await (await planner).plan(file)
    if (keeps) await store.put(briefPlan, report)
    return briefPlan
  }
}

async function openPlanner(
  request: PlanRequest,
  hashes: InputHashes,
  proved: BriefCache,
  report: Report,
): Promise<BriefPlanner> {
  const [{ BriefPlanner }, { AudienceStore }] = await Promise.all([
    import('./brief-planner.js'),
    import('../workspace/audience-store.js'),
  ])
  return new BriefPlanner(await AudienceStore.open(hashes.workspace, report), request, hashes, proved)
}

/** A row that chooses editions which no brief has is likely not what was meant. */
async function reportUnserved(plans: readonly BriefPlan[], merge: MailMerge, report: Report): Promise<void> {
  const isServed = (filter: EditionFilter) =>
    plans.some(briefPlan => matchingAudiences(briefPlan, filter).length > 0)
  if (plans.length === 0 || merge.filters.every(isServed)) return
  for await (const recipient of merge.recipients())
    if (!isServed(recipient))
      report('recipient-unserved', recipient.place, `no edition is for \`${recipient.id}\``, UNSERVED)
}

const UNSERVED =
  'see which audiences and languages the briefs have, and what `audience` and `lang` of the row ask for'

/** In a mail merge it is rows that ask for languages. */
function languagesAsked(
  { languages = [] }: BuildOptions,
  merge: MailMerge | undefined,
): (string | undefined)[] {
  if (merge) return [...new Set(merge.filters.map(({ lang }) => lang))].sort()
  return languages.length > 0 ? [...new Set(languages)] : [undefined]
}

function countEditions(
  plans: readonly BriefPlan[],
  merge: MailMerge | undefined,
  languages: readonly (string | undefined)[],
): number {
  const filters = merge?.filters ?? languages.map(lang => ({ audiences: [], lang, rows: 1 }))
  return plans
    .flatMap(briefPlan => filters.map(filter => matchingAudiences(briefPlan, filter).length * filter.rows))
    .reduce((sum, count) => sum + count, 0)
}
