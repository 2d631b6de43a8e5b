import { type Brief, proseFields } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'

/** The language of a brief (BCP 47), whose wordings it always has. */
export function ownLanguage({ data }: Brief): string {
  return data.lang ?? 'en'
}

/** The languages that a brief can be printed in: its own first, then those of its wordings, sorted. */
export function languagesOf(brief: Brief): readonly string[] {
  const own = ownLanguage(brief)
  const others = new Map<string, string>()
  for (const { lang } of proseFields(brief)) {
    const key = lang?.toLowerCase()
    if (lang !== undefined && key !== undefined && key !== own.toLowerCase() && !others.has(key))
      others.set(key, lang)
  }
  return [own, ...[...others.values()].sort()]
}

/** The language of a brief that serves who asks for `asked`: the same, or one that begins alike; `es` for `es-MX`. */
export function languageFor(brief: Brief, asked: string): string | undefined {
  const languages = languagesOf(brief)
  return lookUp(asked, languages) ?? akin(asked, languages)
}

/** The most exact of `tags` that `asked` is one of (RFC 4647, 3.4): `es-MX`, else `es`. */
export function lookUp(asked: string, tags: readonly string[]): string | undefined {
  const subtags = asked.toLowerCase().split('-')
  for (let length = subtags.length; length > 0; length--) {
    const wanted = subtags.slice(0, length).join('-')
    const found = tags.find(tag => tag.toLowerCase() === wanted)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first of `tags` that is of the same language, of whatever region or script. */
export function akin(asked: string, tags: readonly string[]): string | undefined {
  return tags.find(tag => primaryOf(tag) === primaryOf(asked))
}

/** Where a brief names a language that it is printed in, if it does. */
export function languagePlace(brief: Brief, lang: string): Place | undefined {
  if (lang === ownLanguage(brief)) return brief.data.lang === undefined ? undefined : brief.place(['lang'])
  for (const field of proseFields(brief)) if (field.lang === lang) return brief.place(field.path, 'key')
  return undefined
}

const primaryOf = (tag: string) => tag.toLowerCase().split('-')[0]
