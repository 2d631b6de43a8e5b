import { present, type Range } from '../../diagnostics/index.js'
import type { Entity, EntityIndex } from '../entities/entity.js'
import { isOccasionOpener, isOccasionPreposition, isRemarkNoun } from '../lexicon/attribution.js'
import { type CueRule, findCue, mainSubject, sourceOfSentence } from './attribution-cues.js'
import type { Subject } from './noun-phrases.js'
import {
  isQuotedItem,
  isWordItem,
  type ReportingSentence,
  type SentenceItems,
} from './reporting-sentences.js'
import type { CoreferenceResolver, Speaker } from './resolve-coreference.js'
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
    const own = this.attributeBySentence(index, at, last)
    if (own) return own
    const { items } = this.#sentence(index)
    // A quotation within a sentence of the reporter's does not go on with speech around it.
    return items.some((_, verb) => isFiniteVerb(items, verb))
      ? UNKNOWN_SPEAKER
      : this.#byNeighbours(index, last)
  }

  /** Who speaks by the sentence of a quotation; undefined where that does not say so. */
  attributeBySentence(index: number, at: number, last: Speaker | undefined): Attribution | undefined {
    const { items } = this.#sentence(index)
    const cue = findCue(items, at, this.entities)
    if (!cue) return undefined
    const occasion = cue.rule === 'tag-after' ? occasionAfter(items, cue.end) : undefined
    const speaker = this.#resolve(cue.subject, last, SPEAKER_RULES.has(cue.rule))
    if (speaker.kind === 'unknown' && cue.rule === 'any-verb') return undefined
    return { speaker, rule: cue.rule, ...(occasion && { occasion }) }
  }

  #sentence(index: number): ReportingSentence {
    return present(this.sentences[index], 'sentence of a quotation')
  }

  #byNeighbours(index: number, last: Speaker | undefined): Attribution {
    const { paragraph } = this.#sentence(index)
    const before = this.sentences[index - 1]
    if (before?.paragraph === paragraph)
      return this.#byPrecedingSentence(before, last, 'same-paragraph', 'sentence-before') ?? UNKNOWN_SPEAKER
    const after = this.sentences[index + 1]
    return (
      (after?.paragraph === paragraph ? this.#byRemark(after, last) : undefined) ??
      (before?.paragraph === paragraph - 1
        ? this.#byPrecedingSentence(before, last, 'paragraph-before', 'paragraph-before')
        : undefined) ??
      UNKNOWN_SPEAKER
    )
  }

  /** The speaker of the quotation in the sentence before, or whom that sentence is about. */
  #byPrecedingSentence(
    before: ReportingSentence,
    last: Speaker | undefined,
    ruleIfQuoting: AttributionRule,
    ruleIfReporting: AttributionRule,
  ): Attribution | undefined {
    if (before.items.some(isQuotedItem) && last) return { speaker: last, rule: ruleIfQuoting }
    return this.#ifResolved(sourceOfSentence(before.items, this.entities)?.subject, last, ruleIfReporting)
  }

  /** `Smith made the remarks in Ohio.` */
  #byRemark({ items }: ReportingSentence, last: Speaker | undefined): Attribution | undefined {
    const opening = items.slice(0, OPENING_ITEMS)
    if (items.some(isQuotedItem) || !opening.some(item => isWordItem(item) && isRemarkNoun(item.lower)))
      return undefined
    return this.#ifResolved(
      mainSubject(items, opening.length, this.entities, 'any-verb')?.subject,
      last,
      'sentence-after',
    )
  }

  #ifResolved(
    subject: Subject | undefined,
    last: Speaker | undefined,
    rule: AttributionRule,
  ): Attribution | undefined {
    const speaker = subject && this.#resolve(subject, last, false)
    return speaker && speaker.kind !== 'unknown' ? { speaker, rule } : undefined
  }

  #resolve(subject: Subject, last: Speaker | undefined, speaks: boolean): Speaker {
    return this.resolver.resolve(subject, entityOf(last), speaks)
  }
}

/** The rules by which a subject does speak, whatever it is. */
const SPEAKER_RULES = new Set<AttributionRule>(['tag-after', 'verb-before', 'according-to', 'tag-at-end'])

/** Items at the beginning of a sentence among which it says that somebody made a remark. */
export const OPENING_ITEMS = 12

function entityOf(last: Speaker | undefined): Entity | undefined {
  return last?.kind === 'named' ? last.entity : undefined
}

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
