import type { Range } from '../../diagnostics/index.js'
import type { Cast } from '../actors.js'
import { capitalised } from '../language/capitalised.js'
import type { Rule } from '../quotes/attribute.js'
import { escapeMarkdown } from './escape.js'
import type { Item } from './parts.js'
import type { DraftQuote } from './prove-quotes.js'

/** Quotations as items of a brief: who speaks, or why that is not known. */
export function quoteItem(quote: DraftQuote, cast: Cast, article: string, paragraph: number): Item {
  const speaker = cast.speakerOf(quote)
  const review = reviewOf(quote)
  const via = quote.speaker.kind === 'named' ? quote.speaker.via : undefined
  return {
    fields: {
      text: quote.text,
      ...(speaker !== undefined && { speaker }),
      source: 'article',
      ...(quote.occasion && { context: contextOf(article, quote.occasion) }),
    },
    ...(review !== undefined && { review }),
    remarks: { source: `para. ${paragraph}`, ...(via !== undefined && { speaker: `“${via}”` }) },
    at: quote.parts.map(({ start, end }) => ({ start, end })),
  }
}

function contextOf(article: string, { start, end }: Range): string {
  return escapeMarkdown(capitalised(article.slice(start, end).replace(/\s+/g, ' ')))
}

function reviewOf({ speaker, rule }: DraftQuote): string | undefined {
  if (speaker.kind === 'unknown') return `who speaks? ${speaker.why}`
  return rule && GUESSES.get(rule)
}

/** The rules that may be wrong about who speaks. */
const GUESSES: ReadonlyMap<Rule, string> = new Map<Rule, string>([
  ['any-verb', 'does the subject of the sentence speak these words?'],
  ['sentence-before', 'the speaker is taken from the sentence before'],
  ['sentence-after', 'the speaker is taken from the sentence after'],
  ['paragraph-before', 'the speaker is taken from the paragraph before'],
])
