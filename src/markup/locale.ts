import type { CitationWords, DateWords, LocaleData } from './locale-schema.js'

/** The words of one language, with those of another in place of what it lacks. */
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
    return own(this.data.labels, key) ?? this.fallback?.label(key)
  }

  /** A heading for an audience, else for all; in this language before any other. */
  heading(audience: string, name: string): string | undefined {
    const { headings } = this.data
    return (
      own(own(headings, audience), name) ??
      own(own(headings, 'default'), name) ??
      this.fallback?.heading(audience, name)
    )
  }

  /** The title of an audience; one that the locale does not know is the template author's own, and stays. */
  title(title: string): string {
    return own(this.data.titles, title) ?? title
  }

  term(term: string): string | undefined {
    return own(this.data.terms, term) ?? this.fallback?.term(term)
  }

  scale(name: string, point: number): string | undefined {
    return own(own(this.data.scales, name), String(point)) ?? this.fallback?.scale(name, point)
  }

  get scales(): readonly string[] {
    return [...new Set([...Object.keys(this.data.scales ?? {}), ...(this.fallback?.scales ?? [])])]
  }

  get numbers(): readonly string[] {
    return this.#complete(locale => locale.data.numbers)
  }

  get labels(): readonly string[] {
    return [...new Set([...Object.keys(this.data.labels ?? {}), ...(this.fallback?.labels ?? [])])]
  }

  get dates(): DateWords {
    return this.#complete(locale => locale.data.dates)
  }

  get quotationMarks(): { readonly open: string; readonly close: string } {
    return this.#complete(locale => locale.data.quotation_marks)
  }

  get citations(): CitationWords {
    return this.#complete(locale => locale.data.citations)
  }

  #complete<T>(part: (locale: Locale) => T | undefined): T {
    const found = part(this) ?? (this.fallback && part(this.fallback))
    if (found === undefined) throw new Error('neither the locale nor its fallback has these words')
    return found
  }
}

/** Looks up a key that comes from a template or a brief: `constructor` is not a label. */
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

/** Fills `{name}` in a pattern; a name without a value stays. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

/** The locale of a language: of its exact tag, else of its primary language. */
export function findLocale(lang: string, locales: ReadonlyMap<string, Locale>): Locale | undefined {
  const tag = localeTag(lang, locales.keys())
  return tag === undefined ? undefined : locales.get(tag)
}

/** Of the tags of locales, the one that serves a language, so that no other need be read. */
export function localeTag(lang: string, tags: Iterable<string>): string | undefined {
  const wanted = lang.toLowerCase()
  const byCase = new Map([...tags].map(tag => [tag.toLowerCase(), tag]))
  return byCase.get(wanted) ?? byCase.get(wanted.split('-')[0] ?? '')
}
