import type { Range } from '../../diagnostics/index.js'
import type { Sentence } from '../language/tagged-words.js'
import { lastIndexBefore } from '../language/text.js'
import { type Attribution, type AttributionRule, Attributor } from '../quotations/attribute.js'
import { findCue } from '../quotations/attribution-cues.js'
import { attributionTagAt } from '../quotations/attribution-tags.js'
import { isDirectSpeech } from '../quotations/quotation-spans.js'
import { isQuotedItem, reportingSentences } from '../quotations/reporting-sentences.js'
import type { CoreferenceResolver } from '../quotations/resolve-coreference.js'
import type { QuotedSpan } from '../text/quotation-marks.js'
import type { TaggedText } from './english-passages.js'
import { spansWithin } from './quoted-spans.js'
import { markingBefore, type SpokenPassage } from './spoken-passage.js'

/** Finds the quotations within passages, each with its own speaker where the words around it give one. */
export function nestedPassages(
  { text, sentences }: Pick<TaggedText, 'text' | 'sentences'>,
  outer: readonly SpokenPassage[],
  resolver: CoreferenceResolver,
): SpokenPassage[] {
  const nested: SpokenPassage[] = []
  for (const passage of outer)
    for (const part of passage.parts) {
      const spans = spansWithin(text, part).filter(
        span => isDirectSpeech(text, span) && (span.start > part.start + 1 || span.end < part.end - 2),
      )
      if (spans.length > 0) nested.push(...nestedIn(text, sentences, part, spans, passage, resolver))
    }
  return nested
}

function nestedIn(
  text: string,
  sentences: readonly Sentence[],
  part: Range,
  spans: readonly QuotedSpan[],
  outer: SpokenPassage,
  resolver: CoreferenceResolver,
): SpokenPassage[] {
  const around: Sentence[] = []
  for (
    let at = Math.max(
      0,
      lastIndexBefore(sentences, part.start + 1, ({ start }) => start),
    );
    ;
    at++
  ) {
    const sentence = sentences[at]
    if (!sentence || sentence.start >= part.end) break
    const words = sentence.words.filter(({ start, end }) => start >= part.start && end <= part.end)
    if (words.length > 0) around.push({ ...sentence, words })
  }
  const reporting = reportingSentences(
    text,
    around,
    spans,
    items => attributionTagAt(items, 0, resolver.entities) !== undefined,
  )
  const attributor = new Attributor(reporting, resolver.entities, resolver)
  const attributions = new Map<QuotedSpan, Attribution>()
  for (const [index, { items }] of reporting.entries())
    for (const [at, item] of items.entries()) {
      if (!isQuotedItem(item)) continue
      const cue = findCue(items, at, resolver.entities)
      if (!cue || !SPEAKING_RULES.has(cue.rule)) continue
      const isOwn = cue.subject.kind === 'pronoun' && /^(?:i|we)$/.test(cue.subject.word.lower)
      const own = attributor.attributeBySentence(index, at)
      if (isOwn)
        attributions.set(item.span, { speaker: outer.speaker, ...(outer.rule && { rule: outer.rule }) })
      else if (own) attributions.set(item.span, own)
    }
  return spans.map(span => ({
    parts: [{ start: span.start, end: span.end, link: 'first' }],
    marking: markingBefore(text, span.start),
    ...(attributions.get(span) ?? { speaker: NOT_TOLD }),
    outer,
  }))
}

const SPEAKING_RULES: ReadonlySet<AttributionRule> = new Set([
  'signature',
  'tag-after',
  'verb-before',
  'according-to',
  'tag-at-end',
])

const NOT_TOLD: Attribution['speaker'] = {
  kind: 'unknown',
  why: 'it stands within the words of somebody else',
}
