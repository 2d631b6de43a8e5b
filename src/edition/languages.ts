import { type Brief, proseFields } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'

/** The language of a brief (BCP 47), in which it is complete. */
export function briefLanguage({ data }: Brief): string {
  return data.lang ?? 'en'
}

/** The languages that a brief can be printed in: its own first, then those of its wordings, sorted. */
export function briefLanguages(brief: Brief): readonly string[] {
  const own = briefLanguage(brief)
  const others = new Map<string, string>()
  for (const { lang } of proseFields(brief)) {
    const key = lang?.toLowerCase()
    if (lang !== undefined && key !== undefined && key !== own.toLowerCase() && !others.has(key))
      others.set(key, lang)
  }
  return [own, ...[...others.values()].sort()]
}

/** The language of a brief that is nearest to the requested one: the same, a more general one, or another region. */
export function closestBriefLanguage(brief: Brief, requested: string): string | undefined {
  const languages = briefLanguages(brief)
  return lookupTag(requested, languages) ?? findSameLanguage(requested, languages)
}

/**
 * The language to print an edition in, if it is not the brief's own: the one that is asked for, whether the brief has it or not; else that of
 * the house where the brief has it.
 */
export function editionLanguage(
  brief: Brief,
  asked: string | undefined,
  ofHouse: string | undefined,
): string | undefined {
  const wanted = asked ?? ofHouse
  return wanted === undefined ? undefined : (closestBriefLanguage(brief, wanted) ?? asked)
}

/** The most specific of `tags` that matches the requested one (lookup, RFC 4647, 3.4): `es-MX`, else `es`. */
export function lookupTag(requested: string, tags: readonly string[]): string | undefined {
  const subtags = requested.toLowerCase().split('-')
  for (let length = subtags.length; length > 0; length--) {
    const wanted = subtags.slice(0, length).join('-')
    const found = tags.find(tag => tag.toLowerCase() === wanted)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first of `tags` that is of the same language, whatever its region or script. */
export function findSameLanguage(requested: string, tags: readonly string[]): string | undefined {
  return tags.find(tag => primarySubtag(tag) === primarySubtag(requested))
}

/** The place where a brief names a language that it can be printed in, if it does. */
export function briefLanguagePlace(brief: Brief, lang: string): Place | undefined {
  if (lang === briefLanguage(brief)) return brief.data.lang === undefined ? undefined : brief.place(['lang'])
  for (const field of proseFields(brief)) if (field.lang === lang) return brief.place(field.path, 'key')
  return undefined
}

const primarySubtag = (tag: string) => tag.toLowerCase().split('-')[0]
