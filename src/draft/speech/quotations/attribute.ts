import type { Range } from '../../../diagnostics/index.js'
import type { Entity, EntityIndex } from '../entities/entity.js'
import { type CueRule, findCue, mainSubject, sourceOfSentence } from './attribution-cues.js'
import type { Subject } from './noun-phrases.js'
import { occasionAfter } from './occasion.js'
import { isQuotedItem, isWordItem, type ReportingSentence, type SentenceItem } from './reporting-sentences.js'
import type { CoreferenceResolver, Speaker } from './resolve-coreference.js'
import { isFiniteVerb } from './subjects.js'

/** By what it is known who speaks a quotation. */
export type AttributionRule =
  | CueRule
  | 'label'
  | 'same-paragraph'
  | 'sentence-before'
  | 'sentence-after'
  | 'paragraph-before'

export interface Attribution {
  readonly speaker: Speaker
  readonly rule?: AttributionRule
  /** On what occasion, in the article's words. */
  readonly occasion?: Range
}

/** Says who speaks quotations: by their own sentence, else by those around it. */
export class Attributor {
  constructor(
    readonly sentences: readonly ReportingSentence[],
    readonly entities: EntityIndex,
    readonly resolver: CoreferenceResolver,
  ) {}

  attribute(index: number, at: number, last: Speaker | undefined): Attribution {
    const own = this.bySentence(index, at, last)
    if (own) return own
    const items = this.sentences[index]?.items ?? []
    // What is quoted within a sentence of the reporter's is no speech that goes on.
    return items.some((_, verb) => isFiniteVerb(items, verb))
      ? UNKNOWN_SPEAKER
      : this.#byNeighbours(index, last)
  }

  /** Who speaks by the sentence that a quotation stands in; undefined where that says nothing of it. */
  bySentence(index: number, at: number, last: Speaker | undefined): Attribution | undefined {
    const items = this.sentences[index]?.items ?? []
    const cue = findCue(items, at, this.entities)
    if (!cue) return undefined
    const occasion = cue.rule === 'tag-after' ? occasionAfter(items, cue.end) : undefined
    const speaker = this.#resolve(cue.subject, last, SPEAKER_RULES.has(cue.rule))
    if (speaker.kind === 'unknown' && cue.rule === 'any-verb') return undefined
    return { speaker, rule: cue.rule, ...(occasion && { occasion }) }
  }

  #byNeighbours(index: number, last: Speaker | undefined): Attribution {
    const paragraph = this.sentences[index]?.paragraph ?? 0
    const before = this.sentences[index - 1]
    if (before?.paragraph === paragraph)
      return this.#goingOn(before, last, 'same-paragraph', 'sentence-before') ?? UNKNOWN_SPEAKER
    const after = this.sentences[index + 1]
    return (
      (after?.paragraph === paragraph ? this.#remarked(after, last) : undefined) ??
      (before?.paragraph === paragraph - 1
        ? this.#goingOn(before, last, 'paragraph-before', 'paragraph-before')
        : undefined) ??
      UNKNOWN_SPEAKER
    )
  }

  /** The speaker of the quotation in a sentence before, or who that sentence is about. */
  #goingOn(
    before: ReportingSentence,
    last: Speaker | undefined,
    quoting: AttributionRule,
    telling: AttributionRule,
  ): Attribution | undefined {
    if (before.items.some(isQuotedItem) && last) return { speaker: last, rule: quoting }
    return this.#known(sourceOfSentence(before.items, this.entities)?.subject, last, telling)
  }

  /** `Smith made the remarks in Ohio.` */
  #remarked({ items }: ReportingSentence, last: Speaker | undefined): Attribution | undefined {
    const opening = items.slice(0, OPENING_ITEMS)
    if (items.some(isQuotedItem) || !opening.some(isRemarkNoun)) return undefined
    return this.#known(
      mainSubject(items, opening.length, this.entities, 'any-verb')?.subject,
      last,
      'sentence-after',
    )
  }

  #known(
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
const SPEAKER_RULES: ReadonlySet<AttributionRule> = new Set<AttributionRule>([
  'tag-after',
  'verb-before',
  'according-to',
  'tag-at-end',
])

/** Words of a sentence within which it says that somebody made a remark. */
const OPENING_ITEMS = 12

function isRemarkNoun(item: SentenceItem): boolean {
  return isWordItem(item) && /^(?:remarks?|comments?|statement|words|speaking)$/.test(item.lower)
}

function entityOf(last: Speaker | undefined): Entity | undefined {
  return last?.kind === 'named' ? last.entity : undefined
}

const UNKNOWN_SPEAKER: Attribution = {
  speaker: { kind: 'unknown', why: 'no sentence near it says who speaks' },
}
