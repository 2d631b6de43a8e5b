import { dirname, resolve } from 'node:path'
import { Findings, hasErrors, serializeDiagnostic } from '../../diagnostics/index.js'
import { closestBriefLanguage } from '../../edition/index.js'
import { partialNamesOf, recipientFieldsOf, type TemplateLibrary } from '../../markup/index.js'
import type { FileInput, InputHashes } from '../record/input-hashes.js'
import type { AudienceShelf } from '../workspace/audience-store.js'
import { type BriefFile, lockPath } from '../workspace/find-briefs.js'
import { type ProvedBrief, readBrief } from '../workspace/read-brief.js'
import { readTextFolder } from '../workspace/read-file.js'
import { displayPath, type Workspace } from '../workspace/workspace.js'
import type { AudiencePlan, BriefPlan, RequiredColumn } from './brief-plan.js'
import { downgradeUnverified } from './downgrade-unverified.js'
import { candidateAudiences, type EditionRequest, requestEditions } from './edition-request.js'
import { hashSelection } from './selection-hash.js'

/** What a build asks of every brief. */
export interface PlanRequest {
  /** Names; those that each brief lists if none. */
  readonly audiences: readonly string[]
  readonly paper: 'a4' | 'letter' | undefined
  readonly created: number | undefined
  readonly allowUnverified: boolean
  /** In a mail merge, the languages that rows ask for; undefined for those that ask for none. */
  readonly languages: readonly (string | undefined)[]
  readonly isMerge: boolean
}

/** Draws up the sheets of briefs: reads them, proves their quotations, and selects what each audience would see. */
export class SheetDesk {
  #library: Promise<TemplateLibrary> | undefined

  constructor(
    readonly shelf: AudienceShelf,
    readonly request: PlanRequest,
    readonly hashes: InputHashes,
  ) {}

  async plan(file: BriefFile): Promise<BriefPlan> {
    const { workspace } = this.shelf
    const findings = new Findings()
    const source = await readBrief(file, this.shelf.names, workspace, findings.report)
    const orders = source ? await requestEditions(source, this.shelf, this.request, findings.report) : []
    const found = this.request.allowUnverified ? downgradeUnverified(findings.all) : findings.all
    const failed = hasErrors(found)
    const editions = (await Promise.all(orders.map(order => this.#editions(order, failed)))).flat()
    const broken = source ? await this.#broken(source) : this.request.audiences
    const inputs = source ? await this.#inputs(source) : []
    return {
      brief: file,
      findings: found.map(serializeDiagnostic),
      failed,
      brief_sha256: workspace.read.get(file.path) ?? '',
      inputs,
      inputsHash: this.hashes.ofAll(inputs),
      size: source?.brief.file.text.length ?? 0,
      editions: [...editions, ...broken.flatMap(name => this.#unprintable(name))],
    }
  }

  /** The audiences whose templates are wrong. */
  async #broken(source: ProvedBrief): Promise<string[]> {
    const names = candidateAudiences(source, this.shelf, this.request)
    const sound = new Set((await this.shelf.load(names)).map(({ name }) => name))
    return names.filter(name => !sound.has(name))
  }

  #unprintable(audience: string): AudiencePlan[] {
    const unknown = { lang: undefined, broken: true, selection: undefined, required: [] }
    return this.request.languages.map(asked => ({ audience, asked, ...unknown }))
  }

  async #editions(order: EditionRequest, failed: boolean): Promise<AudiencePlan[]> {
    const required = this.request.isMerge && !failed ? await this.#required(order) : []
    return this.request.languages.flatMap(asked => {
      const lang = asked === undefined ? undefined : closestBriefLanguage(order.source.brief, asked)
      if (asked !== undefined && lang === undefined) return []
      const selection = failed ? undefined : hashSelection({ ...order, reader: { lang } })
      return [{ audience: order.audience.name, asked, lang, broken: false, selection, required }]
    })
  }

  async #required({ audience }: EditionRequest): Promise<RequiredColumn[]> {
    const { required } = recipientFieldsOf(audience, await this.#partials())
    return required.map(({ field, place }) => ({ field, by: place.file.path }))
  }

  async #inputs(source: ProvedBrief): Promise<FileInput[]> {
    const { root } = this.shelf.workspace
    const { file, brief } = source
    const texts = (brief.data.sources ?? []).flatMap(({ text }) =>
      text === undefined ? [] : [resolve(root, dirname(brief.file.path), text)],
    )
    const files = [file.path, lockPath(file), ...texts].map(path => displayPath(this.shelf.workspace, path))
    const templates = candidateAudiences(source, this.shelf, this.request)
    const partials = this.request.isMerge ? await this.#partialsOf(templates) : []
    return [
      'names:templates',
      ...files.map((path): FileInput => `file:${path}`),
      ...templates.map((name): FileInput => `resource:templates/${name}.hbs`),
      ...partials.map((name): FileInput => `resource:templates/partials/${name}.hbs`),
    ]
  }

  async #partialsOf(templates: readonly string[]): Promise<string[]> {
    const library = await this.#partials()
    const audiences = await this.shelf.load(templates)
    return [...new Set(audiences.flatMap(audience => partialNamesOf(audience, library)))].sort()
  }

  #partials(): Promise<TemplateLibrary> {
    this.#library ??= readPartials(this.shelf.workspace)
    return this.#library
  }
}

/** What is wrong with partials is found when they are printed. */
async function readPartials(workspace: Workspace): Promise<TemplateLibrary> {
  const partials = await readTextFolder(workspace, 'templates/partials', '.hbs', () => {})
  return { partials, locales: new Map() }
}
