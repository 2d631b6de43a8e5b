import { castOf } from '../../../src/draft/actors.js'
import { type Candidate, candidatesOf } from '../../../src/draft/facts/candidates.js'
import { type Facts, findFacts } from '../../../src/draft/facts/index.js'
import { tag } from '../../../src/draft/language/tag.js'
import { whoIsWho } from '../../../src/draft/names/who-is-who.js'
import { Resolver } from '../../../src/draft/quotes/resolve.js'
import { allSpans, withinSpans } from '../../../src/draft/quotes/spans.js'
import { paragraphsOf } from '../../../src/evidence/index.js'

export async function candidatesIn(text: string): Promise<Candidate[]> {
  const paragraphs = paragraphsOf(text)
  return candidatesOf(text, await tag(text, paragraphs), allSpans(text, paragraphs))
}

export async function factsOf(text: string, today?: string): Promise<Facts> {
  const paragraphs = paragraphsOf(text)
  const sentences = await tag(text, paragraphs)
  const spans = allSpans(text, paragraphs)
  const resolver = new Resolver(whoIsWho(sentences), withinSpans(spans))
  const cast = castOf(resolver.who, [])
  return findFacts(text, sentences, spans, { resolver, cast, today })
}
