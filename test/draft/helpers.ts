import { quotationText } from '../../src/draft/assemble/verify-quotations.js'
import type { EntityIndex } from '../../src/speech/entities/entity.js'
import { findEntities } from '../../src/speech/entities/find-entities.js'
import { paragraphsOf } from '../../src/speech/index.js'
import { tagSentences } from '../../src/speech/language/tag-sentences.js'
import { splitLongLines } from '../../src/speech/language/text.js'
import { type AttributedQuotation, findQuotations } from '../../src/speech/quotations/find-quotations.js'
import { quotationSpans, withinSpans } from '../../src/speech/quotations/quotation-spans.js'
import { CoreferenceResolver } from '../../src/speech/quotations/resolve-coreference.js'

/** The quotations of a text, each as its words and who speaks them. */
export async function quotesOf(text: string): Promise<string[]> {
  const { quotes } = await readAll(text)
  return quotes.map(quote => `${speakerOf(quote)}: ${quotationText(text, quote.parts)}`)
}

/** Who speaks the quotations of a text, in its order. */
export async function speakersOf(text: string): Promise<string[]> {
  return (await readAll(text)).quotes.map(speakerOf)
}

export async function readAll(
  text: string,
): Promise<{ entities: EntityIndex; quotes: AttributedQuotation[] }> {
  const paragraphs = splitLongLines(text, paragraphsOf(text))
  const sentences = await tagSentences(text, paragraphs)
  const entities = findEntities(sentences)
  const spans = quotationSpans(text, paragraphs)
  return {
    entities,
    quotes: findQuotations(text, spans, sentences, new CoreferenceResolver(entities, withinSpans(spans))),
  }
}

function speakerOf({ speaker }: AttributedQuotation): string {
  if (speaker.kind === 'named') return speaker.entity.name
  return speaker.kind === 'unnamed' ? speaker.text : '?'
}
