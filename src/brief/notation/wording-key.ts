import { isLanguageTag } from './language-tag.js'

/** The audience and the language that a wording is for. */
export interface WordingKey {
  /** Undefined for all that are not named. */
  readonly audience: string | undefined
  /** As it is written (BCP 47); undefined for the language of the brief. */
  readonly lang: string | undefined
}

/**
 * Parses the key of a wording: `default`, an audience, a language, or both as `public.es`. Undefined for anything else.
 * An audience takes precedence over a language of the same name.
 */
export function parseWordingKey(key: string, audiences: readonly string[]): WordingKey | undefined {
  if (key === 'default') return { audience: undefined, lang: undefined }
  if (audiences.includes(key)) return { audience: key, lang: undefined }
  if (isLanguage(key)) return { audience: undefined, lang: key }
  const { audience, lang } = splitWordingKey(key)
  return audiences.includes(audience) && isLanguage(lang) ? { audience, lang } : undefined
}

/** The keys that an invalid one may have been meant for; none if it is its language that is wrong. */
export function possibleWordingKeys(key: string, audiences: readonly string[]): readonly string[] {
  const { audience, lang } = splitWordingKey(key)
  if (audiences.includes(audience)) return []
  const inLanguage = isLanguage(lang) ? audiences.map(name => `${name}.${lang}`) : []
  return ['default', ...audiences, ...inLanguage]
}

/** Only tags in their usual case, so that hardly any other word is taken for one. */
function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text) && isLanguageTag(text)
}

/** The name of an audience may contain dots, a language does not. */
function splitWordingKey(key: string): { readonly audience: string; readonly lang: string } {
  const dot = key.lastIndexOf('.')
  return { audience: key.slice(0, Math.max(0, dot)), lang: dot === -1 ? '' : key.slice(dot + 1) }
}
