import { type Brief, proseFields } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'

/** The language of a brief (BCP 47), whose wordings it always has. */
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

/** The language of a brief that serves who asks for `asked`: the same, or one that begins alike; `es` for `es-MX`. */
export function closestBriefLanguage(brief: Brief, asked: string): string | undefined {
  const languages = briefLanguages(brief)
  return lookupTag(asked, languages) ?? findSameLanguage(asked, languages)
}

/** The most exact of `tags` that `asked` is one of (RFC 4647, 3.4): `es-MX`, else `es`. */
export function lookupTag(asked: string, tags: readonly string[]): string | undefined {
  const subtags = asked.toLowerCase().split('-')
  for (let length = subtags.length; length > 0; length--) {
    const wanted = subtags.slice(0, length).join('-')
    const found = tags.find(tag => tag.toLowerCase() === wanted)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first of `tags` that is of the same language, of whatever region or script. */
export function findSameLanguage(asked: string, tags: readonly string[]): string | undefined {
  return tags.find(tag => primarySubtag(tag) === primarySubtag(asked))
}

/** Where a brief names a language that it is printed in, if it does. */
export function briefLanguagePlace(brief: Brief, lang: string): Place | undefined {
  if (lang === briefLanguage(brief)) return brief.data.lang === undefined ? undefined : brief.place(['lang'])
  for (const field of proseFields(brief)) if (field.lang === lang) return brief.place(field.path, 'key')
  return undefined
}

const primarySubtag = (tag: string) => tag.toLowerCase().split('-')[0]
