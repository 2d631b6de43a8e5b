import {
  type Diagnostic,
  didYouMean,
  Findings,
  type Report,
  type SourceFile,
} from '../../diagnostics/index.js'
import { declaredFieldsIn, readTemplateSettings, type TemplateSettings } from '../../edition/index.js'
import {
  checkAudienceTemplate,
  checkUnusedPartial,
  type KnownRecipients,
  type ListedSection,
} from '../../markup/index.js'
import type { AudienceStore } from './audience-store.js'
import { THEMES_FOLDER } from './read-house.js'
import { readTemplateFiles, type TemplateFiles } from './template-files.js'
import { listResources } from './workspace.js'

/** Checks the templates of a workspace before anything is printed with them, each once for a language. */
export class TemplateChecks {
  readonly #reading = new Findings()
  readonly #checked = new Map<string, Promise<readonly Diagnostic[]>>()
  #files: Promise<TemplateFiles> | undefined
  #themes: Promise<ReadonlyMap<string, string>> | undefined
  #templates: Promise<readonly SourceFile[]> | undefined

  constructor(
    readonly store: AudienceStore,
    readonly recipients: KnownRecipients,
  ) {}

  files(): Promise<TemplateFiles> {
    this.#files ??= readTemplateFiles(this.store.workspace, this.#reading.report)
    return this.#files
  }

  /** What is wrong with a template, its partials and the locale of a language, or any locale. */
  check(audience: string, lang: string | undefined): Promise<readonly Diagnostic[]> {
    const key = JSON.stringify([audience, lang])
    const known = this.#checked.get(key) ?? this.#checkAnew(audience, lang)
    this.#checked.set(key, known)
    return known
  }

  /** What is wrong with partials of the workspace that no template prints. */
  async checkUnused(partials: Iterable<string>): Promise<readonly Diagnostic[]> {
    const { partials: files, library } = await this.files()
    const known = library([], () => {})
    return [...partials].flatMap(name => {
      const file = files.get(name)
      return file ? checkUnusedPartial(file, known) : []
    })
  }

  /** A template is checked whatever is wrong with its front matter, so that all is found at once. */
  async #checkAnew(audience: string, lang: string | undefined): Promise<readonly Diagnostic[]> {
    const file = await this.store.template(audience)
    const front = file && readTemplateSettings(file, () => {})
    const files = await this.files()
    const findings = new Findings()
    this.#reading.passOn(findings.report)
    const library = files.library(lang === undefined ? [] : [lang], findings.report)
    if (!file || !front) return findings.all
    const { bodyStart } = front
    await this.#checkTheme(front, findings.report)
    const sections = listedSections(front)
    const templates = await this.#allTemplates()
    const { recipients } = this
    const found = checkAudienceTemplate(
      { audience, file, bodyStart, sections, fields: front.settings && declaredFieldsIn(front.settings) },
      { library, lang, templates, recipients },
    )
    return [...findings.all, ...found]
  }

  /** Themes themselves are read when pages are set with them. */
  async #checkTheme({ settings }: TemplateSettings, report: Report): Promise<void> {
    const theme = settings?.data.theme
    this.#themes ??= listResources(this.store.workspace, THEMES_FOLDER, '.yaml')
    const names = [...(await this.#themes).keys()]
    if (settings && typeof theme === 'string' && !names.includes(theme))
      report(
        'theme-invalid',
        settings.place(['theme']),
        `there is no theme \`${theme}\``,
        didYouMean(theme, names),
      )
  }

  #allTemplates(): Promise<readonly SourceFile[]> {
    this.#templates ??= Promise.all(this.store.names.map(name => this.store.template(name))).then(files =>
      files.filter(file => file !== undefined),
    )
    return this.#templates
  }
}

function listedSections({ settings }: TemplateSettings): readonly ListedSection[] | undefined {
  const sections = settings?.data.sections
  if (!settings || !Array.isArray(sections)) return undefined
  return sections.flatMap((name, index) =>
    typeof name === 'string' ? [{ name, place: settings.place(['sections', index]) }] : [],
  )
}
