import { type Diagnostic, Findings, hasErrors, type Report, UniqueFindings } from '../diagnostics/index.js'
import {
  type Edition,
  editionLanguage,
  editionLanguages,
  PlainValue,
  ProseText,
  selectEdition,
  Verbatim,
} from '../edition/index.js'
import type { FitTrial } from '../fit/index.js'
import { outlineDocument, renderHtml } from '../markup/index.js'
import { outlinePages, outlineTags, type PagesData, readStructure } from '../typeset/index.js'
import { INSPECTED_STAGES, type InspectedStage } from './inspected-stages.js'
import { requestEditions } from './plan/edition-request.js'
import { type FitEditionOptions, fitEdition } from './print/fit-edition.js'
import { type Resources, readResources } from './print/resources.js'
import { AudienceStore } from './workspace/audience-store.js'
import { findBriefs } from './workspace/find-briefs.js'
import { isUnknownOption, reportUnknownAudiences } from './workspace/known-names.js'
import { readBrief } from './workspace/read-brief.js'
import { THEMES_FOLDER } from './workspace/read-house.js'
import { TemplateChecks } from './workspace/template-checks.js'
import { listResources, openWorkspace } from './workspace/workspace.js'

export interface InspectOptions {
  /** The workspace; a folder that exists. */
  readonly cwd: string
  /** Path of the brief. */
  readonly brief: string
  /** Name of an audience that the workspace has. */
  readonly audience: string
  /** A theme that the workspace or the package has, in the place of the edition's own. */
  readonly theme?: string | undefined
  /** The language (BCP 47), where it is not to be that of the house or the brief. */
  readonly lang?: string | undefined
  /** What to show; only the trials of fitting if left out. */
  readonly stage?: InspectedStage | undefined
  /** Whether to fit the edition for a stage that does not need it. */
  readonly traceFit?: boolean | undefined
}

export interface Inspection {
  readonly diagnostics: readonly Diagnostic[]
  /** What the stage came to; undefined if the edition could not be brought there. */
  readonly output: string | undefined
  /** The pages as data, and where each block is on them; undefined for other stages than `pages`. */
  readonly pages: PagesData | undefined
  /** The layouts that were tried to keep the page limit; none for a stage before them. */
  readonly trials: readonly FitTrial[]
}

/** Brings one edition of a brief to a stage, and returns it as text for people. Nothing is written. */
export async function inspectEdition(options: InspectOptions): Promise<Inspection> {
  const findings = new Findings()
  let trials: readonly FitTrial[] = []
  const onTrials = (tried: readonly FitTrial[]) => {
    trials = tried
  }
  const { output, pages } = (await inspected(options, findings.report, onTrials)) ?? {}
  return { diagnostics: findings.all, output, pages, trials }
}

type Inspected = Partial<Pick<Inspection, 'output' | 'pages'>>

async function inspected(
  { cwd, brief, audience, theme, lang: asked, stage, traceFit = false }: InspectOptions,
  report: Report,
  onTrials: FitEditionOptions['onTrials'],
): Promise<Inspected | undefined> {
  const workspace = await openWorkspace(cwd)
  const audiences = await AudienceStore.open(workspace, report)
  reportUnknownAudiences([audience], audiences.names, report)
  if (isUnknownOption('stage', stage, INSPECTED_STAGES, report)) return undefined
  const themes = [...(await listResources(workspace, THEMES_FOLDER, '.yaml')).keys()]
  if (isUnknownOption('theme', theme, themes, report)) return undefined
  const [file] = await findBriefs(workspace, [brief], report)
  const source = file && (await readBrief(file, audiences.known, workspace, report))
  if (!source || !audiences.house.isSound) return undefined
  const [requested] = await requestEditions(source, audiences, { audiences: [audience], theme }, report)
  if (!requested) return undefined
  const reader = { lang: editionLanguage(source.brief, asked, audiences.house.lang) }
  const request = { ...requested, reader }
  const edition = selectEdition(source.brief, source.evidence, request.audience, report, new Set(), reader)
  if (!edition) return undefined
  const checks = new TemplateChecks(audiences, 'none')
  const found = await Promise.all(editionLanguages(edition).map(lang => checks.check(audience, lang)))
  const ofTemplate = new UniqueFindings(found.flat()).all
  for (const { code, place, message, hints } of ofTemplate) report(code, place, message, ...hints)
  if (hasErrors(ofTemplate) && stage !== 'edition') return undefined
  const resources = await readResources(workspace, report)
  const early = earlyOutput(stage, edition, resources, report)
  if (early !== undefined && !traceFit) return { output: early }
  const { fitted } = (await fitEdition(request, resources, workspace, report, { onTrials })) ?? {}
  if (early !== undefined || !fitted || stage === undefined) return { output: early }
  const { variant, laidOut } = fitted
  if (stage === 'blocks') return { output: outlineDocument(variant.document) }
  if (stage === 'pages') return { output: outlinePages(laidOut.text, laidOut), pages: laidOut.asData() }
  const pdf = await laidOut.print(report)
  return { output: pdf && outlineTags(readStructure(pdf)) }
}

/** What can be shown before the edition is fitted. */
function earlyOutput(
  stage: InspectedStage | undefined,
  edition: Edition,
  resources: Resources,
  report: Report,
): string | undefined {
  if (stage === 'edition') return `${JSON.stringify(editionToJson(edition), undefined, 2)}\n`
  if (stage === 'html')
    return renderHtml(edition, resources.library(editionLanguages(edition), report), report)
  return undefined
}

/** An edition without the places that its values come from. */
function editionToJson({ brief, audience, lang, classification, items, data }: Edition): unknown {
  const shownItems = items.map(({ path, priority }) => ({ path, priority }))
  return plainValue({ brief, audience: audience.name, lang, classification, items: shownItems, data })
}

function plainValue(value: unknown): unknown {
  if (value instanceof Verbatim || value instanceof ProseText) return String(value)
  if (value instanceof PlainValue) return value.value
  if (Array.isArray(value)) return value.map(plainValue)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'place')
  return Object.fromEntries(entries.map(([key, inner]) => [key, plainValue(inner)]))
}
