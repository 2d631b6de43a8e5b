import { type Brief, parseWordingKey } from '../brief/index.js'
import type { Audience } from './edition.js'
import { briefLanguage, findSameLanguage, lookupTag } from './languages.js'

/** What the choice of a wording depends on. */
export interface WordingContext {
  readonly brief: Brief
  readonly audience: Audience
  /** The language of the edition (BCP 47). */
  readonly lang: string
  /** Other languages that the edition says the same in (BCP 47). */
  readonly besides: readonly string[]
}

/** A chosen wording. */
export interface ChosenWording {
  readonly key: string
  readonly lang: string
}

/** The keys of all wordings that an edition may print of a text: in its language, and in those that stand beside it. */
export function chosenKeys(keys: readonly string[], context: WordingContext): readonly string[] {
  const languages = [context.lang, ...context.besides]
  return [...new Set(languages.map(lang => chooseWording(keys, { ...context, lang }).key))]
}

/**
 * Chooses the wording for an audience in a language: the audience's own in that language, else the general one, first by
 * the exact language and then by any region of it. Else those in the language of the brief, in the same order.
 */
export function chooseWording(
  keys: readonly string[],
  context: Omit<WordingContext, 'besides'>,
): ChosenWording {
  const { brief, audience, lang } = context
  const own = briefLanguage(brief)
  const wordings = keys.flatMap(key => {
    const parsed = parseWordingKey(key, brief.knownAudiences)
    return parsed
      ? [{ key, audience: parsed.audience, lang: parsed.lang ?? own, isNamed: parsed.lang !== undefined }]
      : []
  })
  const namedFirst = wordings.sort((a, b) => Number(b.isNamed) - Number(a.isNamed))
  const groups = [audience.name, undefined].map(name => namedFirst.filter(each => each.audience === name))
  for (const [wanted, match] of [
    [lang, lookupTag],
    [lang, findSameLanguage],
    [own, lookupTag],
  ] as const)
    for (const group of groups) {
      const found = match(
        wanted,
        group.map(each => each.lang),
      )
      const wording = group.find(each => each.lang === found)
      if (wording) return wording
    }
  return { key: 'default', lang: own }
}
