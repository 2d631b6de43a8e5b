import type { Cast } from '../actors.js'
import type { Named } from '../names/who-is-who.js'
import type { Resolver } from '../quotes/resolve.js'
import { subjectBefore } from '../quotes/subjects.js'
import { type Candidate, type Taken, takeWhole } from './candidates.js'

/** What each actor is first reported to argue, want or refuse, in the article's words and not the actor's. */
export function findPositions(
  candidates: readonly Candidate[],
  cast: Cast,
  resolver: Resolver,
): Map<Named, Taken> {
  const { who } = resolver
  const actors = new Set(cast.actors.map(({ named }) => named))
  const positions = new Map<Named, Taken>()
  for (const candidate of candidates) {
    const { words } = candidate.sentence
    const verb = words.findIndex(({ lower, pos }) => pos === 'VERB' && STANCES.test(lower))
    if (verb === -1 || /["“”]/.test(candidate.text)) continue
    const subject = subjectBefore(words, verb, who)
    const speaker = subject && resolver.resolve(subject, undefined, false)
    if (
      speaker?.kind !== 'named' ||
      !actors.has(speaker.named) ||
      positions.has(speaker.named) ||
      isSubordinate(candidate, verb)
    )
      continue
    positions.set(speaker.named, takeWhole(candidate, words[verb]?.text ?? ''))
  }
  return positions
}

/** Whether the verb is that of a clause which only says when or why: `after the council condemned it`. */
function isSubordinate({ sentence: { words } }: Candidate, verb: number): boolean {
  const clause = words.slice(0, verb).findLastIndex(({ text }) => text === ',') + 1
  return words
    .slice(clause, verb)
    .some(({ lower }) =>
      /^(?:after|before|as|while|when|since|because|if|until|although|though|whether)$/.test(lower),
    )
}

/** The past and present forms of verbs that take a stand. */
const STANCES =
  /^(?:argu|reject|oppos|support|back|favou?r|criticiz|criticis|condemn|denounc|accus|demand|insist|urg|warn|den[iy]|defend|endors|welcom|vow|pledg|promis|refus|call|acknowledg|conced|contend|maintain|want|prefer|propos|prais|dismiss|question|challeng)(?:e?s|ied|ies|e?d|ing|y)?$/
