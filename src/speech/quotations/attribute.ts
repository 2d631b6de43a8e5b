import { present, type Range } from '../../diagnostics/index.js'
import type { EntityIndex } from '../entities/entity.js'
import { isOccasionOpener, isOccasionPreposition, isRemarkNoun } from '../lexicon/attribution.js'
import { type CueRule, findCue, mainSubject, sourceOfSentence } from './attribution-cues.js'
import { signatureOf, wordingTagAt } from './labels.js'
import type { Subject } from './noun-phrases.js'
import {
  isQuotedItem,
  isWordItem,
  type ReportingSentence,
  type SentenceItems,
  wordAt,
} from './reporting-sentences.js'
import type { CoreferenceResolver } from './resolve-coreference.js'
import type { Speaker } from './speaker.js'
import { isFiniteVerb } from './subjects.js'

/** The rule by which a quotation is attributed. */
export type AttributionRule =
  | CueRule
  | 'label'
  | 'same-paragraph'
  | 'sentence-before'
  | 'sentence-after'
  | 'paragraph-before'
  | 'block-goes-on'
  | 'only-person'
  | 'verb-and-name'

export interface Attribution {
  readonly speaker: Speaker
  readonly rule?: AttributionRule
  /** On what occasion, in the article's words. */
  readonly occasion?: Range
}

/** Attributes quotations by their own sentence, or else by those around it. */
export class Attributor {
  constructor(
    readonly sentences: readonly ReportingSentence[],
    readonly entities: EntityIndex,
    readonly resolver: CoreferenceResolver,
  ) {}

  /** `index` is the sentence, `at` the quotation in it, and `last` who spoke before. */
  attribute(index: number, at: number, last: Speaker | undefined): Attribution {
    const own = this.attributeBySentence(index, at)
    if (own) return own
    const { items } = this.#sentence(index)
    // A quotation within a sentence of the reporter's does not go on with speech around it, unless the sentence begins with it.
    return items.some((_, verb) => isFiniteVerb(items, verb) && (at > 0 || verb === 1))
      ? UNKNOWN_SPEAKER
      : this.#byNeighbours(index, last)
  }

  /** Who speaks by the sentence of a quotation; undefined where that does not say so. */
  attributeBySentence(index: number, at: number): Attribution | undefined {
    const { items } = this.#sentence(index)
    const cue = findCue(items, at, this.entities)
    if (!cue) return undefined
    const occasion = cue.rule === 'tag-after' ? occasionAfter(items, cue.end) : undefined
    const speaker = this.#resolve(cue.subject, SPEAKER_RULES.has(cue.rule))
    if (speaker.kind === 'unknown' && cue.rule === 'any-verb') return undefined
    return { speaker, rule: cue.rule, ...(occasion && { occasion }) }
  }

  #sentence(index: number): ReportingSentence {
    return present(this.sentences[index], 'sentence of a quotation')
  }

  #byNeighbours(index: number, last: Speaker | undefined): Attribution {
    const { paragraph } = this.#sentence(index)
    const signature = this.#bySignature(index)
    if (signature) return signature
    const before = this.sentences[index - 1]
    if (before?.paragraph === paragraph)
      return this.#byPrecedingSentence(before, last, 'same-paragraph', 'sentence-before') ?? UNKNOWN_SPEAKER
    const after = this.sentences[index + 1]
    return (
      (after?.paragraph === paragraph ? this.#byRemark(after) : undefined) ??
      (after && after.paragraph <= paragraph + 1 ? this.#byWording(after) : undefined) ??
      (before?.paragraph === paragraph - 1
        ? this.#byPrecedingSentence(before, last, 'paragraph-before', 'paragraph-before')
        : undefined) ??
      UNKNOWN_SPEAKER
    )
  }

  /** A quotation alone in its paragraph, with a name below it. */
  #bySignature(index: number): Attribution | undefined {
    const { items, paragraph } = this.#sentence(index)
    const after = this.sentences[index + 1]
    if (items.length !== 1 || this.sentences[index - 1]?.paragraph === paragraph || !after) return undefined
    const isBelow = after.paragraph === paragraph || startsWithDash(after.items)
    const isLast = this.sentences[index + 2]?.paragraph !== after.paragraph
    const subject = isBelow && isLast ? signatureOf(after.items, this.entities) : undefined
    return subject && { speaker: this.#resolve(subject, true), rule: 'signature' }
  }

  /** The speaker of the quotation in the sentence before, or whom that sentence is about. */
  #byPrecedingSentence(
    before: ReportingSentence,
    last: Speaker | undefined,
    ruleIfQuoting: AttributionRule,
    ruleIfReporting: AttributionRule,
  ): Attribution | undefined {
    if (before.items.some(isQuotedItem) && last) return { speaker: last, rule: ruleIfQuoting }
    return this.#ifResolved(sourceOfSentence(before.items, this.entities)?.subject, ruleIfReporting)
  }

  /** `Smith made the remarks in Ohio.` */
  #byRemark({ items }: ReportingSentence): Attribution | undefined {
    const opening = items.slice(0, OPENING_ITEMS)
    if (items.some(isQuotedItem) || !opening.some(item => isWordItem(item) && isRemarkNoun(item.lower)))
      return undefined
    return this.#ifResolved(
      mainSubject(items, opening.length, this.entities, 'any-verb')?.subject,
      'sentence-after',
    )
  }

  /** `That was how Smith described the merger.` */
  #byWording({ items }: ReportingSentence): Attribution | undefined {
    if (!/^(?:that|this|it|so)$/.test(wordAt(items, 0)?.lower ?? '')) return undefined
    return this.#ifResolved(wordingTagAt(items, 1, this.entities)?.subject, 'sentence-after')
  }

  #ifResolved(subject: Subject | undefined, rule: AttributionRule): Attribution | undefined {
    const speaker = subject && this.#resolve(subject, false)
    return speaker && speaker.kind !== 'unknown' ? { speaker, rule } : undefined
  }

  #resolve(subject: Subject, speaks: boolean): Speaker {
    return this.resolver.resolve(subject, speaks)
  }
}

function startsWithDash(items: SentenceItems): boolean {
  return /^(?:[-—–―]|--)$/.test(wordAt(items, 0)?.text ?? '')
}

/** The rules by which a subject does speak, whatever it is. */
const SPEAKER_RULES = new Set<AttributionRule>(['tag-after', 'verb-before', 'according-to', 'tag-at-end'])

/** Items at the beginning of a sentence among which it says that somebody made a remark. */
export const OPENING_ITEMS = 12

const UNKNOWN_SPEAKER: Attribution = {
  speaker: { kind: 'unknown', why: 'no sentence near it says who speaks' },
}

/** On what occasion words were said, by what follows the verb of their tag: `while signing the order`, `in a letter to the town`. */
function occasionAfter(items: SentenceItems, verb: number): Range | undefined {
  const first = items[verb + 1]
  const second = items[verb + 2]
  if (!isWordItem(first) || !isWordItem(second)) return undefined
  const opens =
    isOccasionOpener(first.lower) ||
    (isOccasionPreposition(first.lower) && (second.pos === 'DET' || second.pos === 'PRON'))
  if (!opens) return undefined
  let { end } = second
  for (const item of items.slice(verb + 3)) {
    if (!isWordItem(item)) return undefined
    if (/^[.,;:—–]$|^--$/.test(item.text)) break
    end = item.end
  }
  return end - first.start <= MAX_OCCASION_LENGTH ? { start: first.start, end } : undefined
}

/** Characters. */
export const MAX_OCCASION_LENGTH = 100
