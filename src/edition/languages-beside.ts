import type { Brief } from '../brief/index.js'
import type { Audience, Edition } from './edition.js'
import { closestBriefLanguage, findSameLanguage, lookupTag } from './languages.js'

/**
 * The languages in which an edition says what its template prints beside each other, but for its own, by the tags that the
 * template has: each as the brief has it, where it does.
 */
export function languagesBeside(
  brief: Brief,
  { languages }: Audience,
  lang: string,
): ReadonlyMap<string, string> {
  const own = lookupTag(lang, languages) ?? findSameLanguage(lang, languages)
  const others = languages.filter(each => each !== own)
  return new Map(others.map(each => [each, closestBriefLanguage(brief, each) ?? each]))
}

/** All languages that an edition is printed in, its own first. */
export function languagesOfEdition(brief: Brief, audience: Audience, lang: string): readonly string[] {
  return [lang, ...languagesBeside(brief, audience, lang).values()]
}

/** The same of an edition that was selected. */
export const editionLanguages = ({ lang, besides }: Edition): readonly string[] => [
  lang,
  ...[...besides.values()].map(other => other.lang),
]

/** The edition that says something in a language that its template declares: itself, or one beside it. */
export const editionIn = (edition: Edition, lang: string): Edition => edition.besides.get(lang) ?? edition
