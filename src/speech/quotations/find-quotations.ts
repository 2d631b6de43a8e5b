import type { Range } from '../../diagnostics/index.js'
import type { EntityIndex } from '../entities/entity.js'
import type { Sentence } from '../language/tagged-words.js'
import type { QuotedSpan } from '../text/quotation-marks.js'
import { type Attribution, Attributor } from './attribute.js'
import { attributionTagAt } from './attribution-tags.js'
import { isDirectSpeech, isLongEnough } from './quotation-spans.js'
import {
  isQuotedItem,
  isWordItem,
  type QuotedItem,
  type ReportingSentence,
  reportingSentences,
} from './reporting-sentences.js'
import type { CoreferenceResolver } from './resolve-coreference.js'
import type { Speaker } from './speaker.js'
import { speakerLabelAt } from './speaker-label.js'

/** A quotation of an article, and who speaks it. */
export interface AttributedQuotation extends Attribution {
  readonly parts: readonly QuotationFragment[]
}

/** Characters of an article between quotation marks. */
export interface QuotationFragment extends Range {
  /** How the quotation gets here from the fragment before: over words of the reporter, or into the next paragraph. */
  readonly link: 'first' | 'interrupted' | 'continued'
}

/**
 * Finds the direct quotations of an article that are long enough, joins those that are interrupted or go on over paragraphs,
 * and attributes each to its speaker.
 */
export function findQuotations(
  text: string,
  spans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
  resolver: CoreferenceResolver,
): AttributedQuotation[] {
  const { entities } = resolver
  const reporting = reportingSentences(
    text,
    sentences,
    spans.filter(span => isDirectSpeech(text, span)),
    rest => attributionTagAt(rest, 0, entities) !== undefined,
  )
  const collector = new QuotationCollector(text, entities, new Attributor(reporting, entities, resolver))
  for (const [index, sentence] of reporting.entries())
    for (const [at, item] of sentence.items.entries())
      if (isQuotedItem(item)) collector.add(item, sentence, index, at)
  return collector.found.filter(({ parts }) => isLongEnough(text, parts))
}

/** A quotation whose fragments still come: a list of its own, since one may go on over thousands of paragraphs. */
interface GrowingQuotation extends AttributedQuotation {
  readonly parts: QuotationFragment[]
}

/** Puts the fragments of an article together into quotations, in its order. */
class QuotationCollector {
  readonly found: GrowingQuotation[] = []
  #lastSpeaker: Speaker | undefined
  /** Whether the last fragment had no closing mark. */
  #runsOn = false

  constructor(
    readonly text: string,
    readonly entities: EntityIndex,
    readonly attributor: Attributor,
  ) {}

  /** Adds the quotation at an item of a sentence, which is the one at `index` of the article. */
  add({ span }: QuotedItem, sentence: ReportingSentence, index: number, at: number): void {
    const last = this.found.at(-1)
    const label = speakerLabelAt(this.text, span, this.entities)
    const range = { start: label?.end ?? span.start, end: span.end }
    const continued = this.#runsOn && last && !label ? this.#continued(last, range, index, at) : undefined
    const attribution = continued ?? label ?? this.attributor.attribute(index, at, this.#lastSpeaker)
    if (continued) this.found[this.found.length - 1] = continued
    else if (last && this.#isInterrupted(sentence, at, last, attribution))
      last.parts.push({ ...range, link: 'interrupted' })
    else this.found.push({ ...pickAttribution(attribution), parts: [{ ...range, link: 'first' }] })
    this.#lastSpeaker = attribution.speaker
    this.#runsOn = span.runsOn
  }

  /** A quotation with its next paragraph; undefined where that names another speaker, as a closing mark was forgotten. */
  #continued(
    quotation: GrowingQuotation,
    range: Range,
    index: number,
    at: number,
  ): GrowingQuotation | undefined {
    const own = this.attributor.attributeBySentence(index, at)
    const explicit = own && own.rule !== 'any-verb' && own.speaker.kind !== 'unknown' ? own : undefined
    const isKnown = quotation.speaker.kind !== 'unknown'
    if (explicit && isKnown && !isSameSpeaker(explicit.speaker, quotation.speaker)) return undefined
    quotation.parts.push({ ...range, link: 'continued' })
    return { ...quotation, ...(explicit && !isKnown && pickAttribution(explicit)) }
  }

  /** Whether the quotation at an item goes on with the one before it in its sentence: `“…,” she said, “…”`. */
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
    if (isSameSpeaker(before.speaker, own.speaker)) return true
    const between = items.slice(tag.end + 1, at)
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
