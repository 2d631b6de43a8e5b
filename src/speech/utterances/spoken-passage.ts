import type { Range } from '../../diagnostics/index.js'
import type { Entity } from '../entities/entity.js'
import { isOrganisationNoun } from '../lexicon/organisations.js'
import { isRoleNoun } from '../lexicon/roles.js'
import { isDocumentNoun } from '../lexicon/speakers.js'
import type { AttributedQuotation } from '../quotations/find-quotations.js'
import type { Speaker } from '../quotations/speaker.js'
import type { Utterance, UtteranceMarking, UtteranceSpeaker } from '../utterance.js'

/** A quotation with all that is known of it besides its speaker. */
export interface SpokenPassage extends AttributedQuotation {
  readonly marking: UtteranceMarking
  /** A question of an interview, or whatever a host asks: it is nobody's statement. */
  readonly isQuestion?: boolean
  readonly tag?: Range
  readonly disowned?: Range
  /** The passage within which it is quoted. */
  readonly outer?: SpokenPassage
}

/** Passages as utterances, in the order of the text; each outer one stands before those within it. */
export function utterancesOf(passages: readonly SpokenPassage[]): Utterance[] {
  const sorted = passages.toSorted(
    (a, b) => startOf(a) - startOf(b) || depthOf(a) - depthOf(b) || endOf(b) - endOf(a),
  )
  const indices = new Map(sorted.map((passage, at) => [passage, at]))
  return sorted.map(passage => utteranceOf(passage, passage.outer && indices.get(passage.outer)))
}

function utteranceOf(
  { parts, marking, speaker, rule, tag, disowned, isQuestion, outer }: SpokenPassage,
  within: number | undefined,
): Utterance {
  const frame = disowned ?? outer?.disowned
  return {
    parts: parts.map(({ start, end }) => ({ start, end })),
    marking,
    speakers: isQuestion && rule === undefined ? [] : speakersOf(speaker, rule),
    ...(rule &&
      speaker.kind !== 'unknown' && {
        attribution: INFERRING.has(rule) ? 'inferred' : isResolved(speaker) ? 'resolved' : 'stated',
      }),
    ...(tag && { tag }),
    ...(frame && { disowned: frame }),
    ...(within !== undefined && { within }),
  }
}

export function startOf({ parts }: SpokenPassage): number {
  return parts[0]?.start ?? 0
}

function endOf({ parts }: SpokenPassage): number {
  return parts.at(-1)?.end ?? 0
}

function depthOf({ outer }: SpokenPassage): number {
  return outer ? depthOf(outer) + 1 : 0
}

const INFERRING: ReadonlySet<string> = new Set([
  'any-verb',
  'same-paragraph',
  'sentence-before',
  'sentence-after',
  'paragraph-before',
  'block-goes-on',
  'only-person',
])

function isResolved(speaker: Speaker): boolean {
  return speaker.kind === 'named' && speaker.anaphor !== undefined
}

function speakersOf(speaker: Speaker, rule: string | undefined): UtteranceSpeaker[] {
  if (speaker.kind === 'unknown') return []
  if (speaker.kind === 'unnamed') {
    const isNamed = (rule === 'label' || rule === 'verb-and-name') && /^\p{Lu}/u.test(speaker.text)
    return [
      {
        name: speaker.text,
        mention: speaker.text,
        isNamed,
        type: isNamed ? 'unknown' : typeOfPhrase(speaker.text),
        aliases: isNamed ? [speaker.text] : [],
      },
    ]
  }
  const { anaphor, others = [] } = speaker
  return [speaker.entity, ...others].map(entity => ({
    name: entity.name,
    mention: anaphor ?? entity.name,
    isNamed: true,
    type: entity.type,
    aliases: aliasesOf(entity),
  }))
}

/** Once for each entity: one that is named often may speak often. */
const ALIASES = new WeakMap<Entity, readonly string[]>()

function aliasesOf(entity: Entity): readonly string[] {
  const known = ALIASES.get(entity)
  if (known) return known
  const aliases = [...new Set(entity.mentions.map(({ words }) => words.join(' ')))]
  ALIASES.set(entity, aliases)
  return aliases
}

/** What somebody without a name is, by the nouns that the text calls them by. */
function typeOfPhrase(text: string): UtteranceSpeaker['type'] {
  const words = text.toLowerCase().split(/[^\p{L}]+/u)
  if (words.some(isRoleNoun)) return 'person'
  if (words.some(isDocumentNoun)) return 'document'
  return words.some(isOrganisationNoun) ? 'organisation' : 'unknown'
}

/** The kind of the marks around words, by the one before them. */
export function markingBefore(text: string, start: number): UtteranceMarking {
  const mark = text.charAt(start - 1)
  if (isDoubledMark(text, start)) return 'double'
  if (/[«»‹›]/.test(mark)) return 'guillemets'
  return /[‘'‚]/.test(mark) ? 'single' : 'double'
}

/** Whether the mark before words is a single one set twice: `''`. */
export function isDoubledMark(text: string, start: number): boolean {
  return /^(?:''|``)$/.test(text.slice(Math.max(0, start - 2), start))
}
