import {
  parseWordingKey,
  possibleWordingKeys,
  type SettingsData,
  type SettingsReport,
} from '../brief/index.js'
import { didYouMean, type Place } from '../diagnostics/index.js'
import { findSameLanguage, lookupTag } from './languages.js'
import { ProseText, Verbatim } from './prose-text.js'

/** Who issues the documents of a house, as `briefwright.yaml` says it: what stands where a brief names nobody. */
export interface HouseIdentity {
  /** The name of the house, in the wordings for languages and audiences. */
  readonly organisation: readonly HouseWording[]
  /** Path of the house's picture, relative to the workspace. */
  readonly logo: Verbatim | undefined
}

/** A wording of the house's name. */
export interface HouseWording {
  readonly text: string
  readonly place: Place
  /** Undefined for all that are not named. */
  readonly audience: string | undefined
  /** BCP 47; undefined where it serves any language. */
  readonly lang: string | undefined
}

/** Reads the name of a house: a text, or wordings by language and audience. `own` is the language of a wording that names none. */
export function readOrganisation(
  value: string | Readonly<Record<string, string>>,
  { place }: SettingsData,
  { audiences, own }: { readonly audiences: readonly string[]; readonly own: string | undefined },
  fault: SettingsReport,
): HouseWording[] {
  const wordings: [path: string[], key: string, text: string][] =
    typeof value === 'string'
      ? [[['organisation'], 'default', value]]
      : Object.entries(value).map(([key, text]) => [['organisation', key], key, text])
  return wordings.flatMap(([path, key, text]) => {
    const parsed = parseWordingKey(key, audiences)
    if (!parsed)
      fault(
        place(path, 'key'),
        `\`${key}\` is neither an audience nor a language`,
        didYouMean(key, possibleWordingKeys(key, audiences), 'keys'),
      )
    if (text.trim() === '') fault(place(path), 'the name of the house is empty', 'fill it in')
    const { audience, lang = typeof value === 'string' ? undefined : own } = parsed ?? {}
    return parsed ? [{ text: text.trim(), place: place(path), audience, lang }] : []
  })
}

/**
 * The name of the house for an audience in a language: the wording in that language, then one for any, the audience's own first. Where
 * there is none, the first of all stands, and says that it is in another language.
 */
export function nameOfHouse(
  { organisation }: Pick<HouseIdentity, 'organisation'>,
  audience: string,
  lang: string,
): Verbatim | ProseText | undefined {
  const groups = [audience, undefined].map(name => organisation.filter(each => each.audience === name))
  for (const match of [lookupTag, findSameLanguage])
    for (const group of groups) {
      const tag = match(
        lang,
        group.flatMap(each => each.lang ?? []),
      )
      const found = tag === undefined ? undefined : group.find(each => each.lang === tag)
      if (found) return new Verbatim(found.text, found.place)
    }
  const anywhere = groups.flatMap(group => group.filter(each => each.lang === undefined))[0]
  if (anywhere) return new Verbatim(anywhere.text, anywhere.place)
  const other = groups.flat()[0]
  if (!other?.lang) return undefined
  const untranslated = { lang: other.lang, wanted: lang, field: 'organisation', place: other.place }
  return new ProseText(other.text.replace(MARKDOWN_SIGN, '\\$&'), other.place, [], untranslated)
}

/** What Markdown could take for a mark: a backslash before it has it stand for itself. */
const MARKDOWN_SIGN = /[!-/:-@[-`{-~]/g
