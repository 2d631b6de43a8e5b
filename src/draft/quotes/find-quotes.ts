import type { Range } from '../../diagnostics/index.js'
import type { QuotedSpan } from '../../evidence/index.js'
import type { Sentence } from '../language/tag.js'
import type { WhoIsWho } from '../names/who-is-who.js'
import { type Attribution, Attributor } from './attribute.js'
import { tagAt } from './cues.js'
import { type Frame, framesOf, isQuoted, isWord, type Quoted } from './frames.js'
import { labelAt } from './label.js'
import type { Resolver, Speaker } from './resolve.js'
import { countWords, FEWEST_WORDS, isSpeech } from './spans.js'

/** A quotation of an article, and who speaks it. */
export interface FoundQuote extends Attribution {
  readonly parts: readonly QuotePart[]
}

/** Characters of an article between quotation marks. */
export interface QuotePart extends Range {
  /** How it goes on from the part before it: after the reporter's words, or in the next paragraph. */
  readonly link: 'first' | 'interrupted' | 'continued'
}

/**
 * Finds the direct quotations of four words or more, joins what is interrupted or runs on over paragraphs, and says who
 * speaks each.
 */
export function findQuotes(
  text: string,
  spans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
  resolver: Resolver,
): FoundQuote[] {
  const { who } = resolver
  const speech = spans.filter(span => isSpeech(text, span))
  const frames = framesOf(text, sentences, speech, rest => tagAt(rest, 0, who) !== undefined)
  const attributor = new Attributor(frames, who, resolver)
  const gatherer = new Gatherer(text, who, attributor)
  for (const [index, frame] of frames.entries())
    for (const [at, item] of frame.items.entries()) if (isQuoted(item)) gatherer.take(item, frame, index, at)
  return gatherer.found.filter(
    ({ parts }) => parts.reduce((sum, part) => sum + countWords(text, part), 0) >= FEWEST_WORDS,
  )
}

/** Puts the quoted stretches of an article together, in its order. */
class Gatherer {
  readonly found: FoundQuote[] = []
  /** Who spoke last. */
  #last: Speaker | undefined
  /** The stretch before was not closed. */
  #runsOn = false

  constructor(
    readonly text: string,
    readonly who: WhoIsWho,
    readonly attributor: Attributor,
  ) {}

  take(item: Quoted, frame: Frame, index: number, at: number): void {
    const before = this.found.at(-1)
    const label = labelAt(this.text, item.quoted, this.who)
    const range = { start: label?.end ?? item.quoted.start, end: item.quoted.end }
    const continued = this.#runsOn && before && !label ? this.#continue(before, range, index, at) : undefined
    const attribution = continued ?? label ?? this.attributor.attribute(index, at, this.#last)
    if (continued) this.found[this.found.length - 1] = continued
    else if (before && this.#isInterrupted(frame, at, before, attribution))
      this.found[this.found.length - 1] = {
        ...before,
        parts: [...before.parts, { ...range, link: 'interrupted' }],
      }
    else this.found.push({ ...attributionOf(attribution), parts: [{ ...range, link: 'first' }] })
    this.#last = attribution.speaker
    this.#runsOn = item.quoted.runsOn
  }

  /** The quotation with the paragraph that goes on; undefined where that names another speaker: a mark was forgotten. */
  #continue(before: FoundQuote, range: Range, index: number, at: number): FoundQuote | undefined {
    const own = this.attributor.bySentence(index, at, undefined)
    const names = own && own.rule !== 'any-verb' && own.speaker.kind !== 'unknown' ? own : undefined
    const isKnown = before.speaker.kind !== 'unknown'
    if (names && isKnown && !isSame(names.speaker, before.speaker)) return undefined
    return {
      ...before,
      ...(names && !isKnown && attributionOf(names)),
      parts: [...before.parts, { ...range, link: 'continued' }],
    }
  }

  /** Whether the quotation at an item takes up the one before it in its sentence: `“…,” she said, “…”`. */
  #isInterrupted({ items }: Frame, at: number, before: FoundQuote, own: Attribution): boolean {
    const previous = items.slice(0, at).findLastIndex(isQuoted)
    const first = items[previous]
    const comma = items[at - 1]
    if (!isQuoted(first) || !isWord(comma) || !/^(?:,|;|—|–|--)$/.test(comma.text)) return false
    const tag = /[,—–…?!-]/.test(first.closing) ? tagAt(items, previous + 1, this.who) : undefined
    if (!tag) return false
    const between = items.slice(tag.end + 1, at)
    if (isSame(before.speaker, own.speaker)) return true
    return own.rule !== 'tag-after' && !between.some(item => isWord(item) && item.pos === 'CCONJ')
  }
}

function attributionOf({ speaker, rule, occasion }: Attribution): Attribution {
  return { speaker, ...(rule && { rule }), ...(occasion && { occasion }) }
}

function isSame(one: Speaker, other: Speaker): boolean {
  if (one.kind === 'named' && other.kind === 'named') return one.named === other.named
  if (one.kind === 'unnamed' && other.kind === 'unnamed') return one.text === other.text
  return one.kind === other.kind
}
