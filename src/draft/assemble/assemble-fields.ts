import { present } from '../../diagnostics/index.js'
import { type Article, parseDateline } from '../../speech/index.js'
import type { DraftActor, DraftActors } from '../actors.js'
import { hasAlteredQuotation, hasBalancedMarks } from '../facts/candidates.js'
import type { DraftFacts } from '../facts/find-facts.js'
import { type DraftField, type DraftListItem, isDraftList } from './draft-field.js'
import { escapeMarkdown, withoutUnprintable } from './escape.js'
import { draftProseFields, eventListItems, type ParagraphNumberAt, sentenceListItems } from './fact-fields.js'
import { quotationListItem } from './quotation-item.js'
import type { VerifiedQuotation } from './verify-quotations.js'

export interface DraftOptions {
  /** The day that `last Tuesday` is counted from, as `2025-02-20`; the article's own date if left out. */
  readonly date?: string
  /** The day for `as_of` where neither `date` nor the article gives one. */
  readonly today: string
  /** The file of the text that quotations are proved against, relative to the brief; left out if there is none. */
  readonly textPath?: string
}

/** All that was found in an article. */
export interface DraftContent {
  readonly article: Article
  readonly quotes: readonly VerifiedQuotation[]
  /** The number of quotations that a brief has no room for. */
  readonly leftOut: number
  readonly actors: DraftActors
  readonly facts: DraftFacts
  readonly paragraphAt: ParagraphNumberAt
  /** Of the article's text. */
  readonly sha256: string
  readonly options: DraftOptions
}

/** Puts what was found together as the fields of a brief, in the schema's order; an empty field is left out. */
export function assembleFields(content: DraftContent): DraftField[] {
  const { article, facts, actors, quotes, leftOut, paragraphAt } = content
  const fields: DraftField[] = [
    titleField(article),
    asOfField(article, content.options),
    { key: 'lang', value: 'en' },
    { key: 'status', value: 'draft' },
    ...draftProseFields(facts, paragraphAt),
    {
      key: 'key_facts',
      value: sentenceListItems('fact', facts.keyFacts, paragraphAt),
      review: 'sentences with figures. Keep the facts that every reader needs',
    },
    {
      key: 'timeline',
      value: eventListItems(facts.timeline, paragraphAt),
      review: 'what the article dates, in its order. Shorten each to what happened',
    },
    {
      key: 'actors',
      value: actors.all.map(actor => actorListItem(actor, facts, paragraphAt)),
      review:
        'who acts or speaks, by weight. Delete who does not matter; word the positions, and add side, influence and support',
    },
    {
      key: 'stakes',
      value: sentenceListItems('stake', facts.stakes, paragraphAt),
      review: 'sentences about what may be won or lost. Say in a few words what is at stake, and for whom',
    },
    {
      key: 'quotes',
      value: quotes.map(quote => quotationListItem(quote, actors, article.file.text, paragraphAt)),
      review:
        leftOut > 0
          ? `the first direct quotations of the article; ${leftOut} more did not fit. Keep those that a reader needs`
          : 'every direct quotation. Keep those that a reader needs',
    },
    {
      key: 'next_steps',
      value: sentenceListItems('action', facts.nextSteps, paragraphAt),
      review: 'sentences about what is planned. Say who does what, and by when',
    },
    {
      key: 'watch',
      value: sentenceListItems('indicator', facts.watch, paragraphAt),
      review: 'sentences about what may come. Say what to watch for',
    },
    sourceField(content),
    {
      key: 'audiences',
      value: ['one-page', 'analyst'],
      review: 'the editions that a draft has enough for. Add others as the brief grows',
    },
  ]
  return fields
    .filter(({ value }) => value.length > 0)
    .map(field => ({ ...field, value: withoutUnprintableIn(field.value) }))
}

/** An article may hold characters that a brief may not. */
function withoutUnprintableIn(value: DraftField['value']): DraftField['value'] {
  if (typeof value === 'string') return withoutUnprintable(value)
  if (!isDraftList(value)) return value.map(withoutUnprintable)
  return value.map(item => ({
    ...item,
    fields: Object.fromEntries(
      Object.entries(item.fields).map(([key, field]) => [
        key,
        typeof field === 'string' ? withoutUnprintable(field) : field.map(withoutUnprintable),
      ]),
    ),
  }))
}

function titleField(article: Article): DraftField {
  const { title } = article
  if (title !== undefined)
    return {
      key: 'title',
      value: headlineMarkdown(title),
      review: 'the article’s headline. Name the affair in a line of your own',
    }
  const review = 'the article has no headline: this is how it begins. Name the affair in one line'
  return { key: 'title', value: headlineMarkdown(openingWords(article)), review }
}

/** Without quotation marks where the quotation is altered or cut off. */
function headlineMarkdown(words: string): string {
  return escapeMarkdown(
    hasAlteredQuotation(words) || !hasBalancedMarks(words) ? words.replace(/["“”„«»‘]/g, '') : words,
  )
}

/** The first sentence of an article, or as many of its words as a headline has. */
function openingWords({ file, paragraphs, boilerplate }: Article): string {
  const first = paragraphs.findIndex((_, at) => !boilerplate.has(at))
  const text = file.text.slice(paragraphs[first]?.start ?? 0).trimStart()
  const words = text.slice(parseDateline(text)?.length ?? 0, 500).replace(/\s+/g, ' ')
  const [sentence] = /^.{20,}?[\p{Ll}\d][.?!](?=\s|$)/u.exec(words) ?? [words]
  if (sentence.length <= MAX_HEADLINE_LENGTH) return sentence
  return `${words.slice(0, words.lastIndexOf(' ', MAX_HEADLINE_LENGTH))}…`
}

/** Characters. */
export const MAX_HEADLINE_LENGTH = 80

function asOfField({ issued }: Article, { date, today }: DraftOptions): DraftField {
  const known = date ?? issued
  if (known !== undefined) return { key: 'as_of', value: known }
  const review = 'the article gives no date: this is the day of the draft. Until when do the facts hold?'
  return { key: 'as_of', value: today, review }
}

function actorListItem(
  { id, name, role, at, unnamed, entity }: DraftActor,
  { positions }: DraftFacts,
  paragraphAt: ParagraphNumberAt,
): DraftListItem {
  const position = entity && positions.get(entity)
  const cite = `@article, para. ${paragraphAt(position?.start ?? at.start)}`
  return {
    fields: {
      id,
      name,
      ...(role !== undefined && { role: escapeMarkdown(role) }),
      ...(position && { position: escapeMarkdown(position.text) }),
      cite,
    },
    ...(unnamed && { review: 'the article gives no name' }),
    at: [at, ...(position ? [position] : [])].map(({ start, end }) => ({ start, end })),
  }
}

function sourceField({ article, sha256, options: { textPath } }: DraftContent): DraftField {
  const { title, author, publisher, issued, url } = article
  const missing = [
    title === undefined && 'its title',
    author === undefined && 'its author',
    publisher === undefined && 'who published it',
    issued === undefined && 'when',
  ].filter(word => word !== false)
  const fields = {
    id: 'article',
    type: publisher === undefined ? 'article' : 'article-newspaper',
    title: title ?? openingWords(article),
    ...(author && { author: author.length === 1 ? present(author[0], 'author') : author }),
    ...(publisher !== undefined && { container_title: publisher }),
    ...(issued !== undefined && { issued }),
    ...(url !== undefined && { url }),
    ...(textPath !== undefined && { text: textPath }),
  }
  const review = [
    missing.length > 0 ? `the text does not say ${joinWithAnd(missing)}: add what is known` : undefined,
    textPath === undefined
      ? 'the text is not in the workspace: put it there and name it under `text`, or nothing proves the quotations'
      : undefined,
  ].filter(one => one !== undefined)
  return {
    key: 'sources',
    value: [
      {
        fields,
        ...(review.length > 0 && { review: review.join('; ') }),
        comments: { id: `SHA-256 ${sha256}` },
      },
    ],
  }
}

function joinWithAnd(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ')
}
