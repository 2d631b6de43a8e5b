import type { Range } from '../../diagnostics/index.js'
import { findQuotations } from '../quotations/find-quotations.js'
import { withinSpans } from '../quotations/quotation-spans.js'
import type { CoreferenceResolver } from '../quotations/resolve-coreference.js'
import { verbAttributor } from './attribute-by-verb.js'
import { frameFinder } from './disowning-frames.js'
import {
  blockPassages,
  isQuotedTurn,
  markedPassage,
  rangesOf,
  type TaggedText,
  turnPassages,
  type UnmarkedSpeech,
} from './english-passages.js'
import { nestedPassages } from './nested-passages.js'
import { isDoubledMark, type SpokenPassage, startOf } from './spoken-passage.js'

/** All passages of a text that are somebody's, the outer ones and those within them. */
export interface Passages {
  readonly own?: SpokenPassage
  readonly outer: readonly SpokenPassage[]
  readonly nested: readonly SpokenPassage[]
}

/** Puts together what stands in marks, in turns and in blocks, attributes it, and marks what the text disowns. */
export function assemblePassages(
  tagged: TaggedText,
  unmarked: UnmarkedSpeech,
  resolver: CoreferenceResolver,
  voice: 'own' | 'reporting',
): Passages {
  const { text, lines, sentences, entities, spans } = tagged
  const turns = turnPassages(text, unmarked.turns, entities)
  const quotedTurns = new Map(
    turns.flatMap(turn => (isQuotedTurn(text, turn) ? [[startOf(turn), turn] as const] : [])),
  )
  const isClaimed = withinSpans(rangesOf(unmarked))
  const outside = spans.filter(({ start }) => quotedTurns.has(start - 1) || !isClaimed(start))
  const quotations = findQuotations(text, outside, sentences, resolver)
  const { language } = tagged
  const byVerb = language === 'en' ? undefined : verbAttributor(text, lines, language)
  const frameOf = frameFinder(text, lines, spans, language)
  const own = voice === 'own' ? ownPassage(tagged, unmarked) : undefined
  const reported = [
    ...quotations.map(quotation =>
      markedPassage(
        text,
        byVerb ? { parts: quotation.parts, ...byVerb(quotation.parts) } : quotation,
        quotedTurns,
      ),
    ),
    ...blockPassages(tagged, unmarked.blocks, resolver),
  ].map((passage): SpokenPassage => {
    const disowned = frameOf(passage.parts, undefined, passage.marking === 'block' ? passage.tag : undefined)
    return { ...passage, ...(disowned && { disowned }), ...(own && { outer: own }) }
  })
  const outer = [...turns.filter(turn => !quotedTurns.has(startOf(turn))), ...reported]
  const nested = nestedPassages(tagged, outer, resolver).map((passage): SpokenPassage => {
    const disowned = frameOf(passage.parts, partAround(passage))
    return disowned ? { ...passage, disowned } : passage
  })
  return { ...(own && { own }), outer, nested }
}

function partAround(passage: SpokenPassage): Range | undefined {
  const at = startOf(passage)
  return passage.outer?.parts.find(({ start, end }) => start <= at && at < end)
}

/** The paragraphs of a text that is its author's own words, but for the turns that labels give to others. */
function ownPassage({ lines, isProper }: TaggedText, { turns }: UnmarkedSpeech): SpokenPassage | undefined {
  const isTurn = withinSpans(rangesOf({ turns, blocks: [] }))
  const parts = lines.filter(({ start }, at) => isProper(at) && !isTurn(start))
  return parts.length === 0
    ? undefined
    : {
        parts: parts.map((part, at) => ({ ...part, link: at === 0 ? 'first' : 'continued' })),
        marking: 'own',
        speaker: { kind: 'unknown', why: 'it is the author of the text' },
      }
}

/**
 * What a draft may quote: statements that stand in no other, that nothing disowns, and that certainly are somebody's. Doubled
 * single marks are none of those that a brief can quote in.
 */
export function quotable(text: string, { outer }: Passages): readonly SpokenPassage[] {
  return outer
    .filter(
      passage =>
        !passage.isQuestion &&
        !passage.disowned &&
        passage.rule !== 'block-goes-on' &&
        !isDoubledMark(text, startOf(passage)),
    )
    .toSorted((a, b) => startOf(a) - startOf(b))
}
