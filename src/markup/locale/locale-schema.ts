import * as v from 'valibot'

const stringMap = v.record(v.string(), v.string())
const twelveStrings = v.pipe(v.array(v.string()), v.length(12))

/** What a label says of a date: when something was done, when it holds, and until when; and the ends of a period. */
export const DATE_PHRASES = ['on', 'as_of', 'until', 'since', 'from', 'to'] as const
export type DatePhrase = (typeof DATE_PHRASES)[number]

export function isDatePhrase(name: string): name is DatePhrase {
  return DATE_PHRASES.some(known => known === name)
}

/** Patterns with `{date}`, and `{year}` of a decade; the last five are for what is approximate, and for periods that lack an end. */
const phraseForms = v.partial(
  v.object({
    day: v.string(),
    month: v.string(),
    spring: v.string(),
    summer: v.string(),
    autumn: v.string(),
    winter: v.string(),
    year: v.string(),
    decade: v.string(),
    approximate: v.string(),
    since: v.string(),
    until: v.string(),
    end_unknown: v.string(),
    start_unknown: v.string(),
  }),
)

/** A label asks for a date as a part of a sentence by one of the names of `DATE_PHRASES`. */
const label = v.pipe(
  v.string(),
  v.check(
    text => [...text.matchAll(/\{\w+:(\w+)\}/g)].every(([, name = '']) => isDatePhrase(name)),
    `after the colon in braces stands one of ${DATE_PHRASES.join(', ')}`,
  ),
)

/** The labels, words and patterns of one language. All but `lang` are optional, with English as the fallback. */
export const localeSchema = v.object({
  /** The tag of the language, as its file is named. */
  lang: v.string(),
  /** Strings that templates print with `{{label "…"}}`; `{name}` is replaced by an argument. */
  labels: v.optional(v.record(v.string(), label)),
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
      /** As tables and figures print them. */
      months_short: twelveStrings,
      /** From spring to winter. */
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
        /** The first day of a month where others are numbers, as in `1er`. */
        first_day: v.optional(v.string()),
        /** A day without its month, as in `vom 1. bis 3. April`. */
        day_alone: v.optional(v.string()),
        /** Of `{date}` and `{time}`. */
        time: v.string(),
      }),
      /** Those that differ where a date is short: in Spanish `30 jun 2025`, without the words between. */
      patterns_short: v.optional(
        v.object({
          day: v.optional(v.string()),
          month: v.optional(v.string()),
          day_month: v.optional(v.string()),
          days: v.optional(v.string()),
          months: v.optional(v.string()),
        }),
      ),
      /** Of `{date}`: EDTF `~`. */
      approximate: v.string(),
      /** Of `{date}`: EDTF `?`. */
      uncertain: v.string(),
      /** Of `{from}` and `{to}`: `tight` between numbers, `wide` between words. */
      range: v.object({
        tight: v.string(),
        wide: v.string(),
        since: v.string(),
        until: v.string(),
        /** Of an end that nobody knows, which is no end that is still to come. */
        end_unknown: v.optional(v.string()),
        start_unknown: v.optional(v.string()),
      }),
      /**
       * How a date is put into a sentence, where that depends on its precision: patterns by `day`, `month`, `spring`, `summer`,
       * `autumn`, `winter`, `year` and `decade`, and `approximate`, `since`, `until`, `end_unknown` and `start_unknown` where a
       * sentence needs other words for these than a date alone. Labels ask for them as `{date:on}`; without a pattern, the date stands alone.
       */
      phrases: v.optional(
        v.object({
          on: v.optional(phraseForms),
          as_of: v.optional(phraseForms),
          until: v.optional(phraseForms),
          since: v.optional(phraseForms),
          from: v.optional(phraseForms),
          to: v.optional(phraseForms),
        } satisfies Record<DatePhrase, unknown>),
      ),
      /** An approximate date within a sentence; `approximate` if left out. */
      approximate_phrase: v.optional(v.string()),
      /** Short forms of words before a vowel, as in `de: d’`. */
      elisions: v.optional(stringMap),
    }),
  ),
  quotation_marks: v.optional(
    v.object({
      open: v.string(),
      close: v.string(),
      /** Where a comma stands that follows the closing mark: `inside` of it in American English; `outside` if left out. */
      commas: v.optional(v.picklist(['inside', 'outside'])),
    }),
  ),
  /** How figures of tables and charts are written. */
  number_format: v.optional(
    v.object({
      /** Before the digits that are less than one. */
      decimal: v.pipe(v.string(), v.length(1)),
      /** Between thousands. */
      group: v.pipe(v.string(), v.maxLength(1)),
      /** The least number of whole digits of which thousands are set apart; from 4 in any column that has a figure of five. */
      group_from: v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(99)),
      /** Of `{number}`. */
      percent: v.string(),
      /** In the place of a value that is not known. */
      missing: v.string(),
    }),
  ),
  /** Patterns of citations and of the list of sources. */
  citations: v.optional(
    v.object({
      source: v.string(),
      source_at: v.string(),
      paragraph: v.string(),
      /** A paragraph in raised references; `¶{number}` if left out. */
      mark: v.optional(v.string()),
      /** On which side of a stop raised references stand. */
      side: v.optional(v.picklist(['after', 'before'])),
      /** A paragraph, and several, as they are read out. */
      spoken_paragraph: v.optional(v.string()),
      spoken_paragraphs: v.optional(v.string()),
      /** What is read out of a place in the only source. */
      only_source_at: v.optional(v.string()),
      /** What is read out of the number of a source in the list, which leads back to the text. */
      back: v.optional(v.string()),
      /** Says that there is one source, where nothing in the text refers to it. */
      all_from: v.optional(v.string()),
      /** Places by the numbers of a source, other than paragraphs: `article`, `recital`, `section`, `page`, `line`, `timestamp`. */
      locators: v.optional(stringMap),
      title: v.string(),
      accessed: label,
    }),
  ),
  /**
   * What cross-references say within a sentence: of a table, figure, box or annex with its `{number}`, of a section with its
   * `{title}`, of the first of several of a kind, and of each kind where an edition prints none; and how a title begins that has such a label before it.
   */
  references: v.optional(
    v.partial(
      v.object({
        table: v.string(),
        figure: v.string(),
        section: v.string(),
        box: v.string(),
        annex: v.string(),
        tables: v.string(),
        figures: v.string(),
        sections: v.string(),
        boxes: v.string(),
        annexes: v.string(),
        no_table: v.string(),
        no_figure: v.string(),
        no_section: v.string(),
        no_box: v.string(),
        no_annex: v.string(),
        titled: v.string(),
      }),
    ),
  ),
})

export type LocaleData = v.InferOutput<typeof localeSchema>
export type DateFormats = NonNullable<LocaleData['dates']>
export type QuotationMarks = NonNullable<LocaleData['quotation_marks']>
export type NumberRules = NonNullable<LocaleData['number_format']>
export type CitationFormats = NonNullable<LocaleData['citations']>
export type ReferenceFormats = NonNullable<LocaleData['references']>
