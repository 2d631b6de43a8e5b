import type { BriefData } from '../../brief/index.js'
import { hasLetterOrDigit, tokenise } from './tokens.js'

export type Actor = NonNullable<BriefData['actors']>[number]

/**
 * The words that name an actor: each of the name but particles and initials, since given names, surnames and second
 * surnames stand in different places in different languages; for a body also the initials of its name.
 */
export function actorNames(actor: Actor): string[] {
  const words = tokenise(actor.name).map(token => token.form.replace(/[^\p{L}\p{N}'-]/gu, ''))
  const names = words.filter(
    word => hasLetterOrDigit(word) && word.length > 1 && !PARTICLES.has(word.toLowerCase()),
  )
  const initials = names.filter(word => /^\p{Lu}/u.test(word)).map(word => word.charAt(0))
  return [...names, ...(initials.length > 2 ? [initials.join('')] : [])].map(foldCaseAndAccents)
}

/** What a word of a source is compared with names by: without its possessive ending. */
export function nameKey(key: string): string {
  return foldCaseAndAccents(key.replace(/'s?$/, ''))
}

/** Case and accents do not matter to whether somebody is named. */
export function foldCaseAndAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

const PARTICLES = new Set(
  'a al and bin da das de del della der des di do dos du e el for ibn in la las le les los mr mrs ms of on the to van von y zu'.split(
    ' ',
  ),
)
