import type { Range } from '../../../diagnostics/index.js'
import type { QuotedSpan } from '../../../evidence/index.js'
import type { EntityIndex } from '../entities/entity.js'
import type { Sentence } from '../language/tagged-words.js'
import { type Attribution, Attributor } from './attribute.js'
import { attributionTagAt } from './attribution-cues.js'
import { countWords, isDirectSpeech, MIN_QUOTATION_WORDS } from './quotation-spans.js'
import {
  isQuotedItem,
  isWordItem,
  type QuotedItem,
  type ReportingSentence,
  reportingSentences,
} from './reporting-sentences.js'
import type { CoreferenceResolver, Speaker } from './resolve-coreference.js'
import { speakerLabelAt } from './speaker-label.js'

/** A quotation of an article, and who speaks it. */
export interface AttributedQuotation extends Attribution {
  readonly parts: readonly QuotationFragment[]
}

/** Characters of an article between quotation marks. */
export interface QuotationFragment extends Range {
  /** How it goes on from the part before it: after the reporter's words, or in the next paragraph. */
  readonly link: 'first' | 'interrupted' | 'continued'
}

/**
 * Finds the direct quotations of four words or more, joins what is interrupted or runs on over paragraphs, and says who
 * speaks each.
 */
export function findQuotations(
  text: string,
  spans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
  resolver: CoreferenceResolver,
): AttributedQuotation[] {
  const { entities } = resolver
  const speech = spans.filter(span => isDirectSpeech(text, span))
  const frames = reportingSentences(
    text,
    sentences,
    speech,
    rest => attributionTagAt(rest, 0, entities) !== undefined,
  )
  const attributor = new Attributor(frames, entities, resolver)
  const gatherer = new QuotationCollector(text, entities, attributor)
  for (const [index, frame] of frames.entries())
    for (const [at, item] of frame.items.entries())
      if (isQuotedItem(item)) gatherer.take(item, frame, index, at)
  return gatherer.found.filter(
    ({ parts }) => parts.reduce((sum, part) => sum + countWords(text, part), 0) >= MIN_QUOTATION_WORDS,
  )
}

/** Puts the quoted stretches of an article together, in its order. */
class QuotationCollector {
  readonly found: AttributedQuotation[] = []
  /** Who spoke last. */
  #last: Speaker | undefined
  /** The stretch before was not closed. */
  #runsOn = false

  constructor(
    readonly text: string,
    readonly entities: EntityIndex,
    readonly attributor: Attributor,
  ) {}

  take(item: QuotedItem, frame: ReportingSentence, index: number, at: number): void {
    const before = this.found.at(-1)
    const label = speakerLabelAt(this.text, item.span, this.entities)
    const range = { start: label?.end ?? item.span.start, end: item.span.end }
    const continued = this.#runsOn && before && !label ? this.#continue(before, range, index, at) : undefined
    const attribution = continued ?? label ?? this.attributor.attribute(index, at, this.#last)
    if (continued) this.found[this.found.length - 1] = continued
    else if (before && this.#isInterrupted(frame, at, before, attribution))
      this.found[this.found.length - 1] = {
        ...before,
        parts: [...before.parts, { ...range, link: 'interrupted' }],
      }
    else this.found.push({ ...pickAttribution(attribution), parts: [{ ...range, link: 'first' }] })
    this.#last = attribution.speaker
    this.#runsOn = item.span.runsOn
  }

  /** The quotation with the paragraph that goes on; undefined where that names another speaker: a mark was forgotten. */
  #continue(
    before: AttributedQuotation,
    range: Range,
    index: number,
    at: number,
  ): AttributedQuotation | undefined {
    const own = this.attributor.bySentence(index, at, undefined)
    const names = own && own.rule !== 'any-verb' && own.speaker.kind !== 'unknown' ? own : undefined
    const isKnown = before.speaker.kind !== 'unknown'
    if (names && isKnown && !isSameSpeaker(names.speaker, before.speaker)) return undefined
    return {
      ...before,
      ...(names && !isKnown && pickAttribution(names)),
      parts: [...before.parts, { ...range, link: 'continued' }],
    }
  }

  /** Whether the quotation at an item takes up the one before it in its sentence: `“…,” she said, “…”`. */
  #isInterrupted(
    { items }: ReportingSentence,
    at: number,
    before: AttributedQuotation,
    own: Attribution,
  ): boolean {
    const previous = items.slice(0, at).findLastIndex(isQuotedItem)
    const first = items[previous]
    const comma = items[at - 1]
    if (!isQuotedItem(first) || !isWordItem(comma) || !/^(?:,|;|—|–|--)$/.test(comma.text)) return false
    const tag = /[,—–…?!-]/.test(first.closing)
      ? attributionTagAt(items, previous + 1, this.entities)
      : undefined
    if (!tag) return false
    const between = items.slice(tag.end + 1, at)
    if (isSameSpeaker(before.speaker, own.speaker)) return true
    return own.rule !== 'tag-after' && !between.some(item => isWordItem(item) && item.pos === 'CCONJ')
  }
}

function pickAttribution({ speaker, rule, occasion }: Attribution): Attribution {
  return { speaker, ...(rule && { rule }), ...(occasion && { occasion }) }
}

function isSameSpeaker(one: Speaker, other: Speaker): boolean {
  if (one.kind === 'named' && other.kind === 'named') return one.entity === other.entity
  if (one.kind === 'unnamed' && other.kind === 'unnamed') return one.text === other.text
  return one.kind === other.kind
}
