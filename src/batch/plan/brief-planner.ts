import { dirname, resolve } from 'node:path'
import type { Brief } from '../../brief/index.js'
import {
  Findings,
  hasErrors,
  type Report,
  serializeDiagnostic,
  UniqueFindings,
} from '../../diagnostics/index.js'
import {
  type Audience,
  briefLanguage,
  closestBriefLanguage,
  type EditionFormat,
  editionLanguage,
  languagesOfEdition,
  maySeeBrief,
} from '../../edition/index.js'
import { partialNamesOf, recipientFieldsOf } from '../../markup/index.js'
import { OUTPUT_FORMATS } from '../record/edition-name.js'
import type { FileInput, InputHashes } from '../record/input-hashes.js'
import type { AudienceStore } from '../workspace/audience-store.js'
import { type BriefFile, lockPath } from '../workspace/find-briefs.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import { HOUSE_FILE, MARKINGS_FOLDER } from '../workspace/read-house.js'
import { TemplateChecks } from '../workspace/template-checks.js'
import { displayPath } from '../workspace/workspace.js'
import { type BriefCache, briefCacheKey, type CachedBrief } from './brief-cache.js'
import type { AudiencePlan, BriefPlan, RequiredColumn } from './brief-plan.js'
import { downgradeUnverified } from './downgrade-unverified.js'
import { candidateAudiences, type EditionRequest, requestEditions } from './edition-request.js'

/** What a build asks of every brief. */
export interface PlanRequest {
  /** Names; those that each brief lists if none. */
  readonly audiences: readonly string[]
  readonly paper: 'a4' | 'letter' | undefined
  readonly theme: string | undefined
  readonly created: number | undefined
  readonly allowUnverified: boolean
  /** The languages that the build, or in a mail merge its rows, ask for; undefined for none in particular. */
  readonly languages: readonly (string | undefined)[]
  readonly isMerge: boolean
  /** In a mail merge, all columns that its data has, sorted. */
  readonly columns: readonly string[]
}

/** Plans briefs: reads them, proves their quotations, and selects what each audience would see. */
export class BriefPlanner {
  readonly #templates: TemplateChecks

  constructor(
    readonly store: AudienceStore,
    readonly request: PlanRequest,
    readonly hashes: InputHashes,
    /** Keeps what is read and selected for printing. */
    readonly cache: BriefCache,
  ) {
    this.#templates = new TemplateChecks(store, request.isMerge ? request.columns : 'none')
  }

  async plan(file: BriefFile): Promise<BriefPlan> {
    const { workspace } = this.store
    const findings = new Findings()
    const read = await this.cache.read(file, this.store)
    for (const { code, place, message, hints } of read.findings)
      findings.report(code, place, message, ...hints)
    const { source } = read
    const requests = source ? await requestEditions(source, this.store, this.request, findings.report) : []
    const found = this.request.allowUnverified ? downgradeUnverified(findings.all) : findings.all
    const failed = hasErrors(found) || !this.store.house.isSound
    const refused = new Findings()
    const ofTemplates = new UniqueFindings()
    const editions = (
      await Promise.all(
        requests.map(request =>
          this.#editions(read, request, failed, { refused: refused.report, ofTemplates }),
        ),
      )
    ).flat()
    const broken = source ? await this.#broken(source) : this.request.audiences
    const lang = source && briefLanguage(source.brief)
    for (const name of broken) ofTemplates.add(await this.#templates.check(name, lang))
    const inputs = source ? await this.#inputs(source) : []
    const inputsHash = this.hashes.ofAll(inputs)
    if (!failed) this.cache.offer(briefCacheKey(file, inputsHash, this.request), read)
    return {
      brief: file,
      findings: [...found, ...ofTemplates.all, ...refused.all].map(serializeDiagnostic),
      failed,
      brief_sha256: workspace.read.get(file.path) ?? '',
      inputs,
      inputsHash,
      withheld: source ? await this.#withheld(source) : [],
      size: source?.brief.file.text.length ?? 0,
      twins: this.#twins,
      editions: [...editions, ...broken.flatMap(name => this.#unprintable(name))],
    }
  }

  /** The audiences whose templates are wrong. */
  async #broken(source: ProvedBrief): Promise<string[]> {
    const names = candidateAudiences(source, this.store, this.request)
    const sound = new Set((await this.store.load(names)).map(({ name }) => name))
    return names.filter(name => !sound.has(name))
  }

  async #withheld(source: ProvedBrief): Promise<string[]> {
    const audiences = await this.store.load(candidateAudiences(source, this.store, this.request))
    return audiences.flatMap(audience => (maySeeBrief(source.brief, audience) ? [] : [audience.name]))
  }

  get #twins(): BriefPlan['twins'] {
    const { embedFonts = false, wordStyles } = this.store.house
    return { embedFonts, wordStyles: wordStyles?.text }
  }

  /** Its template, which is wrong, may say more of its formats. */
  #unprintable(audience: string): AudiencePlan[] {
    const formats = this.#formatsOf({})
    return this.request.languages.map(asked => ({
      ...{ audience, asked, lang: undefined, formats },
      ...UNPRINTABLE,
    }))
  }

  /** A template knows its readers better than the house does. */
  #formatsOf({ formats }: Pick<Audience, 'formats'>): readonly EditionFormat[] {
    const chosen = formats ?? this.store.house.formats ?? ['pdf']
    return OUTPUT_FORMATS.filter(format => chosen.includes(format))
  }

  /** What an audience may not see at all is reported; what it may is for printing to report. */
  async #editions(
    read: CachedBrief,
    request: EditionRequest,
    failed: boolean,
    { refused, ofTemplates }: { readonly refused: Report; readonly ofTemplates: UniqueFindings },
  ): Promise<AudiencePlan[]> {
    const { brief } = request.source
    const { name: audience } = request.audience
    const formats = this.#formatsOf(request.audience)
    const required = this.request.isMerge && !failed ? await this.#required(request) : []
    const plans: AudiencePlan[] = []
    for (const asked of this.request.languages) {
      const lang = this.#languageOf(brief, asked)
      if (this.request.isMerge && asked !== undefined && lang === undefined) continue
      const languages = languagesOfEdition(brief, request.audience, lang ?? briefLanguage(brief))
      const found = await Promise.all(languages.map(each => this.#templates.check(audience, each)))
      for (const each of found) ofTemplates.add(each)
      if (found.some(hasErrors)) {
        plans.push({ audience, asked, lang, formats, ...UNPRINTABLE })
        continue
      }
      const selected = failed ? undefined : await this.cache.select(read, { ...request, reader: { lang } })
      if (selected && !selected.edition) selected.findings.passOn(refused)
      plans.push({ audience, asked, lang, formats, broken: false, selection: selected?.hashes, required })
    }
    return plans
  }

  async #required({ audience }: EditionRequest): Promise<RequiredColumn[]> {
    const { partials } = await this.#templates.files()
    const { required } = recipientFieldsOf(audience, { partials, locales: new Map() })
    return required.map(({ field, place }) => ({ field, by: place.file.path }))
  }

  async #inputs(source: ProvedBrief): Promise<FileInput[]> {
    const { root } = this.store.workspace
    const { file, brief } = source
    const texts = (brief.data.sources ?? []).flatMap(({ text }) =>
      text === undefined ? [] : [resolve(root, dirname(brief.file.path), text)],
    )
    const { wordStyles } = this.store.house
    const styles = wordStyles ? [resolve(root, wordStyles.text)] : []
    const { tables = [], charts = [] } = brief.data
    const data = [...tables, ...charts].flatMap(item =>
      item.data === undefined ? [] : [resolve(root, dirname(brief.file.path), item.data)],
    )
    const files = [...new Set([file.path, lockPath(file), ...texts, ...data, ...styles])].map(path =>
      displayPath(this.store.workspace, path),
    )
    const templates =
      brief.data.custom === undefined
        ? candidateAudiences(source, this.store, this.request)
        : this.store.names
    const schemes = this.store.house.markings.known.map(({ name }) => name)
    const templateFiles = await this.#templates.files()
    const locales = (await this.#languagesOf(source)).flatMap(lang => templateFiles.localeNames(lang))
    return [
      'names:templates',
      `file:${HOUSE_FILE}`,
      `names:${MARKINGS_FOLDER}`,
      ...schemes.map((name): FileInput => `resource:${MARKINGS_FOLDER}/${name}.yaml`),
      ...files.map((path): FileInput => `file:${path}`),
      ...templates.map((name): FileInput => `resource:templates/${name}.hbs`),
      ...(await this.#partialsOf(templates)).map(
        (name): FileInput => `resource:templates/partials/${name}.hbs`,
      ),
      ...[...new Set(locales)].sort().map((name): FileInput => `resource:templates/locales/${name}.yaml`),
    ]
  }

  async #languagesOf(source: ProvedBrief): Promise<string[]> {
    const { brief } = source
    const audiences = await this.store.load(candidateAudiences(source, this.store, this.request))
    return this.request.languages.flatMap(asked => {
      const lang = this.#languageOf(brief, asked) ?? briefLanguage(brief)
      return [lang, ...audiences.flatMap(audience => languagesOfEdition(brief, audience, lang))]
    })
  }

  /** A row of a mail merge gets a language only where the brief has it. */
  #languageOf(brief: Brief, asked: string | undefined): string | undefined {
    if (this.request.isMerge && asked !== undefined) return closestBriefLanguage(brief, asked)
    return editionLanguage(brief, asked, this.store.house.lang)
  }

  async #partialsOf(templates: readonly string[]): Promise<string[]> {
    const { partials } = await this.#templates.files()
    const audiences = await this.store.load(templates)
    const library = { partials, locales: new Map() }
    return [...new Set(audiences.flatMap(audience => partialNamesOf(audience, library)))].sort()
  }
}

const UNPRINTABLE = { broken: true, selection: undefined, required: [] } as const
