import * as v from 'valibot'

const stringMap = v.record(v.string(), v.string())
const twelveStrings = v.pipe(v.array(v.string()), v.length(12))

/** The labels, words and patterns of one language. All but `lang` are optional, with English as the fallback. */
export const localeSchema = v.object({
  lang: v.string(),
  /** Strings that templates print with `{{label "…"}}`; `{name}` is replaced by an argument. */
  labels: v.optional(stringMap),
  /** Headings of sections, by audience; those of `default` are for audiences that have none of their own. */
  headings: v.optional(v.record(v.string(), stringMap)),
  /** Titles of audiences, by the title in the front matter of a template. */
  titles: v.optional(stringMap),
  /** Translations of the fixed terms of briefs, such as those of ICD 203. */
  terms: v.optional(stringMap),
  /** Numbers in words, from zero. */
  numbers: v.optional(v.array(v.string())),
  /** Words for the points of each scale, by their numbers. */
  scales: v.optional(v.record(v.string(), stringMap)),
  dates: v.optional(
    v.object({
      months: twelveStrings,
      months_short: twelveStrings,
      seasons: v.pipe(v.array(v.string()), v.length(4)),
      /** Patterns with `{day}`, `{month}` and `{year}`; `first` is for the first day of a month. */
      patterns: v.object({
        day: v.string(),
        first: v.optional(v.string()),
        month: v.string(),
        year: v.string(),
        /** Without the year, for the start of a range within one year. */
        day_month: v.string(),
        /** Ranges within one month, and within one year: `{from}` and `{to}` are days, or months. */
        days: v.string(),
        months: v.string(),
        season: v.string(),
        decade: v.string(),
        before_christ: v.string(),
        time: v.string(),
      }),
      approximate: v.string(),
      uncertain: v.string(),
      /** Of `{from}` and `{to}`: `tight` between numbers, `wide` between words. */
      range: v.object({ tight: v.string(), wide: v.string(), since: v.string(), until: v.string() }),
    }),
  ),
  quotation_marks: v.optional(v.object({ open: v.string(), close: v.string() })),
  /** Patterns of citations and of the list of sources. */
  citations: v.optional(
    v.object({
      source: v.string(),
      source_at: v.string(),
      paragraph: v.string(),
      /** Places by the numbers of a source, other than paragraphs: `article`, `recital`, `section`, `page`, `line`, `timestamp`. */
      locators: v.optional(stringMap),
      title: v.string(),
      accessed: v.string(),
    }),
  ),
})

export type LocaleData = v.InferOutput<typeof localeSchema>
export type DateFormats = NonNullable<LocaleData['dates']>
export type CitationFormats = NonNullable<LocaleData['citations']>
