import { nodePlace, placeInText } from '../read/read-context.js'
import type { BriefRule } from './rule.js'

/** A submission has a box for each decision: two of one would ask the same twice. */
export const checkDecisions: BriefRule = context => {
  const taken = new Set<string>()
  for (const { path, text, scalar } of context.texts) {
    if (path[0] !== 'recommendation' || path[2] !== 'decision') continue
    const key = `${path[1]} ${text}`
    if (taken.has(key))
      context.report(
        'invalid-value',
        nodePlace(scalar, context),
        `\`${text}\` stands twice in \`decision\``,
        'remove one of the two',
      )
    taken.add(key)
  }
}

/** What a cell of a table has room for. */
const MOST_WORDS = 6
const CITATION = /\[[^\]]*@[^\]]*\]/g

/** The short position of an actor stands in a narrow column: a long one fills it with lines of one word. */
export const checkShortPositions: BriefRule = context => {
  for (const value of context.texts) {
    if (value.path[0] !== 'actors' || value.path[2] !== 'position_short') continue
    const words = value.text
      .replace(CITATION, '')
      .split(/\s+/)
      .filter(word => /[\p{L}\p{N}]/u.test(word))
    if (words.length > MOST_WORDS)
      context.report(
        'short-text-long',
        placeInText(value, 0, value.text.length, context.file),
        `\`position_short\` has ${words.length} words`,
        `write at most ${MOST_WORDS}, and the rest in \`position\``,
      )
  }
}
