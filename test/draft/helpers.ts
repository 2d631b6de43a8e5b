import { quoteText } from '../../src/draft/compose/quote-text.js'
import { blocksOf } from '../../src/draft/language/blocks.js'
import { tag } from '../../src/draft/language/tag.js'
import { type WhoIsWho, whoIsWho } from '../../src/draft/names/who-is-who.js'
import { type FoundQuote, findQuotes } from '../../src/draft/quotes/find-quotes.js'
import { Resolver } from '../../src/draft/quotes/resolve.js'
import { allSpans, withinSpans } from '../../src/draft/quotes/spans.js'
import { paragraphsOf } from '../../src/evidence/index.js'

/** The quotations of a text, each as its words and who speaks them. */
export async function quotesOf(text: string): Promise<string[]> {
  const { quotes } = await readAll(text)
  return quotes.map(quote => `${speakerOf(quote)}: ${quoteText(text, quote.parts)}`)
}

/** Who speaks the quotations of a text, in its order. */
export async function speakersOf(text: string): Promise<string[]> {
  return (await readAll(text)).quotes.map(speakerOf)
}

export async function readAll(text: string): Promise<{ who: WhoIsWho; quotes: FoundQuote[] }> {
  const blocks = blocksOf(text, paragraphsOf(text))
  const sentences = await tag(text, blocks)
  const who = whoIsWho(sentences)
  const spans = allSpans(text, blocks)
  return { who, quotes: findQuotes(text, spans, sentences, new Resolver(who, withinSpans(spans))) }
}

function speakerOf({ speaker }: FoundQuote): string {
  if (speaker.kind === 'named') return speaker.named.name
  return speaker.kind === 'unnamed' ? speaker.text : '?'
}
