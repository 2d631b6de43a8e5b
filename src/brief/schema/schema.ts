import * as v from 'valibot'
import { annex, box, chart, image, section, submission, table } from './content-items.js'
import {
  audienceName,
  edtf,
  language,
  listField,
  listProse,
  longProse,
  markingLabel,
  oneOf,
  oneOrMore,
  prose,
  shortList,
  text,
} from './field-types.js'
import {
  actor,
  answer,
  consultation,
  doNotSay,
  event,
  gap,
  indicator,
  judgement,
  keyFact,
  line,
  nextStep,
  option,
  question,
  quote,
  recommendation,
  source,
  stake,
  term,
} from './items.js'

/**
 * The schema of a brief: the one source of the types, of validation and of `briefs/brief.schema.json`.
 * Its structure and metadata are read by `shape.ts`; valibot itself checks values and gives the types.
 */

const override = v.object({
  audience: audienceName,
  title: v.optional(prose('A title for this edition alone.')),
  limit: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.metadata({ description: 'Page limit for this edition.' }),
    ),
  ),
  theme: v.optional(text('Theme for this edition.')),
})

const figureTitle = (figure: string) =>
  v.optional(
    prose(`The conclusion that stands over the ${figure}, as one sentence; what it shows if left out.`),
  )
const figureTitles = v.pipe(
  v.object({
    timeline: figureTitle('timeline'),
    actors: figureTitle('figure of the actors and their positions'),
    stakes: figureTitle('figure of the stakes'),
  }),
  v.metadata({ description: 'What each figure tells its readers, in the author’s words.' }),
)

export const briefSchema = v.object({
  title: prose('The affair, in one line.'),
  subtitle: v.optional(prose('A second line.')),
  as_of: edtf('The date that the facts hold for, as EDTF.'),
  lang: v.optional(language('The language of the brief (BCP 47). `en` if left out.')),
  authors: v.optional(oneOrMore(text('A name.'), 'Who wrote the brief.')),
  organisation: v.optional(prose('The house that issues it.')),
  contact: v.optional(listProse('Whom to ask.')),
  status: v.optional(oneOf(['draft', 'cleared'], '`draft` until it is `cleared`.')),
  version: v.optional(text('A version of the brief.')),
  classification: v.optional(
    markingLabel(
      'The marking of the whole: a label of a marking scheme in force, `TLP:AMBER` or `OFFICIAL`.',
    ),
  ),
  embargo_until: v.optional(edtf('Not to be published before, as EDTF.')),
  distribution: v.optional(prose('Who may receive it.')),
  issue: v.optional(listProse('The question, in one or two sentences.')),
  bottom_line: v.optional(listProse('The answer, in at most four lines.')),
  background: v.optional(
    longProse(
      'The context, in paragraphs, lists, sub-headings, tables, block quotations and notes of Markdown.',
    ),
  ),
  key_facts: v.optional(shortList(keyFact, 'fact', 'The facts that every reader needs.')),
  timeline: v.optional(listField(event, 'What happened when.')),
  stance_on: v.optional(prose('What the `support` of actors is for or against, in a few words.')),
  actors: v.optional(listField(actor, 'Who acts, speaks or bears the consequences.')),
  stakes: v.optional(listField(stake, 'What may be won or lost.')),
  quotes: v.optional(listField(quote, 'What was said, word for word.')),
  options: v.optional(listField(option, 'What could be done.')),
  recommendation: v.optional(shortList(recommendation, 'text', 'What should be done.')),
  consultation: v.optional(listField(consultation, 'Who was consulted.')),
  lines_to_take: v.optional(shortList(line, 'line', 'What to say to the press.')),
  qa: v.optional(listField(answer, 'Questions that will be asked, with answers.')),
  do_not_say: v.optional(shortList(doNotSay, 'line', 'What not to say.')),
  questions: v.optional(listField(question, 'Questions that a legislator could ask.')),
  judgements: v.optional(listField(judgement, 'Analytic judgements.')),
  next_steps: v.optional(shortList(nextStep, 'action', 'What comes next.')),
  watch: v.optional(shortList(indicator, 'indicator', 'Indicators to watch.')),
  gaps: v.optional(shortList(gap, 'gap', 'What is not known.')),
  glossary: v.optional(listField(term, 'Words explained.')),
  sections: v.optional(listField(section, 'Sections of your own.')),
  boxes: v.optional(listField(box, 'Boxes beside the text.')),
  tables: v.optional(listField(table, 'Tables of figures or words.')),
  charts: v.optional(listField(chart, 'Charts of figures.')),
  images: v.optional(listField(image, 'Pictures.')),
  annexes: v.optional(listField(annex, 'Annexes, each on pages of its own.')),
  submission: v.optional(submission),
  custom: v.optional(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.metadata({
        description: 'Fields of your own, which templates declare under `fields` of their front matter.',
      }),
    ),
  ),
  figure_titles: v.optional(figureTitles),
  sources: v.optional(listField(source, 'What the brief cites.')),
  audiences: v.optional(listField(v.union([audienceName, override]), 'The editions to print, in order.')),
})

/** The fields of a brief: YAML names, short forms written out, dates as EDTF text. */
export type BriefData = v.InferOutput<typeof briefSchema>
/** A prose field: one text for all, or wordings by audience and language with `default` for the others. */
export type Prose = string | { readonly [key: string]: string }
