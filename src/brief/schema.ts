import * as v from 'valibot'

/**
 * The schema of a brief: the one source of the types, of validation and of `briefs/brief.schema.json`.
 * Unknown keys are found by comparing with `entries`, all of them at once; valibot itself stops at the first.
 */

/** Words that mean the same for different audiences; `default` serves every audience not named. */
const wordings = v.pipe(v.record(v.string(), v.string()), v.metadata({ wordings: true }))

/** A prose field: inline Markdown with Pandoc citations, or a map of wordings by audience. */
const prose = (description: string) =>
  v.pipe(v.union([v.string(), wordings]), v.metadata({ prose: true, description }))
/** A field taken to the letter: a name, an id, an address. */
const text = (description: string) => v.pipe(v.string(), v.metadata({ description }))
const list = <S extends v.GenericSchema>(item: S, description: string) =>
  v.pipe(v.array(item), v.metadata({ description }))
/** A list that may be written as its only element. */
const oneOrMore = <S extends v.GenericSchema>(
  entry: S,
  description: string,
): v.GenericSchema<v.InferInput<S> | v.InferInput<S>[], v.InferOutput<S>[]> =>
  v.pipe(
    v.union([v.array(entry), entry]),
    v.metadata({ description, one_or_more: true }),
    v.transform(value => (Array.isArray(value) ? value : [value])),
  )
const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  v.pipe(v.picklist(values), v.metadata({ description }))
const scale = (low: number, high: number, description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high), v.metadata({ description }))

const id = (description: string) =>
  v.pipe(v.string(), v.regex(/^[\p{L}\d][\p{L}\d_.:-]*$/u), v.metadata({ description, id: true }))
const actorId = (description: string) => v.pipe(v.string(), v.metadata({ description, refers_to: 'actors' }))
const sourceId = (description: string) =>
  v.pipe(v.string(), v.metadata({ description, refers_to: 'sources' }))
const audienceName = v.pipe(v.string(), v.metadata({ refers_to: 'audiences' }))
const edtf = (description: string) => v.pipe(v.string(), v.metadata({ description, edtf: true }))
const cite = v.optional(
  oneOrMore(
    v.pipe(v.string(), v.metadata({ citation: true })),
    'Where this is from: a source id, or a Pandoc citation such as `@article, para. 4`; one or a list.',
  ),
)

export const PRIORITIES = ['must', 'should', 'could'] as const
/** ICD 203 (Intelligence Community Directive 203, Analytic Standards, 2015), D.6.e(2)(a): both rows of terms. */
export const LIKELIHOODS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
  'remote',
  'highly improbable',
  'improbable',
  'roughly even odds',
  'probable',
  'highly probable',
  'nearly certain',
] as const

/** What every item of a list may carry. */
const selection = {
  audiences: v.optional(list(audienceName, 'Only these audiences see the item.')),
  priority: v.optional(
    oneOf(
      PRIORITIES,
      'What to leave out first where space is short: `could`, then `should`, never `must`. `should` if left out.',
    ),
  ),
  classification: v.optional(text('The marking of this item, if higher than the brief’s.')),
}
const item = <E extends v.ObjectEntries>(entries: E) => v.object({ ...entries, ...selection })
/** A list whose items may be written as the text of their main field alone. */
const shortList = <S extends v.GenericSchema>(
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

const keyFact = item({ fact: prose('One fact, in one or two sentences.'), cite })

const event = item({
  date: v.optional(edtf('When, as EDTF: `2025-01-20`, `2025-02`, `2025-01~`, `2024/2025`.')),
  when: v.optional(prose('When, in words, where no date is known, or to say more than the date.')),
  event: prose('What happened.'),
  cite,
})

const actor = item({
  id: id('A short name that quotes and stakes refer to.'),
  name: text('The full name.'),
  role: v.optional(prose('Office or function.')),
  side: v.optional(prose('The side that the actor is on.')),
  position: v.optional(prose('What the actor says it wants.')),
  interest: v.optional(prose('What the actor has to win or to lose.')),
  influence: v.optional(scale(1, 5, 'How much the actor can change, from 1 (little) to 5 (decisive).')),
  support: v.optional(
    scale(-2, 2, 'Stance to what the brief recommends or discusses, from -2 (opposed) to 2 (in favour).'),
  ),
  cite,
})

const stake = item({
  stake: prose('What is at stake, in a few words.'),
  who: v.optional(list(actorId('An actor id.'), 'Who bears it: ids of actors.')),
  description: v.optional(prose('What could happen, and to whom.')),
  likelihood: v.optional(scale(1, 5, 'How likely, from 1 (very unlikely) to 5 (very likely).')),
  impact: v.optional(scale(1, 5, 'How grave, from 1 (slight) to 5 (severe).')),
  horizon: v.optional(prose('By when it would be felt.')),
  cite,
})

const quote = item({
  id: v.optional(id('A short name for the quotation.')),
  text: text(
    'The words, exactly as the source has them. `…`, `[…]` and `[inserted words]` declare alterations.',
  ),
  speaker: v.optional(actorId('Who said it: the id of an actor.')),
  source: sourceId('Where it stands: the id of a source.'),
  date: v.optional(edtf('When it was said, as EDTF.')),
  context: v.optional(prose('On what occasion, or in answer to what.')),
  reported_by: v.optional(prose('Who reported it, where that is not the source itself.')),
  translation: v.optional(prose('The words in the language of the brief, where the source has another.')),
  lang: v.optional(text('The language of the quotation (BCP 47), where it is not that of the brief.')),
})

const option = item({
  name: prose('A short name for the option.'),
  summary: v.optional(prose('What would be done.')),
  pros: v.optional(oneOrMore(prose('An argument for.'), 'Arguments for.')),
  cons: v.optional(oneOrMore(prose('An argument against.'), 'Arguments against.')),
  risk: v.optional(prose('What could go wrong.')),
  cite,
})

const recommendation = item({
  text: prose('What to do, beginning with a verb.'),
  by: v.optional(prose('By when, or by what means.')),
  owner: v.optional(prose('Who should do it.')),
  cite,
})

const line = item({
  line: prose('A sentence that may be said to the press as it stands.'),
  status: v.optional(
    oneOf(['proactive', 'reactive'], '`proactive` to volunteer, `reactive` to say only if asked.'),
  ),
  cite,
})

const answer = item({
  question: prose('The question as it would be asked.'),
  answer: prose('The answer to give.'),
  if_pressed: v.optional(prose('What to add if the question is asked again.')),
  cite,
})

const doNotSay = item({
  line: prose('What should not be said.'),
  why: v.optional(prose('Why not, or what to say in its place.')),
})

const judgement = item({
  text: prose('The judgement, as one sentence.'),
  likelihood: v.optional(oneOf(LIKELIHOODS, 'A term of ICD 203.')),
  confidence: v.optional(oneOf(['low', 'moderate', 'high'], 'Confidence in the sources and the reasoning.')),
  basis: v.optional(prose('What the judgement rests on.')),
  cite,
})

const nextStep = item({
  action: prose('What will be done, or is expected.'),
  owner: v.optional(prose('Who does it.')),
  due: v.optional(prose('By when: EDTF, or in words.')),
  cite,
})

const indicator = item({
  indicator: prose('What to watch for.'),
  meaning: v.optional(prose('What it would tell.')),
  cite,
})
const gap = item({
  gap: prose('What is not known.'),
  why: v.optional(prose('Why it matters, or how it could be found out.')),
  cite,
})
const term = item({
  term: prose('A word that readers may not know.'),
  meaning: prose('What it means, in plain words.'),
  cite,
})

/** CSL 1.0.2 item types that briefs cite; the variable names are CSL's with `_` for `-`. */
export const SOURCE_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'motion_picture',
  'pamphlet',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const

const source = item({
  id: id('A short name that citations and quotes refer to.'),
  type: v.optional(oneOf(SOURCE_TYPES, 'The CSL item type.')),
  title: text('The title as published.'),
  author: v.optional(oneOrMore(text('A name.'), 'Author or authors, as printed.')),
  container_title: v.optional(text('The newspaper, journal, series or site that holds it.')),
  publisher: v.optional(text('The publisher or issuing body.')),
  issued: v.optional(edtf('Date of publication, as EDTF.')),
  accessed: v.optional(edtf('Date of access, as EDTF.')),
  url: v.optional(v.pipe(v.string(), v.url(), v.metadata({ description: 'Web address.' }))),
  note: v.optional(prose('What a reader should know of the source.')),
  lang: v.optional(text('The language of the source (BCP 47), where it is not that of the brief.')),
  text: v.optional(text('Path of the local text, relative to the brief; quotations are proved against it.')),
})

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

export const briefSchema = v.object({
  title: prose('The affair, in one line.'),
  subtitle: v.optional(prose('A second line.')),
  as_of: edtf('The date that the facts hold for, as EDTF.'),
  lang: v.optional(text('The language of the brief (BCP 47). `en` if left out.')),
  authors: v.optional(oneOrMore(text('A name.'), 'Who wrote the brief.')),
  organisation: v.optional(text('The house that issues it.')),
  contact: v.optional(prose('Whom to ask.')),
  status: v.optional(oneOf(['draft', 'cleared'], '`draft` until it is `cleared`.')),
  version: v.optional(text('A version of the brief.')),
  classification: v.optional(
    text('The marking of the whole: a TLP 2.0 label, or the words of another scheme.'),
  ),
  embargo_until: v.optional(edtf('Not to be published before, as EDTF.')),
  distribution: v.optional(prose('Who may receive it.')),
  issue: v.optional(prose('The question, in one or two sentences.')),
  bottom_line: v.optional(prose('The answer, in at most four lines.')),
  background: v.optional(prose('The context; paragraphs are parted by an empty line.')),
  key_facts: v.optional(shortList(keyFact, 'fact', 'The facts that every reader needs.')),
  timeline: v.optional(list(event, 'What happened when.')),
  actors: v.optional(list(actor, 'Who acts, speaks or bears the consequences.')),
  stakes: v.optional(list(stake, 'What may be won or lost.')),
  quotes: v.optional(list(quote, 'What was said, word for word.')),
  options: v.optional(list(option, 'What could be done.')),
  recommendation: v.optional(shortList(recommendation, 'text', 'What should be done.')),
  consultation: v.optional(
    list(
      item({ who: prose('Who was or should be asked.'), view: v.optional(prose('What they said.')), cite }),
      'Who was consulted.',
    ),
  ),
  lines_to_take: v.optional(shortList(line, 'line', 'What to say to the press.')),
  qa: v.optional(list(answer, 'Questions that will be asked, with answers.')),
  do_not_say: v.optional(shortList(doNotSay, 'line', 'What not to say.')),
  questions: v.optional(
    list(
      item({
        question: prose('A question to put.'),
        to: v.optional(prose('Whom to ask.')),
        why: v.optional(prose('Why it matters.')),
        cite,
      }),
      'Questions that a legislator could ask.',
    ),
  ),
  judgements: v.optional(list(judgement, 'Analytic judgements.')),
  next_steps: v.optional(shortList(nextStep, 'action', 'What comes next.')),
  watch: v.optional(shortList(indicator, 'indicator', 'Indicators to watch.')),
  gaps: v.optional(shortList(gap, 'gap', 'What is not known.')),
  glossary: v.optional(list(term, 'Words explained.')),
  sources: v.optional(list(source, 'What the brief cites.')),
  audiences: v.optional(list(v.union([audienceName, override]), 'The editions to print, in order.')),
})

/** The fields of a brief: YAML names, short forms written out, dates as EDTF text. */
export type BriefData = v.InferOutput<typeof briefSchema>
export type Priority = (typeof PRIORITIES)[number]
/** A prose field: one text for all, or wordings by audience with `default` for the others. */
export type Prose = string | { readonly [audience: string]: string }
