import { ErrorTracker, type Place, type Report } from '../../diagnostics/index.js'
import type { Edition, EditionBeside, EditionData } from '../../edition/index.js'
import { BriefPlaces, resolveOriginMarks, type SourceMappedText } from '../html/source-map.js'
import { findLocale, type Locale, localeWithFallback } from '../locale/locale.js'
import { CrossReferences } from '../prose/cross-references.js'
import { asDataFields, type DataFields, valueText } from '../prose/data-values.js'
import { ReadMarkdown } from '../prose/inline-markdown.js'
import type { ContextBeside, RenderContext } from '../prose/print-text.js'
import { compileTemplate, runTemplate } from './handlebars.js'
import { linkPartials, type TemplateLibrary } from './template-library.js'

/** What a template printed, and the context in which it did. */
export interface TemplateOutput {
  readonly html: SourceMappedText
  readonly context: RenderContext
}

/** Runs the template of an edition, with what is known of its cross-references; undefined if the template cannot run. */
export function runEditionTemplate(
  edition: Edition,
  library: TemplateLibrary,
  report: Report,
  crossReferences?: CrossReferences,
): TemplateOutput | undefined {
  const { audience } = edition
  const top: Place = {
    file: audience.template,
    range: { start: audience.bodyStart, end: audience.bodyStart },
  }
  const watch = new ErrorTracker(report)
  const template = compileTemplate(audience.template, audience.bodyStart)
  const partials = linkPartials(template, library, watch.report)
  const locale = chooseLocale(edition, library, top, watch.report)
  const besides = new Map<string, ContextBeside>()
  if (!locale || watch.failed) return undefined
  const briefPlaces = new BriefPlaces()
  const context: RenderContext = {
    ...{ edition, locale, report, briefPlaces },
    sources: citableSources(edition),
    shownWithoutWords: new Set(),
    crossReferences: crossReferences ?? new CrossReferences(),
    markdown: library.markdown ?? new ReadMarkdown(),
    besides,
  }
  const root = templateData(edition, locale)
  for (const [tag, other] of edition.besides) {
    const own = chooseLocale(other, library, top, watch.report)
    if (own) besides.set(tag, contextBeside(other, own, root, context))
  }
  if (watch.failed) return undefined
  const marked = runTemplate(template, partials, root, context)
  const files = [template, ...partials.values()].map(({ file }) => file)
  return { html: resolveOriginMarks(marked, top, files, briefPlaces), context }
}

/** What a template sees and prints in a language beside that of its edition, whose data are `root`. */
function contextBeside(
  edition: EditionBeside,
  locale: Locale,
  root: object,
  context: RenderContext,
): ContextBeside {
  const own = templateData(edition, locale)
  const { recipient } = edition.data
  return {
    context: { ...context, edition, locale, sources: citableSources(edition) },
    root: own,
    thisFor: value => {
      if (value === root) return own
      if (typeof value !== 'object' || value === null || value === recipient) return value
      return edition.counterparts.of(value)
    },
  }
}

/** Reports a language that there are no words in, where the brief names it. */
export function reportUnknownLocale(
  { lang, langPlace, audience }: Edition,
  { locales }: TemplateLibrary,
  report: Report,
): void {
  if (findLocale(lang, locales)) return
  const { template: file, bodyStart } = audience
  report(
    'unknown-locale',
    langPlace ?? { file, range: { start: bodyStart, end: bodyStart } },
    `there is no locale for \`${lang}\``,
    `use one of ${[...locales.keys()].map(tag => `\`${tag}\``).join(', ')}`,
  )
}

function chooseLocale(
  edition: Edition,
  library: TemplateLibrary,
  top: Place,
  report: Report,
): Locale | undefined {
  const locale = localeWithFallback(edition.lang, library.locales)
  reportUnknownLocale(edition, library, report)
  if (!locale) report('locale-invalid', top, 'there is no locale `en` to fall back on')
  return locale
}

/** The sources that the edition may show, by id. */
function citableSources({ data }: Edition): ReadonlyMap<string, DataFields> {
  const sources = Array.isArray(data.sources) ? data.sources : []
  return new Map(
    sources.flatMap((source): [string, DataFields][] => {
      const fields = asDataFields(source)
      const id = valueText(fields?.id)
      return fields && id !== undefined ? [[id, fields]] : []
    }),
  )
}

/** The edition's data with its language and its audience; a field is read only when a template asks for it. */
export function templateData({ data, lang, audience }: Edition, locale: Locale): object {
  const { name, title, description } = audience
  const own: EditionData = { lang, audience: { name, title: locale.audienceTitle(title), description } }
  const ownerOf = (key: string | symbol) => (Object.hasOwn(own, key) ? own : data)
  return new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(ownerOf(key), key),
      has: (_, key) => Reflect.has(ownerOf(key), key),
      getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(ownerOf(key), key),
      ownKeys: () => [...new Set([...Reflect.ownKeys(data), ...Reflect.ownKeys(own)])],
    },
  )
}
