import type { BriefData } from '../../brief/index.js'
import { hasLetterOrDigit, tokenise } from '../../speech/index.js'

export type Actor = NonNullable<BriefData['actors']>[number]

/**
 * The words that name an actor: all words of the name except particles and initials, since the order of given names and
 * surnames differs between languages; for an organisation also the acronym of its name.
 */
export function actorNames(actor: Actor): readonly string[] {
  const known = NAMES.get(actor)
  if (known) return known
  const names = namesIn(actor)
  NAMES.set(actor, names)
  return names
}

/** Each quotation asks for the names of all actors. */
const NAMES = new WeakMap<Actor, readonly string[]>()

function namesIn(actor: Actor): string[] {
  const words = tokenise(actor.name).map(token => token.form.replace(/[^\p{L}\p{N}'-]/gu, ''))
  const names = words.filter(
    word => hasLetterOrDigit(word) && word.length > 1 && !PARTICLES.has(word.toLowerCase()),
  )
  const initials = names.filter(word => /^\p{Lu}/u.test(word)).map(word => word.charAt(0))
  return [...names, ...(initials.length > 2 ? [initials.join('')] : [])].map(foldCaseAndAccents)
}

/** The key by which a word of a source is compared with names: without its possessive ending. */
export function nameKey(key: string): string {
  return foldCaseAndAccents(key.replace(/'s?$/, ''))
}

/** Folds case and accents, which do not matter when names are compared. */
export function foldCaseAndAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

const PARTICLES = new Set(
  'a al and bin da das de del della der des di do dos du e el for ibn in la las le les los mr mrs ms of on the to van von y zu'.split(
    ' ',
  ),
)
