import type { EntityIndex, EntityMention } from '../entities/entity.js'
import { isGenitive, type TaggedWord } from '../language/tagged-words.js'
import { isPossessivePronoun } from '../lexicon/function-words.js'
import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import { isRoleWord } from '../lexicon/roles.js'

/**
 * The mentions that are one subject with a mention, in their order: `Moe, Lund and Dahl said`, `said Moe and her brother,
 * Bo Lund`. The mention alone where there are no others.
 */
export function jointMentions(mention: EntityMention, entities: EntityIndex): readonly EntityMention[] {
  const run = [mention]
  let hasAnd = false
  const isInverted = isVerb(mention.sentence.words[mention.firstWithTitle - 1])
  for (let before = neighbour(mention, -1, entities); before && !isInverted && run.length < MAX_TOGETHER; ) {
    run.unshift(before.mention)
    hasAnd ||= before.hasAnd
    before = neighbour(before.mention, -1, entities)
  }
  for (let after = neighbour(mention, 1, entities); after && run.length < MAX_TOGETHER; ) {
    const { words } = after.mention.sentence
    if (isInverted && isVerb(words[after.mention.last + 1])) break
    if (isGenitive(words[after.mention.last + 1])) break
    run.push(after.mention)
    hasAnd ||= after.hasAnd
    after = neighbour(after.mention, 1, entities)
  }
  const [first] = run
  if (run.length === 1 || !hasAnd || !first || run.some(({ entity }) => entity.type === 'place'))
    return [mention]
  const before = first.sentence.words[first.firstWithTitle - 1]
  // `told Moe, and Lund said`: the first is the object of another verb.
  if (before && (before.pos === 'ADP' || (isVerb(before) && !isInverted))) return [mention]
  return run
}

/** Those who speak together at most: more are a list. */
const MAX_TOGETHER = 12

/** The mention that only a comma, `and`, or `and` with a role parts from one. */
function neighbour(
  { sentence: { words }, firstWithTitle, last }: EntityMention,
  step: 1 | -1,
  entities: EntityIndex,
): { mention: EntityMention; hasAnd: boolean } | undefined {
  let at = step > 0 ? last + 1 : firstWithTitle - 1
  const between: TaggedWord[] = []
  for (; between.length <= MAX_WORDS_BETWEEN; at += step) {
    const word = words[at]
    if (!word) return undefined
    const mention = entities.mentionAt(word)
    if (mention) {
      const connectors = step > 0 ? between : between.reverse()
      return connects(connectors) ? { mention, hasAnd: connectors.some(isAnd) } : undefined
    }
    between.push(word)
  }
  return undefined
}

/** Words between two names: `and her brother,`. */
const MAX_WORDS_BETWEEN = 6

function connects(between: readonly TaggedWord[]): boolean {
  const [first] = between
  if (!first) return false
  if (between.every(word => word.text === ',' || isAnd(word))) return true
  const and = between.findIndex(isAnd)
  const role = between.slice(and + 1)
  return (
    and >= 0 &&
    and <= 1 &&
    (and === 0 || first.text === ',') &&
    role.every(
      ({ pos, lower, text }, index) =>
        /^(?:DET|ADJ|NOUN)$/.test(pos) ||
        isPossessivePronoun(lower) ||
        (text === ',' && index === role.length - 1),
    ) &&
    role.some(({ lower }) => isRoleWord(lower))
  )
}

function isAnd({ lower }: TaggedWord): boolean {
  return lower === 'and' || lower === '&'
}

function isVerb(word: TaggedWord | undefined): boolean {
  return word !== undefined && (/^(?:VERB|AUX)$/.test(word.pos) || isReportingVerb(word.lower))
}
