import { type Brief, parseWordingKey } from '../brief/index.js'
import type { Audience } from './edition.js'
import { briefLanguage, findSameLanguage, lookupTag } from './languages.js'

/** Whom words are chosen for. */
export interface WordingContext {
  readonly brief: Brief
  readonly audience: Audience
  /** Of the edition. */
  readonly lang: string
}

/** A wording that was chosen. */
export interface ChosenWording {
  readonly key: string
  readonly lang: string
}

/**
 * Chooses the wording for an audience in a language: its own in that language, else that for all in that language. One of
 * another region will do where there is none of the same. Else those in the language of the brief serve, in that order.
 */
export function chooseWording(keys: readonly string[], listener: WordingContext): ChosenWording {
  const { brief, audience, lang } = listener
  const own = briefLanguage(brief)
  const wordings = keys.flatMap(key => {
    const meant = parseWordingKey(key, brief.knownAudiences)
    return meant
      ? [{ key, audience: meant.audience, lang: meant.lang ?? own, isNamed: meant.lang !== undefined }]
      : []
  })
  const byName = wordings.sort((a, b) => Number(b.isNamed) - Number(a.isNamed))
  const groups = [audience.name, undefined].map(name => byName.filter(each => each.audience === name))
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
