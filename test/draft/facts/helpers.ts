import { chooseActors } from '../../../src/draft/actors.js'
import { type CandidateSentence, candidateSentences } from '../../../src/draft/facts/candidates.js'
import { type DraftFacts, findFacts } from '../../../src/draft/facts/find-facts.js'
import { findEntities } from '../../../src/speech/entities/find-entities.js'
import { paragraphsOf } from '../../../src/speech/index.js'
import { tagSentences } from '../../../src/speech/language/tag-sentences.js'
import { quotationSpans, withinSpans } from '../../../src/speech/quotations/quotation-spans.js'
import { CoreferenceResolver } from '../../../src/speech/quotations/resolve-coreference.js'

export async function candidatesIn(text: string): Promise<CandidateSentence[]> {
  const paragraphs = paragraphsOf(text)
  return candidateSentences(text, await tagSentences(text, paragraphs), quotationSpans(text, paragraphs))
}

export async function factsOf(text: string, today?: string): Promise<DraftFacts> {
  const paragraphs = paragraphsOf(text)
  const sentences = await tagSentences(text, paragraphs)
  const spans = quotationSpans(text, paragraphs)
  const resolver = new CoreferenceResolver(findEntities(sentences), withinSpans(spans))
  const actors = chooseActors(resolver.entities, [])
  return findFacts(text, sentences, spans, { resolver, actors, today })
}
