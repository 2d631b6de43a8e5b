import * as v from 'valibot'
import {
  actorId,
  citationKey,
  cite,
  edtf,
  id,
  item,
  language,
  listField,
  longProse,
  oneOf,
  oneOrMore,
  prose,
  scale,
  sourceId,
  text,
  translationProse,
} from './field-types.js'
import { CONSULTATION_STATUSES, DECISIONS, LIKELIHOODS, LOCATOR_KINDS, SOURCE_TYPES } from './vocabularies.js'

/** A DOI without `https://doi.org/` (DOI Handbook, 3.2). */
const DOI_PATTERN = /^10\.\d{4,9}\/\S+$/

export const keyFact = item({ fact: prose('One fact, in one or two sentences.'), cite })

const lane = v.optional(
  prose(
    'Who acts, or what it is about, in one to three words: in a calendar, items of the same lane stand in one row, with this at its left.',
  ),
)

export const event = item({
  date: v.optional(edtf('When, as EDTF: `2025-01-20`, `2025-02`, `2025-01~`, `2024/2025`.')),
  when: v.optional(prose('When, in words, where no date is known, or to say more than the date.')),
  event: prose('What happened.'),
  label: v.optional(prose('The event in a few words, as figures show it; `event` if left out.')),
  lane,
  cite,
})

export const actor = item({
  id: id('A short name that quotes and stakes refer to.'),
  name: text('The full name.'),
  role: v.optional(prose('Office or function.')),
  side: v.optional(prose('The side that the actor is on.')),
  position: v.optional(prose('What the actor says it wants.')),
  position_short: v.optional(
    prose('The position in at most six words, as tables show it; `position` if left out.'),
  ),
  interest: v.optional(prose('What the actor has to win or to lose.')),
  influence: v.optional(scale(1, 5, 'How much the actor can change, from 1 (little) to 5 (decisive).')),
  support: v.optional(
    scale(-2, 2, 'Stance to what the brief recommends or discusses, from -2 (opposed) to 2 (in favour).'),
  ),
  cite,
})

export const stake = item({
  stake: prose('What is at stake, in a few words.'),
  who: v.optional(listField(actorId('An actor id.'), 'Who bears it: ids of actors.')),
  description: v.optional(longProse('What could happen, and to whom.')),
  likelihood: v.optional(scale(1, 5, 'How likely, from 1 (very unlikely) to 5 (very likely).')),
  impact: v.optional(scale(1, 5, 'How grave, from 1 (slight) to 5 (severe).')),
  horizon: v.optional(prose('By when it would be felt.')),
  cite,
})

export const quote = item({
  id: v.optional(id('A short name for the quotation.')),
  text: text(
    'The words, exactly as the source has them. `…`, `[…]` and `[inserted words]` declare alterations.',
  ),
  speaker: v.optional(
    oneOrMore(
      actorId('The id of an actor.'),
      'Who said it: the id of an actor, or a list of those who speak together.',
    ),
  ),
  speaker_confirmed: v.optional(
    text(
      'Why the speaker is right where the source does not tell who speaks; it stands in the evidence report and is not printed.',
    ),
  ),
  source: oneOrMore(
    sourceId('The id of one of `sources`.'),
    'Its source: the id of one of `sources`, or a list of ids, each of a source that must have the words.',
  ),
  date: v.optional(edtf('When it was said, as EDTF.')),
  context: v.optional(prose('On what occasion, or in answer to what.')),
  reported_by: v.optional(prose('Who reported it, where that is not the source itself.')),
  translation: v.optional(
    translationProse(
      'The words in the language of the brief, where the source has another; wordings by language for other readers (`fr: …` alone where only these need one).',
    ),
  ),
  translated_by: v.optional(
    prose(
      'Who translated it, where the translation is not the author’s own; printed after “Translation by”.',
    ),
  ),
  lang: v.optional(language('The language of the quotation (BCP 47), where it is not that of the brief.')),
})

export const option = item({
  name: prose('A short name for the option.'),
  summary: v.optional(longProse('What would be done.')),
  pros: v.optional(oneOrMore(prose('An argument for.'), 'Arguments for.')),
  cons: v.optional(oneOrMore(prose('An argument against.'), 'Arguments against.')),
  risk: v.optional(prose('What could go wrong.')),
  cite,
})

export const recommendation = item({
  text: prose('What to do, beginning with a verb.'),
  by: v.optional(prose('By when, or by what means.')),
  owner: v.optional(prose('Who should do it.')),
  decision: v.optional(
    oneOrMore(
      oneOf(DECISIONS, 'What may be decided.'),
      'What the reader may decide, one or a list: a submission has a box to tick for each.',
    ),
  ),
  cite,
})

export const consultation = item({
  who: prose('Who was or should be asked.'),
  view: v.optional(prose('What they said.')),
  status: v.optional(
    oneOf(CONSULTATION_STATUSES, 'Where they stand, or that they were not asked or said nothing.'),
  ),
  date: v.optional(edtf('When they were asked, as EDTF.')),
  contact: v.optional(prose('Who can be asked about it.')),
  cite,
})

export const question = item({
  question: prose('A question to put.'),
  to: v.optional(prose('Whom to ask.')),
  why: v.optional(prose('Why it matters.')),
  cite,
})

export const line = item({
  line: prose('A sentence that may be said to the press as it is.'),
  status: v.optional(
    oneOf(['proactive', 'reactive'], '`proactive` to volunteer, `reactive` to say only if asked.'),
  ),
  cite,
})

export const answer = item({
  question: prose('The question as it would be asked.'),
  answer: longProse('The answer to give.'),
  if_pressed: v.optional(prose('What to add if the question is asked again.')),
  cite,
})

export const doNotSay = item({
  line: prose('What should not be said.'),
  why: v.optional(prose('Why not, or what to say in its place.')),
})

export const judgement = item({
  text: prose('The judgement, as one sentence.'),
  likelihood: v.optional(oneOf(LIKELIHOODS, 'A term of ICD 203.')),
  confidence: v.optional(oneOf(['low', 'moderate', 'high'], 'Confidence in the sources and the reasoning.')),
  basis: v.optional(prose('What the judgement rests on.')),
  cite,
})

export const nextStep = item({
  action: prose('What will be done, or is expected.'),
  owner: v.optional(prose('Who does it.')),
  due: v.optional(prose('By when: EDTF, or in words.')),
  lane,
  cite,
})

export const indicator = item({
  indicator: prose('What to watch for.'),
  meaning: v.optional(prose('What it would tell.')),
  cite,
})
export const gap = item({
  gap: prose('What is not known.'),
  why: v.optional(prose('Why it matters, or how it could be found out.')),
  cite,
})
export const term = item({
  term: prose('A word that readers may not know.'),
  meaning: prose('What it means, in plain words.'),
  cite,
})

export const source = item({
  id: citationKey('A short name that citations and quotes refer to.'),
  type: v.optional(oneOf(SOURCE_TYPES, 'The CSL item type.')),
  voice: v.optional(
    oneOf(
      ['own', 'reported'],
      'Whose words the text is in: `own`, all of it is its author’s words (a speech, a letter, an opinion piece); `reported`, only what it quotes is speech. Told by `type` if left out.',
    ),
  ),
  title: text('The title as published.'),
  author: v.optional(oneOrMore(text('A name.'), 'Author or authors, as printed.')),
  container_title: v.optional(text('The newspaper, journal, series or site that holds it.')),
  publisher: v.optional(text('The publisher or issuing body.')),
  volume: v.optional(text('The volume of the journal or series.')),
  issue: v.optional(text('The issue of the journal or the newspaper.')),
  page: v.optional(text('The pages in the container, such as `12–15`.')),
  number: v.optional(text('The number of a report, a bill, a standard or a case.')),
  issued: v.optional(edtf('Date of publication, as EDTF.')),
  accessed: v.optional(edtf('Date of access, as EDTF.')),
  url: v.optional(
    v.pipe(v.string(), v.url(), v.regex(/^https?:/i), v.metadata({ description: 'Web address.' })),
  ),
  doi: v.optional(
    v.pipe(
      v.string(),
      v.regex(DOI_PATTERN),
      v.metadata({ description: 'The DOI, such as `10.1000/182`; it is printed as its address.' }),
    ),
  ),
  note: v.optional(prose('What a reader should know of the source.')),
  lang: v.optional(language('The language of the source (BCP 47), where it is not that of the brief.')),
  locators: v.optional(
    oneOrMore(
      oneOf(LOCATOR_KINDS, 'A part that the text numbers.'),
      'What the text numbers itself, one or a list: `paragraph` (`12.`, `(12)`, `[12]` or `¶ 12` at its beginning), `article`, `recital` and `section` (headings), `page` (form feeds, or marks such as `[p. 12]`), `line`, `timestamp`. Quotations are then printed with that number, else with the paragraph as counted.',
    ),
  ),
  text: v.optional(text('Path of the local text, relative to the brief; quotations are proved against it.')),
})
