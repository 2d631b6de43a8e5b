import * as v from 'valibot'
import { PRIORITIES } from './vocabularies.js'

/** Words that mean the same for different audiences and in different languages; `default` serves all not named. */
export const wordings = v.pipe(
  v.record(v.string(), v.string()),
  v.metadata({
    description:
      'Wordings by audience (`public`), by language (`es`), or by both (`public.es`); `default` serves all that are not named.',
    wordings: true,
  }),
)

/** Words that only readers of some languages need: those of others have the words themselves. */
export const translations = v.pipe(
  v.record(v.string(), v.string()),
  v.metadata({
    description:
      'Wordings by audience, by language, or by both; those of other languages have none without `default`.',
    optional: true,
  }),
)

/** A prose field: inline Markdown with Pandoc citations, or a map of wordings. */
export const prose = (description: string) =>
  v.pipe(v.union([v.string(), wordings]), v.metadata({ prose: true, description }))
/** A translation: a text, or a map of wordings for the languages that need one. */
export const translationProse = (description: string) =>
  v.pipe(v.union([v.string(), translations]), v.metadata({ prose: true, optional: true, description }))
/** A cell of a table, which may also be empty: its value is missing. */
export const tableCell = (description: string) =>
  v.pipe(v.union([v.string(), wordings]), v.metadata({ prose: true, cell: true, description }))
/** A prose field that may also hold lists, which templates print with `paragraphs`. */
export const listProse = (description: string) =>
  v.pipe(v.union([v.string(), wordings]), v.metadata({ prose: true, blocks: 'lists', description }))
/** A prose field of any length: lists, sub-headings, tables, block quotations, notes and pictures, printed with `paragraphs`. */
export const longProse = (description: string) =>
  v.pipe(v.union([v.string(), wordings]), v.metadata({ prose: true, blocks: 'long', description }))
/** A field taken to the letter: a name, an id, an address. */
export const text = (description: string) => v.pipe(v.string(), v.metadata({ description }))
/** A marking, with what editors offer for it: the labels of the scheme that is in force where a house names none. */
export const markingLabel = (description: string) =>
  v.pipe(
    v.string(),
    v.metadata({
      description,
      examples: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'],
    }),
  )
export const listField = <S extends v.GenericSchema>(item: S, description: string) =>
  v.pipe(v.array(item), v.metadata({ description }))
/** A list that may be written as its only element. */
export const oneOrMore = <S extends v.GenericSchema>(
  entry: S,
  description: string,
): v.GenericSchema<v.InferInput<S> | v.InferInput<S>[], v.InferOutput<S>[]> =>
  v.pipe(
    v.union([v.array(entry), entry]),
    v.metadata({ description, one_or_more: true }),
    v.transform(value => (Array.isArray(value) ? value : [value])),
  )
export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  v.pipe(v.picklist(values), v.metadata({ description }))
export const scale = (low: number, high: number, description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high), v.metadata({ description }))

export const id = (description: string) =>
  v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.:-]*$/u), v.metadata({ description, id: true }))
/** What Pandoc allows in the key of a citation, so that the keys of a reference manager can stay. */
export const citationKey = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_:.#$%&+?<>~/-]*$/u),
    v.metadata({ description, id: true }),
  )
export const actorId = (description: string) =>
  v.pipe(v.string(), v.metadata({ description, refers_to: 'actors' }))
export const sourceId = (description: string) =>
  v.pipe(v.string(), v.metadata({ description, refers_to: 'sources' }))
export const audienceName = v.pipe(
  v.string(),
  v.metadata({
    description: 'The name of an audience.',
    refers_to: 'audiences',
    examples: [
      'decision',
      'one-page',
      'press',
      'analyst',
      'legislator',
      'public',
      'submission',
      'question',
      'research',
    ],
  }),
)
export const language = (description: string) =>
  v.pipe(v.string(), v.metadata({ description, language: true }))
export const edtf = (description: string) => v.pipe(v.string(), v.metadata({ description, edtf: true }))
export const cite = v.optional(
  oneOrMore(
    v.pipe(v.string(), v.metadata({ description: 'A source id, or a Pandoc citation.', citation: true })),
    'Where this is from: a source id, or a Pandoc citation such as `@article, para. 4`; one or a list.',
  ),
)

/** What every item of a list may carry. */
export const selection = {
  audiences: v.optional(listField(audienceName, 'Only these audiences see the item.')),
  priority: v.optional(
    oneOf(
      PRIORITIES,
      'What to leave out first where space is short: `could`, then `should`, never `must`. `should` if left out.',
    ),
  ),
  classification: v.optional(
    markingLabel(
      'The marking of this item, if higher than the brief’s: a label of a marking scheme in force.',
    ),
  ),
}
export const item = <E extends v.ObjectEntries>(entries: E) => v.object({ ...entries, ...selection })
/** A list whose items may be written as the text of their main field alone. */
export const shortList = <S extends v.GenericSchema>(
  entry: S,
  main: string,
  description: string,
): v.GenericSchema<(string | v.InferInput<S>)[], v.InferOutput<S>[]> => {
  const short = v.pipe(
    v.string(),
    v.transform(text => ({ [main]: text })),
  )
  const items = v.pipe(v.array(v.union([entry, short])), v.metadata({ description, main }))
  return items as v.GenericSchema<(string | v.InferInput<S>)[], v.InferOutput<S>[]>
}
