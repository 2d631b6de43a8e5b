import type { Range } from '../../diagnostics/index.js'
import type { Named, WhoIsWho } from '../names/who-is-who.js'
import { type CueRule, cueOf, mainSubject, sourceOfSentence } from './cues.js'
import { type Frame, type Item, isQuoted, isWord } from './frames.js'
import { occasionAfter } from './occasion.js'
import type { Subject } from './phrases.js'
import type { Resolver, Speaker } from './resolve.js'
import { isFiniteVerb } from './subjects.js'

/** By what it is known who speaks a quotation. */
export type Rule =
  | CueRule
  | 'label'
  | 'same-paragraph'
  | 'sentence-before'
  | 'sentence-after'
  | 'paragraph-before'

export interface Attribution {
  readonly speaker: Speaker
  readonly rule?: Rule
  /** On what occasion, in the article's words. */
  readonly occasion?: Range
}

/** Says who speaks quotations: by their own sentence, else by those around it. */
export class Attributor {
  constructor(
    readonly frames: readonly Frame[],
    readonly who: WhoIsWho,
    readonly resolver: Resolver,
  ) {}

  attribute(index: number, at: number, last: Speaker | undefined): Attribution {
    const own = this.bySentence(index, at, last)
    if (own) return own
    const items = this.frames[index]?.items ?? []
    // What is quoted within a sentence of the reporter's is no speech that goes on.
    return items.some((_, verb) => isFiniteVerb(items, verb)) ? UNKNOWN : this.#byNeighbours(index, last)
  }

  /** Who speaks by the sentence that a quotation stands in; undefined where that says nothing of it. */
  bySentence(index: number, at: number, last: Speaker | undefined): Attribution | undefined {
    const items = this.frames[index]?.items ?? []
    const cue = cueOf(items, at, this.who)
    if (!cue) return undefined
    const occasion = cue.rule === 'tag-after' ? occasionAfter(items, cue.end) : undefined
    const speaker = this.#resolve(cue.subject, last, SPEAKING.has(cue.rule))
    if (speaker.kind === 'unknown' && cue.rule === 'any-verb') return undefined
    return { speaker, rule: cue.rule, ...(occasion && { occasion }) }
  }

  #byNeighbours(index: number, last: Speaker | undefined): Attribution {
    const paragraph = this.frames[index]?.paragraph ?? 0
    const before = this.frames[index - 1]
    if (before?.paragraph === paragraph)
      return this.#goingOn(before, last, 'same-paragraph', 'sentence-before') ?? UNKNOWN
    const after = this.frames[index + 1]
    return (
      (after?.paragraph === paragraph ? this.#remarked(after, last) : undefined) ??
      (before?.paragraph === paragraph - 1
        ? this.#goingOn(before, last, 'paragraph-before', 'paragraph-before')
        : undefined) ??
      UNKNOWN
    )
  }

  /** The speaker of the quotation in a sentence before, or who that sentence is about. */
  #goingOn(before: Frame, last: Speaker | undefined, quoting: Rule, telling: Rule): Attribution | undefined {
    if (before.items.some(isQuoted) && last) return { speaker: last, rule: quoting }
    return this.#known(sourceOfSentence(before.items, this.who)?.subject, last, telling)
  }

  /** `Smith made the remarks in Ohio.` */
  #remarked({ items }: Frame, last: Speaker | undefined): Attribution | undefined {
    const opening = items.slice(0, FIRST_WORDS)
    if (items.some(isQuoted) || !opening.some(isRemark)) return undefined
    return this.#known(
      mainSubject(items, opening.length, this.who, 'any-verb')?.subject,
      last,
      'sentence-after',
    )
  }

  #known(subject: Subject | undefined, last: Speaker | undefined, rule: Rule): Attribution | undefined {
    const speaker = subject && this.#resolve(subject, last, false)
    return speaker && speaker.kind !== 'unknown' ? { speaker, rule } : undefined
  }

  #resolve(subject: Subject, last: Speaker | undefined, speaks: boolean): Speaker {
    return this.resolver.resolve(subject, namedIn(last), speaks)
  }
}

/** The rules by which a subject does speak, whatever it is. */
const SPEAKING: ReadonlySet<Rule> = new Set<Rule>(['tag-after', 'verb-before', 'according-to', 'tag-at-end'])

/** Words of a sentence within which it says that somebody made a remark. */
const FIRST_WORDS = 12

function isRemark(item: Item): boolean {
  return isWord(item) && /^(?:remarks?|comments?|statement|words|speaking)$/.test(item.lower)
}

function namedIn(last: Speaker | undefined): Named | undefined {
  return last?.kind === 'named' ? last.named : undefined
}

const UNKNOWN: Attribution = { speaker: { kind: 'unknown', why: 'no sentence near it says who speaks' } }
