import * as v from 'valibot'

const stringMap = v.record(v.string(), v.string())
const twelveStrings = v.pipe(v.array(v.string()), v.length(12))

/** The labels, words and patterns of one language. All but `lang` may be left out: English serves in its place. */
export const localeSchema = v.object({
  lang: v.string(),
  /** Words that templates ask for with `{{label "…"}}`; `{name}` stands for an argument. */
  labels: v.optional(stringMap),
  /** Headings of sections, by audience; those of `default` serve the audiences that have none. */
  headings: v.optional(v.record(v.string(), stringMap)),
  /** Titles of audiences, by the title that a template's front matter gives. */
  titles: v.optional(stringMap),
  /** What the fixed terms of briefs are called, such as those of ICD 203. */
  terms: v.optional(stringMap),
  /** Counts in words, from zero on. */
  numbers: v.optional(v.array(v.string())),
  /** Words for the points of each scale. */
  scales: v.optional(v.record(v.string(), stringMap)),
  dates: v.optional(
    v.object({
      months: twelveStrings,
      months_short: twelveStrings,
      seasons: v.pipe(v.array(v.string()), v.length(4)),
      /** Written from `{day}`, `{month}` and `{year}`; `first` is for the first day of a month. */
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
  /** How citations and the list of sources are worded. */
  citations: v.optional(
    v.object({
      source: v.string(),
      source_at: v.string(),
      paragraph: v.string(),
      title: v.string(),
      accessed: v.string(),
    }),
  ),
})

export type LocaleData = v.InferOutput<typeof localeSchema>
export type DateFormats = NonNullable<LocaleData['dates']>
export type CitationFormats = NonNullable<LocaleData['citations']>
