import type { Range } from '../../diagnostics/index.js'
import { isGivenName } from '../lexicon/given-names.js'
import { type LabelWords, labelWords, type SpeechLanguage } from '../lexicon/languages.js'
import { isPlaceName } from '../lexicon/places.js'
import { isPersonalTitle } from '../lexicon/roles.js'

/** What may be the label of a turn at the beginning of a line: whose words follow. */
export interface LabelCandidate {
  readonly kind: 'questioner' | 'answerer' | 'role' | 'name'
  /** The label without titles of address, marks of emphasis and what is in apposition: `Ann Moe`. */
  readonly name: string
  readonly form: 'colon' | 'dash' | 'bracket'
  /** The characters of the label, marks included, and of the name within it. */
  readonly range: Range
  readonly nameRange: Range
  /** Whether the label alone shows that it is somebody: a title or a given name, or a word for a part in a conversation. */
  readonly isCertain: boolean
  /** Whether the words on its line begin as speech does. */
  readonly opensSpeech: boolean
}

/** The label that a line begins with, if it may be one. */
export function labelAt(text: string, line: Range, language: SpeechLanguage): LabelCandidate | undefined {
  const head = text.slice(line.start, Math.min(line.end, line.start + MAX_TURN_LABEL))
  for (const [form, pattern] of FORMS) {
    const found = pattern.exec(head)
    if (!found) continue
    const [whole, before = '', label = ''] = found
    const named = nameOfLabel(label, labelWords(language))
    if (!named) continue
    const at = line.start + before.length + label.indexOf(named.name)
    const end = line.start + whole.length
    const next = text.slice(end, Math.min(line.end, end + 2))
    if (form === 'dash' && !/^[\p{Lu}\p{N}“"'‘¿¡]/u.test(next)) continue
    return {
      kind: named.kind,
      name: named.name,
      form,
      range: { start: line.start, end },
      nameRange: { start: at, end: at + named.name.length },
      isCertain: named.isCertain,
      opensSpeech: !/^\p{Ll}/u.test(next) || named.kind !== 'name',
    }
  }
  return undefined
}

/** Characters from the beginning of a line in which a label ends. */
export const MAX_TURN_LABEL = 120

const TIME = String.raw`(?:[([]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[)\]]?\s+)?`
const EMPHASIS = String.raw`(?:\*{1,3}|_{1,3})?`
const START = String.raw`^(\s*(?:>\s*)*${TIME}${EMPHASIS}`

/** The forms that labels have; characters of the label are in the second group. */
const FORMS: readonly (readonly [LabelCandidate['form'], RegExp])[] = [
  ['bracket', new RegExp(String.raw`${START}\[)([^[\]\n:]{1,80})\]${EMPHASIS}:?${EMPHASIS}\s+(?=\S)`, 'u')],
  ['bracket', /^(\s*<v )([^<>\n]{1,80})>\s*/u],
  [
    'colon',
    new RegExp(
      String.raw`${START})([\p{L}][^:：\n“”"«»*_!?;]{0,80}?)${EMPHASIS}\s?[:：]${EMPHASIS}(?:\s+|$)`,
      'u',
    ),
  ],
  ['dash', new RegExp(String.raw`${START})(\p{Lu}[^:\n“”"«»*_—–!?;]{0,60}?)${EMPHASIS}\s(?:—|–|--)\s+`, 'u')],
]

/** Who a label names; undefined for words that are no label. */
function nameOfLabel(
  label: string,
  words: LabelWords,
): { name: string; kind: LabelCandidate['kind']; isCertain: boolean } | undefined {
  const [bare = ''] = /^[^,(]+/.exec(label) ?? []
  const name = bare.trim()
  const lower = name.toLowerCase().replaceAll('’', "'").replace(/\.$/, '')
  if (words.nobody.has(lower)) return undefined
  const numbered = lower.replace(/\s*\d+$/, '')
  if (words.questioner.has(numbered)) return { name, kind: 'questioner', isCertain: true }
  if (words.answerer.has(numbered)) return { name, kind: 'answerer', isCertain: true }
  if (words.roles.has(numbered)) return { name, kind: 'role', isCertain: true }
  const tokens = name.split(/\s+/)
  if (tokens.length > MAX_NAME_WORDS || !tokens.every(isNameWord)) return undefined
  if (
    words.nobody.has(tokens[0]?.toLowerCase() ?? '') ||
    words.nobody.has(tokens.at(-1)?.toLowerCase() ?? '')
  )
    return undefined
  const titles = tokens.findIndex(token => !isTitle(token))
  const proper = tokens.slice(Math.max(0, titles))
  if (titles === -1) return { name, kind: 'role', isCertain: tokens.length > 1 }
  if (!/^\p{Lu}/u.test(proper[0] ?? '')) return undefined
  if (proper.length > MAX_PROPER_WORDS) return undefined
  const isCertain =
    tokens.slice(0, Math.max(0, titles)).some(token => !/^the$/i.test(token)) ||
    (proper.length > 1 && isGivenName(proper[0] ?? '') && !isPlaceName(proper.join(' ')))
  return { name: proper.join(' '), kind: 'name', isCertain }
}

/** Words of a name in a label, titles included. */
const MAX_NAME_WORDS = 7
const MAX_PROPER_WORDS = 4

function isNameWord(token: string): boolean {
  return /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|d['’]\p{Lu}[\p{L}\p{M}-]+|de|da|do|dos|del|der|den|di|du|la|le|van|von|vom|zu|bin|al|el|y|e|the|of)$/u.test(
    token,
  )
}

/** A title before a name: `Hon.`, `Senator`, `The`. */
function isTitle(token: string): boolean {
  return /^the$/i.test(token) || isPersonalTitle(token.toLowerCase())
}
