import type { LocatorKind } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'

/** A part of a source that a citation names. */
export interface CitedPart {
  readonly kind: LocatorKind
  /** As it stands: `4`, `5a`, `12:03`. */
  readonly first: string
  /** The end of a range, or the same. */
  readonly last: string
  /** Characters of the number, or of the range, in the locator. */
  readonly range: Range
  /** `4 ff.`: what follows is meant, too. */
  readonly open: boolean
}

/** Reads what a citation's locator names: `para. 4`, `paras. 3-5, 9`, `Art. 5(2), p. 3`; in English, Spanish, French and German. */
export function parseCitedPlace(locator: string, lang: string): CitedPart[] {
  const parts: CitedPart[] = []
  for (const match of locator.matchAll(NAMED)) {
    const word = match[1] ?? ''
    const kind = kindOf(word, lang)
    if (kind) parts.push(...numbersAfter(locator, match.index + match[0].length, kind))
  }
  for (const { 0: time, index } of locator.matchAll(TIME))
    parts.push({
      kind: 'timestamp',
      first: time,
      last: time,
      range: { start: index, end: index + time.length },
      open: false,
    })
  return parts
}

/** Whether a part of a text is among those that a citation names of its kind. */
export function namesPart(cited: CitedPart, number: string): boolean {
  const named = normalised(number)
  if (named === normalised(cited.first) || named === normalised(cited.last)) return true
  const [at, first, last] = [number, cited.first, cited.last].map(leadingNumber)
  if (at === undefined || first === undefined || last === undefined) return false
  if (cited.open) return at >= first
  return cited.first !== cited.last && at >= first && at <= last
}

const WORDS: Readonly<Record<Exclude<LocatorKind, 'timestamp'>, string>> = {
  paragraph: String.raw`¶¶?|paragraph(?:e?s|en)?|paragraphe|paras?|pars?|párrafos?|párrs?|al(?:inéas?)?|absätze|absatz|abs|randnummern?|randnrn?|rdnrn?|rn|rz|nos?\.?\smarginale`,
  article: `articles?|artículos?|artikeln?|arts?`,
  recital: `recitals?|considerandos?|considérants?|erwägungsgr(?:und|ünde)|erwgr?|consid|cons`,
  section: `§§?|sections?|sects?|secs?|secciones|sección|abschnitte?n?|chapters?|chap|ch|kapitel|kap|capítulos?|cap|chapitres?`,
  page: `pages?|pp?|páginas?|págs?|seiten?|s`,
  line: `lines?|líneas?|lignes?|zeilen?|ll?|z`,
}
const ALL_WORDS = Object.values(WORDS).join('|')
const NAMED = new RegExp(String.raw`(?<![\p{L}\p{N}])(${ALL_WORDS})\.?[\s\u00a0]{0,3}(?=\(?[\dIVXLC])`, 'giu')
const KINDS = Object.entries(WORDS).map(
  ([kind, words]) => [kind as LocatorKind, new RegExp(`^(?:${words})$`, 'iu')] as const,
)
const TIME = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g

/** `§` counts paragraphs in French and Spanish, and names sections in English and German; an English `s. 5` is a section. */
function kindOf(word: string, lang: string): LocatorKind | undefined {
  if (word === 's' && /^en\b/i.test(lang)) return 'section'
  if (word.startsWith('§')) return /^(?:fr|es)\b/i.test(lang) ? 'paragraph' : 'section'
  return KINDS.find(([, form]) => form.test(word))?.[0]
}

const NUMBER = /\(?(\d{1,4}(?:\.\d{1,3})*[a-z]?|[IVXLC]{1,8})(?![\p{L}\p{N}:])\)?/uy
const RANGE = /\s{0,2}(?:[-–—‒]|bis|to|a|à)\s{0,2}/iuy
const NEXT = /\s{0,2}(?:,\s{0,2}(?:and|y|et|und)?|and|y|et|und|&|\+)\s{0,2}/iuy
const FOLLOWING = /\s{0,2}(?:ff?|et seq|et suiv|y ss|ss|sqq?)(?![\p{L}])/iuy

function numbersAfter(locator: string, from: number, kind: LocatorKind): CitedPart[] {
  const parts: CitedPart[] = []
  for (let at: number | undefined = from; at !== undefined; ) {
    const first = matchAt(NUMBER, locator, at)
    if (!first) break
    const to = matchAt(RANGE, locator, first.end)
    const last = to && matchAt(NUMBER, locator, to.end)
    const end = last?.end ?? first.end
    const following = matchAt(FOLLOWING, locator, end)
    parts.push({
      kind,
      first: first.found,
      last: last?.found ?? first.found,
      range: { start: at, end },
      open: following !== undefined,
    })
    at = matchAt(NEXT, locator, following?.end ?? end)?.end
  }
  return parts
}

function matchAt(pattern: RegExp, text: string, at: number): { found: string; end: number } | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? { found: match[1] ?? match[0], end: pattern.lastIndex } : undefined
}

function normalised(number: string): string {
  return number
    .replace(/[()[\]\s]/g, '')
    .replace(/^0+(?=\d)/, '')
    .toLowerCase()
}

function leadingNumber(number: string): number | undefined {
  const value = Number.parseInt(number, 10)
  if (!Number.isNaN(value)) return value
  return /^[ivxlc]+$/i.test(number) ? romanValue(number) : undefined
}

function romanValue(numeral: string): number {
  const values = [...numeral.toUpperCase()].map(letter => ROMAN[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
