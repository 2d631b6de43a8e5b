import { NO_CUSTOM_FIELDS } from '../../brief/index.js'
import { type Diagnostic, Findings, type Report, type SourceFile } from '../../diagnostics/index.js'
import { type DeclaredPlace, dataTypeWith, type declaredFieldsIn } from '../../edition/index.js'
import { type Locale, localeWithFallback } from '../locale/locale.js'
import { compileTemplate, type ParsedTemplate, parseTemplate } from '../template/handlebars.js'
import { RUNNING_PARTIALS } from '../template/run-running-partial.js'
import { linkPartials, type TemplateLibrary } from '../template/template-library.js'
import { checkRecipientNames, type KnownRecipients } from './check-recipient-names.js'
import { checkSections, type ListedSection } from './check-sections.js'
import { checkTemplateNames, type NamesFound } from './check-template-names.js'
import { checkTemplateHtml } from './static-html.js'

/** A template to be checked before anything is printed with it. */
export interface AudienceTemplate {
  /** The name of the audience. */
  readonly audience: string
  readonly file: SourceFile
  /** The offset at which its body begins. */
  readonly bodyStart: number
  /** Undefined if the front matter is not to be read. */
  readonly sections: readonly ListedSection[] | undefined
  /** The fields of `custom` that it declares, and where. */
  readonly fields?: ReturnType<typeof declaredFieldsIn> | undefined
}

/** What a template is checked against. */
export interface TemplateSurroundings {
  readonly library: TemplateLibrary
  /** BCP 47: the language of an edition; undefined for any that there is a locale for. */
  readonly lang: string | undefined
  /** All templates of the workspace: what one of them gives to a partial, that partial may ask for in any. */
  readonly templates: readonly SourceFile[]
  readonly recipients: KnownRecipients
}

/** Finds all that can be known to be wrong with a template and its partials without a brief, each finding once. */
export function checkAudienceTemplate(
  { audience, file, bodyStart, sections, fields }: AudienceTemplate,
  { library, lang, templates, recipients }: TemplateSurroundings,
): readonly Diagnostic[] {
  const { all, report } = uniqueFindings()
  const compiled = compileTemplate(file, bodyStart)
  const linked = linkPartials(compiled, library, report)
  const template = parseTemplate(file, bodyStart)
  if (!template) return all
  const locale = lang === undefined ? allLocales(library) : localeWithFallback(lang, library.locales)
  const partial = (name: string): ParsedTemplate | undefined => {
    const partialFile = library.partials.get(name)
    return partialFile && parseTemplate(partialFile)
  }
  const parameters = parametersOfPartials([...templates, file, ...library.partials.values()])
  const root = dataTypeWith(fields?.types ?? NO_CUSTOM_FIELDS)
  const grounds = {
    ...{ audience, root, locale, partial },
    parameters: (name: string) => parameters.get(name) ?? [],
  }
  const found = checkTemplateNames(template, grounds, report)
  const inUse = [template, ...[...linked.keys()].map(partial)].filter(each => each !== undefined)
  const html = inUse.map(each => checkTemplateHtml(each, report))
  for (const name of RUNNING_PARTIALS) {
    const running = partial(name)
    if (!running) continue
    linkPartials(compileTemplate(running.file), library, report)
    checkTemplateNames(running, grounds, report)
    checkTemplateHtml(running, report)
  }
  if (sections) checkSections(sections, found, html, headingsOf(locale), report)
  if (fields) reportUnprintedFields(fields.places, found, report)
  checkRecipientNames(compiled, linked, found, recipients, report)
  return all
}

/** A field that briefs are asked to have, and that nobody would read. */
function reportUnprintedFields(
  declared: readonly DeclaredPlace[],
  { customFields }: NamesFound,
  report: Report,
): void {
  for (const { name, place } of declared)
    if (!customFields.has(name))
      report(
        'field-unprinted',
        place,
        `the template prints \`custom.${name}\` nowhere`,
        `print it with \`{{custom.${name}}}\`, or take it out of \`fields\``,
      )
}

/** Checks a partial that no template prints, of which nobody knows what it would be given. */
export function checkUnusedPartial(file: SourceFile, library: TemplateLibrary): readonly Diagnostic[] {
  const { all, report } = uniqueFindings()
  linkPartials(compileTemplate(file), library, report)
  const parsed = parseTemplate(file)
  if (parsed) checkTemplateHtml(parsed, report)
  return all
}

/** The words of all languages at once: English, with those of others for what it lacks. */
function allLocales({ locales }: TemplateLibrary): Locale | undefined {
  const others = [...locales.values()].filter(({ data }) => data.lang !== 'en')
  const chain = [locales.get('en'), ...others].filter(each => each !== undefined)
  return chain.reduceRight<Locale | undefined>((under, locale) => locale.withFallback(under), undefined)
}

const headingsOf = (locale: Locale | undefined) => locale?.headingNames ?? []

/** A partial is checked for each of its uses, and may say the same in all of them. */
function uniqueFindings(): { readonly all: readonly Diagnostic[]; readonly report: Report } {
  const findings = new Findings()
  const reported = new Set<string>()
  const report: Report = (code, place, message, ...hints) => {
    const key = [code, place.file.path, place.range.start, message].join('\n')
    if (reported.has(key)) return
    reported.add(key)
    findings.report(code, place, message, ...hints)
  }
  return { all: findings.all, report }
}

/** The parameters that each partial is given somewhere, by its name. */
function parametersOfPartials(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const parameters = new Map<string, string[]>()
  for (const { text } of files)
    for (const [, name = '', rest = ''] of text.matchAll(/\{\{~?>\s*([^\s}]+)([^}]*)\}\}/g)) {
      const given = [...rest.matchAll(/([\w-]+)\s*=/g)].map(match => match[1] ?? '')
      if (given.length > 0) parameters.set(name, [...(parameters.get(name) ?? []), ...given])
    }
  return parameters
}
