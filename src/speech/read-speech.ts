import type { Range } from '../diagnostics/index.js'
import type { EntityIndex } from './entities/entity.js'
import { findEntities } from './entities/find-entities.js'
import { tagSentences } from './language/tag-sentences.js'
import type { Sentence } from './language/tagged-words.js'
import { splitLongLines } from './language/text.js'
import { type AttributedQuotation, findQuotations } from './quotations/find-quotations.js'
import { quotationSpans, withinSpans } from './quotations/quotation-spans.js'
import { CoreferenceResolver, type Speaker } from './quotations/resolve-coreference.js'
import type { QuotedSpan } from './text/quotation-marks.js'
import type { Utterance, UtteranceMarking, UtteranceSpeaker } from './utterance.js'

/** What a text says, and who says what in it. */
export interface Speech {
  /** In the order of the text. */
  readonly utterances: readonly Utterance[]
  /** The quotations that the utterances in quotation marks are made from. */
  readonly quotations: readonly AttributedQuotation[]
  /** The sentences of the text proper. */
  readonly sentences: readonly Sentence[]
  readonly entities: EntityIndex
  readonly spans: readonly QuotedSpan[]
  readonly resolver: CoreferenceResolver
}

/**
 * Reads who says what in a text of reporting. `paragraphs` are its paragraphs in characters; those of which `isProper` says no
 * are headings and boilerplate, which say nothing.
 */
export async function readSpeech(
  text: string,
  paragraphs: readonly Range[],
  isProper: (sentence: Sentence) => boolean = () => true,
): Promise<Speech> {
  const lines = splitLongLines(text, paragraphs)
  const sentences = (await tagSentences(text, lines)).filter(isProper)
  const entities = findEntities(sentences)
  const spans = quotationSpans(text, lines)
  const resolver = new CoreferenceResolver(entities, withinSpans(spans))
  const quotations = findQuotations(text, spans, sentences, resolver)
  const utterances = quotations.map(quotation => utteranceOf(text, quotation))
  return { utterances, quotations, sentences, entities, spans, resolver }
}

function utteranceOf(text: string, { parts, speaker, rule }: AttributedQuotation): Utterance {
  return {
    parts: parts.map(({ start, end }) => ({ start, end })),
    marking: rule === 'label' ? 'turn' : markingBefore(text, parts[0]?.start ?? 0),
    speakers: speakersOf(speaker),
    ...(rule && {
      attribution: INFERRING.has(rule) ? 'inferred' : isResolved(speaker) ? 'resolved' : 'stated',
    }),
  }
}

const INFERRING: ReadonlySet<string> = new Set([
  'any-verb',
  'same-paragraph',
  'sentence-before',
  'sentence-after',
  'paragraph-before',
])

function isResolved(speaker: Speaker): boolean {
  return speaker.kind === 'named' && speaker.anaphor !== undefined
}

function speakersOf(speaker: Speaker): UtteranceSpeaker[] {
  if (speaker.kind === 'unknown') return []
  if (speaker.kind === 'unnamed')
    return [{ name: speaker.text, mention: speaker.text, isNamed: false, type: 'unknown', aliases: [] }]
  const { entity, anaphor } = speaker
  const aliases = [...new Set(entity.mentions.map(({ words }) => words.join(' ')))]
  return [{ name: entity.name, mention: anaphor ?? entity.name, isNamed: true, type: entity.type, aliases }]
}

function markingBefore(text: string, start: number): UtteranceMarking {
  const mark = text.charAt(start - 1)
  if (/[«»‹›]/.test(mark)) return 'guillemets'
  return /[‘'‚]/.test(mark) ? 'single' : 'double'
}
