import { MAX_BRIEF_LENGTH } from '../brief/index.js'
import type { Range } from '../diagnostics/index.js'
import { prepareSourceText } from '../evidence/index.js'
import { type Article, lastIndexBefore, readSpeech } from '../speech/index.js'
import { chooseActors } from './actors.js'
import { assembleFields, type DraftOptions } from './assemble/assemble-fields.js'
import { type DraftJson, draftToJson, draftToYaml } from './assemble/draft-output.js'
import { type VerifiedQuotation, verifiedQuotations } from './assemble/verify-quotations.js'
import { findFacts } from './facts/find-facts.js'

/** A first draft of a brief, as YAML for a person and as data. */
export interface Draft {
  readonly yaml: string
  readonly json: DraftJson
}

/**
 * Drafts a brief from a news article, by rules: quotations with their speakers, actors, events, figures, and sentences to
 * start from. Every drafted quotation is proved.
 */
export async function draftBrief(article: Article, options: DraftOptions): Promise<Draft> {
  const { path, text } = article.file
  const source = prepareSourceText(article.file)
  const { blockQuotations } = article
  const speech = await readSpeech(text, article.paragraphs, isArticleProper(article), {
    lang: 'en',
    blockQuotations,
  })
  const { sentences, entities, spoken, resolver, quotations: found } = speech
  const verified = verifiedQuotations(found, chooseActors(entities, found), source)
  const quotes = limitQuotations(verified)
  const actors = chooseActors(entities, quotes)
  const paragraphAt = paragraphNumbers(article.paragraphs)
  const facts = await findFacts(text, sentences, spoken, {
    resolver,
    actors,
    today: options.date ?? publicationDay(article),
    isListItem: ({ start }) => article.listItems.has(paragraphAt(start) - 1),
  })
  const fields = assembleFields({
    article,
    quotes,
    leftOut: verified.length - quotes.length,
    actors,
    facts,
    paragraphAt,
    sha256: source.sha256,
    options,
  })
  return { yaml: draftToYaml(fields, path), json: draftToJson(fields, paragraphAt) }
}

/** A brief is a file of limited size, and an article may be longer. */
export function limitQuotations(quotes: readonly VerifiedQuotation[]): readonly VerifiedQuotation[] {
  let size = 0
  const first = quotes.findIndex(({ text }) => {
    size += text.length + YAML_PER_QUOTATION
    return size > MAX_BRIEF_LENGTH * MAX_QUOTATION_SHARE
  })
  return first === -1 ? quotes : quotes.slice(0, first)
}

/** The share of the length of a brief that quotations may take. */
export const MAX_QUOTATION_SHARE = 0.7

/** Characters of YAML around the words of a quotation, indents included. */
export const YAML_PER_QUOTATION = 90

/** The day on which an article was published, where it says so. */
function publicationDay({ issued }: Article): string | undefined {
  return issued !== undefined && /^\d{4}-\d\d-\d\d$/.test(issued) ? issued : undefined
}

/** Tells which sentences are of the article proper, without headings and boilerplate. */
function isArticleProper({
  paragraphs,
  headings,
  boilerplate,
}: Article): (place: Pick<Range, 'start'>) => boolean {
  const paragraphAt = paragraphNumbers(paragraphs)
  return ({ start }) => {
    const index = paragraphAt(start) - 1
    return !headings.has(index) && !boilerplate.has(index)
  }
}

/** The number (from 1) of the paragraph that an offset lies in. */
function paragraphNumbers(paragraphs: readonly Range[]): (offset: number) => number {
  return offset =>
    Math.max(
      0,
      lastIndexBefore(paragraphs, offset + 1, ({ start }) => start),
    ) + 1
}
