import { checkSettings, readSettings, type SettingsReport } from '../../brief/index.js'
import { ErrorTracker, type Report, type SourceFile } from '../../diagnostics/index.js'
import { checkLocaleWords, type LocaleGrounds } from './check-locale.js'
import {
  type CitationFormats,
  type DateFormats,
  type LocaleData,
  localeSchema,
  type NumberRules,
  type QuotationMarks,
  type ReferenceFormats,
} from './locale-schema.js'
import { placeholdersOf } from './patterns.js'

/** The words of one language, with those of another language for what it lacks. */
export class Locale {
  constructor(
    readonly data: LocaleData,
    readonly fallback?: Locale,
  ) {}

  /** The same words, with `fallback` for what they lack. */
  withFallback(fallback: Locale | undefined): Locale {
    return fallback === undefined || fallback.data === this.data ? this : new Locale(this.data, fallback)
  }

  label(key: string): string | undefined {
    return ownEntry(this.data.labels, key) ?? this.fallback?.label(key)
  }

  /** The heading of a section for an audience, else for all audiences; in this language rather than in the fallback. */
  sectionHeading(audience: string, name: string): string | undefined {
    const { headings } = this.data
    return (
      ownEntry(ownEntry(headings, audience), name) ??
      ownEntry(ownEntry(headings, 'default'), name) ??
      this.fallback?.sectionHeading(audience, name)
    )
  }

  /** The title of an audience in this language; one that the locale does not list is the template author's own, and is kept. */
  audienceTitle(title: string): string {
    return ownEntry(this.data.titles, title) ?? title
  }

  term(term: string): string | undefined {
    return ownEntry(this.data.terms, term) ?? this.fallback?.term(term)
  }

  scalePoint(name: string, point: number): string | undefined {
    return ownEntry(ownEntry(this.data.scales, name), String(point)) ?? this.fallback?.scalePoint(name, point)
  }

  get scaleNames(): readonly string[] {
    return [...new Set([...Object.keys(this.data.scales ?? {}), ...(this.fallback?.scaleNames ?? [])])]
  }

  get numbers(): readonly string[] {
    return this.#complete(locale => locale.data.numbers)
  }

  get labelNames(): readonly string[] {
    return [...new Set([...Object.keys(this.data.labels ?? {}), ...(this.fallback?.labelNames ?? [])])]
  }

  /** The arguments that a label needs in this language, and those that it takes in any; undefined if there is no such label. */
  labelPlaceholders(
    key: string,
  ): { readonly needed: readonly string[]; readonly known: readonly string[] } | undefined {
    const label = this.label(key)
    if (label === undefined) return undefined
    const needed = placeholdersOf(label)
    return { needed, known: [...new Set([...needed, ...placeholdersOf(this.fallback?.label(key) ?? '')])] }
  }

  /** The names of sections that have a heading for any audience. */
  get headingNames(): readonly string[] {
    const own = Object.values(this.data.headings ?? {}).flatMap(names => Object.keys(names))
    return [...new Set([...own, ...(this.fallback?.headingNames ?? [])])]
  }

  get dates(): DateFormats {
    return this.#complete(locale => locale.data.dates)
  }

  get quotationMarks(): QuotationMarks {
    return this.#complete(locale => locale.data.quotation_marks)
  }

  get numberRules(): NumberRules {
    return this.#complete(locale => locale.data.number_format)
  }

  get citations(): CitationFormats {
    return this.#complete(locale => locale.data.citations)
  }

  /** One of the patterns of citations, in this language or that of the fallback. */
  citationFormat<Name extends keyof CitationFormats>(name: Name): CitationFormats[Name] | undefined {
    return this.data.citations?.[name] ?? this.fallback?.citationFormat(name)
  }

  /** One of the patterns of cross-references. */
  referenceFormat(name: keyof ReferenceFormats): string {
    return this.#complete(locale => locale.data.references?.[name])
  }

  /** The pattern of a place in a source, by its kind; that of a locale without it is the number alone. */
  locator(kind: string): string {
    if (kind === 'paragraph') return this.citations.paragraph
    return ownEntry(this.data.citations?.locators, kind) ?? this.fallback?.locator(kind) ?? '{number}'
  }

  #complete<T>(part: (locale: Locale) => T | undefined): T {
    const found = part(this)
    if (found !== undefined) return found
    if (!this.fallback) throw new Error('neither the locale nor its fallback has these words')
    return this.fallback.#complete(part)
  }
}

/** Reads a locale file; everything that is wrong with it is reported at its own lines, its words if there are `grounds`. */
export function parseLocale(file: SourceFile, report: Report, grounds?: LocaleGrounds): Locale | undefined {
  const watch = new ErrorTracker(report)
  const fault: SettingsReport = (place, ...finding) => watch.report('locale-invalid', place, ...finding)
  const settings = readSettings(file, fault)
  const data = settings && checkSettings(localeSchema, settings, fault)
  if (!data) return undefined
  if (grounds) checkLocaleWords({ ...settings, locale: data }, grounds, watch.report)
  return watch.failed ? undefined : new Locale(data)
}

/** Looks up a key that comes from a template or a brief, which must not find `constructor`. */
function ownEntry<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

/** Replaces each `{name}` in a pattern; a name without a value is kept as it is. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

/** The locale of a language: of its exact tag, else of its primary language. */
export function findLocale(lang: string, locales: ReadonlyMap<string, Locale>): Locale | undefined {
  const tag = matchLocaleTag(lang, locales.keys())
  return tag === undefined ? undefined : locales.get(tag)
}

/**
 * The locale of a language, with that of the language in general and English for what it lacks; English itself for a
 * language without a locale.
 */
export function localeWithFallback(lang: string, locales: ReadonlyMap<string, Locale>): Locale | undefined {
  const english = locales.get('en')
  const found = findLocale(lang, locales)
  const general = findLocale(lang.replace(/-.*/, ''), locales)?.withFallback(english) ?? english
  return found === undefined || found.data === general?.data ? general : found.withFallback(general)
}

/** The tag, of those of the available locales, that serves a language: its exact tag, else its primary language. */
export function matchLocaleTag(lang: string, tags: Iterable<string>): string | undefined {
  const wanted = lang.toLowerCase()
  const byCase = new Map([...tags].map(tag => [tag.toLowerCase(), tag]))
  return byCase.get(wanted) ?? byCase.get(wanted.replace(/-.*/, ''))
}
