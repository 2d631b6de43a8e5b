import { type Place, type Report, type SourceFile, Watch } from '../diagnostics/index.js'
import type { Edition, EditionData } from '../edition/index.js'
import { compileTemplate, runTemplate } from './handlebars.js'
import { linkPartials, type TemplateLibrary } from './library.js'
import { findLocale, type Locale } from './locale.js'
import { BriefPlaces, type Origins, readMarks } from './origins.js'
import type { Rendering } from './rendering.js'
import { type Fields, fieldsOf, wordsOf } from './values.js'

/** What a template printed, and what it was printed with. */
export interface Printed {
  readonly origins: Origins
  readonly rendering: Rendering
}

/** Runs an edition's template; undefined if it cannot run. */
export function printEdition(
  edition: Edition,
  library: TemplateLibrary,
  report: Report,
): Printed | undefined {
  const { audience } = edition
  const top: Place = {
    file: audience.template,
    range: { start: audience.bodyStart, end: audience.bodyStart },
  }
  const watch = new Watch(report)
  const template = compileTemplate(audience.template, audience.bodyStart)
  const partials = linkPartials(template, library, watch.report)
  const locale = localeOf(edition, library, top, watch.report)
  if (!locale || watch.failed) return undefined
  const brief = new BriefPlaces()
  const rendering: Rendering = { edition, locale, report, brief, sources: sourcesOf(edition) }
  const marked = runTemplate(template, partials, contextOf(edition, locale), rendering)
  const files = new Map<number, SourceFile>(
    [template, ...partials.values()].map(({ number, file }) => [number, file]),
  )
  return { origins: readMarks(marked, top, files, brief), rendering }
}

function localeOf(
  edition: Edition,
  library: TemplateLibrary,
  top: Place,
  report: Report,
): Locale | undefined {
  const english = library.locales.get('en')
  const locale = findLocale(edition.lang, library.locales)
  const known = [...library.locales.keys()].map(tag => `\`${tag}\``).join(', ')
  if (!locale)
    report(
      'unknown-locale',
      edition.langPlace ?? top,
      `there is no locale for \`${edition.lang}\``,
      `use one of ${known}`,
    )
  if (!locale && !english) report('locale-invalid', top, 'there is no locale `en` to fall back on')
  return locale?.withFallback(english) ?? english
}

/** The sources that the edition may show, by id. */
function sourcesOf({ data }: Edition): ReadonlyMap<string, Fields> {
  const sources = Array.isArray(data.sources) ? data.sources : []
  return new Map(
    sources.flatMap((source): [string, Fields][] => {
      const fields = fieldsOf(source)
      const id = wordsOf(fields?.id)
      return fields && id !== undefined ? [[id, fields]] : []
    }),
  )
}

/** The edition's data, with its language and the title of its audience in it; a field is read when a template asks. */
function contextOf({ data, lang, audience }: Edition, locale: Locale): object {
  const { name, title, description } = audience
  const own: EditionData = { lang, audience: { name, title: locale.title(title), description } }
  const holder = (key: string | symbol) => (Object.hasOwn(own, key) ? own : data)
  return new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(holder(key), key),
      has: (_, key) => Reflect.has(holder(key), key),
      getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(holder(key), key),
      ownKeys: () => [...new Set([...Reflect.ownKeys(data), ...Reflect.ownKeys(own)])],
    },
  )
}
