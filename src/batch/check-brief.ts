import { reportReviewComments } from '../brief/index.js'
import { type Diagnostic, Findings, type Report, UniqueFindings } from '../diagnostics/index.js'
import { briefLanguage, briefLanguages, languagesOfEdition, selectEdition } from '../edition/index.js'
import { reportUnknownLocale } from '../markup/index.js'
import { candidateAudiences, requestEditions } from './plan/edition-request.js'
import { mayShowPictures } from './print/may-show-pictures.js'
import type { Resources } from './print/resources.js'
import { settingPlace } from './print/setting-place.js'
import type { AudienceStore } from './workspace/audience-store.js'
import type { BriefFile } from './workspace/find-briefs.js'
import { type ProvedBrief, readBrief } from './workspace/read-brief.js'
import { TemplateChecks } from './workspace/template-checks.js'
import type { TemplateFiles } from './workspace/template-files.js'
import { hasOwnStyle, type Workspace } from './workspace/workspace.js'

/** A brief that was checked. */
export interface BriefCheck {
  /** Undefined if it could not be read. */
  readonly source: ProvedBrief | undefined
  readonly findings: Findings
}

/** Checks the briefs of a workspace, one after the other; nothing is written. */
export class BriefChecker {
  /** What is wrong with the templates, themes and fonts that the briefs checked so far would be printed with. */
  readonly ofTemplates = new UniqueFindings()
  readonly #templates: TemplateChecks
  readonly #resources: () => Promise<CheckedResources>

  constructor(readonly store: AudienceStore) {
    this.#templates = new TemplateChecks(store, 'unknown')
    this.#resources = resourcesOnce(store.workspace)
  }

  async check(file: BriefFile): Promise<BriefCheck> {
    const { store } = this
    const findings = new Findings()
    const source = await readBrief(file, store.known, store.workspace, findings.report)
    if (source) {
      reportReviewComments(source.brief.file, findings.report)
      const files = await this.#templates.files()
      await selectAll(source, store, files, findings.report)
      await checkPicturesOf(source, store, files, this.#resources, findings.report)
      this.ofTemplates.add(await templateFindings(source, store, this.#templates))
      this.ofTemplates.add(await styleFindings(source, store, this.#resources))
    }
    return { source, findings }
  }
}

const EVERY_EDITION = { audiences: [] }

/** Selects every edition for its findings alone. */
async function selectAll(
  source: ProvedBrief,
  store: AudienceStore,
  files: TemplateFiles,
  report: Report,
): Promise<void> {
  for (const { audience } of await requestEditions(source, store, EVERY_EDITION, report)) {
    const edition = selectEdition(source.brief, source.evidence, audience, report)
    for (const each of edition ? [edition, ...edition.besides.values()] : [])
      if (!files.hasLocale(each.lang))
        reportUnknownLocale(
          each,
          files.library([], () => {}),
          report,
        )
    if (!edition || edition.withheld.length === 0) continue
    const { reportWithheldFromPages } = await import('./print/report-withheld-from-pages.js')
    await reportWithheldFromPages(edition, store.workspace, report)
  }
}

/** What reads pictures is loaded for briefs that may show some. */
async function checkPicturesOf(
  source: ProvedBrief,
  store: AudienceStore,
  files: TemplateFiles,
  opened: () => Promise<CheckedResources>,
  report: Report,
): Promise<void> {
  const requests = await requestEditions(source, store, EVERY_EDITION, () => {})
  if (!mayShowPictures(source, requests, files.partials)) return
  const { checkBriefPictures } = await import('./print/check-brief-pictures.js')
  const { workspace } = store
  const { resources } = await opened()
  await checkBriefPictures(source, requests, { workspace, files, resources }, report)
}

/** What pages are set with, and what is wrong with it. */
interface CheckedResources {
  readonly resources: Resources
  readonly findings: Findings
}

/** Fonts are opened once, and only if they are asked for. */
function resourcesOnce(workspace: Workspace): () => Promise<CheckedResources> {
  let opened: Promise<CheckedResources> | undefined
  const open = async () => {
    const { readResources } = await import('./print/resources.js')
    const findings = new Findings()
    return { resources: await readResources(workspace, findings.report), findings }
  }
  return () => {
    opened ??= open()
    return opened
  }
}

/** Of the themes and fonts that a brief would be printed with, where the workspace has its own. */
async function styleFindings(
  source: ProvedBrief,
  store: AudienceStore,
  opened: () => Promise<CheckedResources>,
): Promise<readonly Diagnostic[]> {
  if (!(await hasOwnStyle(store.workspace))) return []
  const { resources, findings } = await opened()
  const found = new Findings()
  findings.passOn(found.report)
  for (const { audience } of await requestEditions(source, store, EVERY_EDITION, () => {}))
    resources.theme(audience.theme, settingPlace(source.brief, audience, 'theme'), found.report)
  return found.all
}

/** Of the templates that a brief would be printed with, in all languages that it can be printed in. */
async function templateFindings(
  source: ProvedBrief,
  store: AudienceStore,
  templates: TemplateChecks,
): Promise<readonly Diagnostic[]> {
  const requests = await requestEditions(source, store, EVERY_EDITION, () => {})
  const names = new Set(requests.map(({ audience }) => audience.name))
  const own = briefLanguage(source.brief)
  const beside = requests.flatMap(({ audience }) =>
    languagesOfEdition(source.brief, audience, own)
      .slice(1)
      .map(lang => [audience.name, lang] as const),
  )
  const sound = new Set((await store.load()).map(({ name }) => name))
  for (const name of candidateAudiences(source, store, EVERY_EDITION)) if (!sound.has(name)) names.add(name)
  const found: Diagnostic[] = []
  for (const lang of briefLanguages(source.brief))
    for (const name of names) found.push(...(await templates.check(name, lang)))
  for (const [name, lang] of beside) found.push(...(await templates.check(name, lang)))
  return found
}
