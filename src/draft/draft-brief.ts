import { BRIEF_LIMIT } from '../brief/index.js'
import type { Range } from '../diagnostics/index.js'
import { sourceText } from '../evidence/index.js'
import { castOf } from './actors.js'
import type { Article } from './article/index.js'
import { compose } from './compose/compose.js'
import { type DraftQuote, provedQuotes } from './compose/prove-quotes.js'
import { type DraftJson, toJson } from './compose/to-json.js'
import { toYaml } from './compose/to-yaml.js'
import { findFacts } from './facts/index.js'
import { blocksOf } from './language/blocks.js'
import { lastBefore } from './language/last-before.js'
import { type Sentence, tag } from './language/tag.js'
import { whoIsWho } from './names/who-is-who.js'
import { findQuotes } from './quotes/find-quotes.js'
import { Resolver } from './quotes/resolve.js'
import { allSpans, withinSpans } from './quotes/spans.js'

export interface DraftOptions {
  /** The day that `last Tuesday` is counted from, as `2025-02-20`; the article's own date if left out. */
  readonly date?: string
  /** The day for `as_of` where neither `date` nor the article gives one. */
  readonly today: string
  /** Where the text will stand that quotations are proved against, relative to the brief; left out if nowhere. */
  readonly textPath?: string
}

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
  const source = sourceText(article.file)
  const blocks = blocksOf(text, article.paragraphs)
  const prose = withoutAsides(await tag(text, blocks), article)
  const who = whoIsWho(prose)
  const spans = allSpans(text, blocks)
  const resolver = new Resolver(who, withinSpans(spans))
  const found = findQuotes(text, spans, prose, resolver)
  const proved = provedQuotes(found, castOf(who, found), source)
  const quotes = asManyAsFit(proved)
  const cast = castOf(who, quotes)
  const facts = await findFacts(text, prose, spans, { resolver, cast, today: options.date ?? dayOf(article) })
  const paragraphAt = paragraphsBy(article.paragraphs)
  const parts = compose({
    article,
    quotes,
    leftOut: proved.length - quotes.length,
    cast,
    facts,
    paragraphAt,
    sha256: source.sha256,
    options,
  })
  return { yaml: toYaml(parts, path), json: toJson(parts, paragraphAt) }
}

/** A brief is a file of limited size, and an article may be longer. */
function asManyAsFit(quotes: readonly DraftQuote[]): readonly DraftQuote[] {
  let size = 0
  const first = quotes.findIndex(({ text }) => {
    size += text.length + AROUND_QUOTE
    return size > BRIEF_LIMIT * ROOM
  })
  return first === -1 ? quotes : quotes.slice(0, first)
}

/** The share of a brief that quotations may fill. */
const ROOM = 0.7

/** Characters of YAML around the words of a quotation, with their indents. */
const AROUND_QUOTE = 90

/** The day that an article was published on, if it says so. */
function dayOf({ issued }: Article): string | undefined {
  return issued !== undefined && /^\d{4}-\d\d-\d\d$/.test(issued) ? issued : undefined
}

/** The sentences of the article proper: headings, bylines and notes of the editor tell nothing. */
function withoutAsides(
  sentences: readonly Sentence[],
  { paragraphs, headings, asides }: Article,
): Sentence[] {
  const paragraphAt = paragraphsBy(paragraphs)
  return sentences.filter(({ start }) => {
    const index = paragraphAt(start) - 1
    return !headings.has(index) && !asides.has(index)
  })
}

/** The number (from 1) of the paragraph that an offset lies in. */
function paragraphsBy(paragraphs: readonly Range[]): (offset: number) => number {
  return offset =>
    Math.max(
      0,
      lastBefore(paragraphs, offset + 1, ({ start }) => start),
    ) + 1
}
