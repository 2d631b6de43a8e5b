import type { Range } from '../../diagnostics/index.js'

/** Marks that may close one another, whatever hand or language has mixed them. */
export type MarkFamily =
  | 'double'
  | 'single'
  | 'prime'
  | 'guillemet'
  | 'small-guillemet'
  | 'corner'
  | 'white-corner'
  | 'angle'

/** A quotation mark of a prose text, and what it may be where it stands. */
export interface ProseMark {
  readonly family: MarkFamily
  readonly character: string
  /** Offsets in the text (UTF-16). */
  readonly start: number
  readonly end: number
  readonly role: 'open' | 'close' | 'either'
  /** It may as well be an apostrophe: `the boats’ owners`, `the '90s`. */
  readonly doubtful: boolean
  /** It stands after a figure, as feet and inches do. */
  readonly afterDigit: boolean
}

/** The quotation marks of a range of a text, in order. A single mark within a word is an apostrophe, and left out. */
export function* proseMarks(text: string, range: Range): Iterable<ProseMark> {
  const pattern = new RegExp(MARK, 'gu')
  pattern.lastIndex = range.start
  for (let match = pattern.exec(text); match && match.index < range.end; match = pattern.exec(text)) {
    const [character] = match
    const kind = KINDS.get(character)
    if (!kind) continue
    const mark = { character, start: match.index, end: match.index + character.length }
    const before = characterBefore(text, mark.start, range.start)
    const after = characterAfter(text, mark.end, range.end)
    const role = roleOf(character, kind, before, after)
    if (!role) continue
    const afterDigit = /^\d/.test(before)
    const doubtful = kind.family === 'single' && isDoubtful(text, mark, role, range.end)
    yield { ...mark, family: kind.family, role, doubtful, afterDigit }
  }
}

interface MarkKind {
  readonly family: MarkFamily
  /** What the mark is for, where the characters beside it do not tell. */
  readonly nature: 'open' | 'close' | 'either'
  /** Two characters that are also something else: they are marks only at the edge of words. */
  readonly strict?: boolean
}

const KINDS: ReadonlyMap<string, MarkKind> = new Map([
  ...kinds('double', 'open', '“', '‟', '„', '❝', '〝', '‶', '⹂'),
  ...kinds('double', 'close', '”', '❞', '〞', '〟'),
  ...kinds('double', 'either', '"', '＂', 'ˮ'),
  ...kinds('single', 'open', '‘', '‛', '‚', '❛', '‵'),
  ...kinds('single', 'close', '’', '❜'),
  ...kinds('single', 'either', "'", '＇', '′'),
  ...kinds('prime', 'either', '″', 'ʺ'),
  ...kinds('guillemet', 'open', '«'),
  ...kinds('guillemet', 'close', '»'),
  ...kinds('small-guillemet', 'open', '‹', '❮'),
  ...kinds('small-guillemet', 'close', '›', '❯'),
  ...kinds('corner', 'open', '「', '｢', '﹁'),
  ...kinds('corner', 'close', '」', '｣', '﹂'),
  ...kinds('white-corner', 'open', '『', '﹃'),
  ...kinds('white-corner', 'close', '』', '﹄'),
  ...kinds('angle', 'open', '《'),
  ...kinds('angle', 'close', '》'),
  ...strict('double', 'either', "''", '’’', '‘‘'),
  ...strict('double', 'open', ',,', '‚‚', '``'),
  ...strict('guillemet', 'open', '<<'),
  ...strict('guillemet', 'close', '>>'),
])

/** The doubled ones first, so that they are not read as two. */
const MARK = [...KINDS.keys()].sort((a, b) => b.length - a.length).join('|')

function kinds(family: MarkFamily, nature: MarkKind['nature'], ...marks: string[]): [string, MarkKind][] {
  return marks.map(mark => [mark, { family, nature }])
}

function strict(family: MarkFamily, nature: MarkKind['nature'], ...marks: string[]): [string, MarkKind][] {
  return marks.map(mark => [mark, { family, nature, strict: true }])
}

/** Whether a mark opens or closes, by what stands beside it (as CommonMark tells it of emphasis) and what it is for. */
function roleOf(
  character: string,
  kind: MarkKind,
  before: string,
  after: string,
): ProseMark['role'] | undefined {
  const { family, nature } = kind
  if (family === 'corner' || family === 'white-corner' || family === 'angle')
    return nature === 'either' ? undefined : nature
  const left =
    !isSpace(after) &&
    !CLOSING.test(after) &&
    (!OPENING.test(after) || isSpace(before) || PUNCTUATION.test(before))
  const right =
    !isSpace(before) &&
    (!PUNCTUATION.test(before) || isSpace(after) || PUNCTUATION.test(after) || ENDING.test(before))
  const startsHere = left && (isSpace(before) || PUNCTUATION.test(before) || UNSPACED_LETTER.test(before))
  const within = LETTER.test(before) && LETTER.test(after)
  if (family === 'single' && within && !UNSPACED_LETTER.test(before)) return undefined
  if (kind.strict) {
    if (nature === 'open') return left && !right ? 'open' : undefined
    if (nature === 'close') return right && !left ? 'close' : undefined
    return left === right ? undefined : left ? 'open' : 'close'
  }
  if (character === '‚' && !startsHere) return undefined
  if (nature === 'open') return right && !left ? 'either' : 'open'
  if (nature === 'close') return left && !right ? 'open' : 'close'
  if (left !== right) return left ? 'open' : 'close'
  return family === 'single' && !left ? undefined : 'either'
}

/** A word-initial mark before a shortened word or year, or one after a plural or a dropped letter. */
function isDoubtful(text: string, { start, end }: Range, role: ProseMark['role'], limit: number): boolean {
  if (role === 'open') return ELIDED.test(text.slice(end, Math.min(end + LONGEST_ELISION, limit)))
  const rest = text.slice(end, Math.min(end + LONGEST_ELISION, limit))
  return (
    MAYBE_APOSTROPHE.test(text.slice(Math.max(0, start - 6), start)) && /^[ \t\n]+[\p{L}\p{N}]/u.test(rest)
  )
}

/** Characters. */
const LONGEST_ELISION = 12
/** What may be written with an apostrophe at its beginning: years, and words that lose their first letters. */
const ELIDED =
  /^(?:\d\ds?|tis|twas|twere|twill|twould|tisn.t|til|till|cause|cos|coz|em|n|neath|round|bout|gainst|fore|mid|tween|twixt|hood|burbs|phone|kay|nuff|nother|s|t|m|k|ndrangheta)(?![\p{L}\p{N}])/iu
/** A plural possessive, or a word that loses its last letters: `the boats’ owners`, `nothin’ to say`. */
const MAYBE_APOSTROPHE = /[sxz]$|\p{L}in$|(?:^|\s)(?:o|an|th|wi|mo|ol|lil)$/iu

const LETTER = /^[\p{L}\p{M}\p{N}]/u
const PUNCTUATION = /^[\p{P}\p{S}]/u
/** A mark before one of these does not open. */
const CLOSING = /^[,.;:!?)\]}%，。、；：！？]/u
const OPENING = /^[([{¿¡…*_~\p{Pi}\p{Pf}"'„‚「『《]/u
/** A closing mark follows these, even where the space after it is lacking. */
const ENDING = /^[,.;:!?…，。！？]/u
/** Letters of scripts that put no spaces between words. */
const UNSPACED_LETTER =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Without width: what is masked, joiners and directional marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/

function isSpace(character: string): boolean {
  return character === '' || /^\s/.test(character)
}

function characterBefore(text: string, at: number, limit: number): string {
  let index = at - 1
  while (index >= limit && INVISIBLE.test(text.charAt(index))) index -= 1
  return index < limit
    ? ''
    : wholeCharacter(text, /[\udc00-\udfff]/.test(text.charAt(index)) ? index - 1 : index)
}

function characterAfter(text: string, at: number, limit: number): string {
  let index = at
  while (index < limit && INVISIBLE.test(text.charAt(index))) index += 1
  return index < limit ? wholeCharacter(text, index) : ''
}

function wholeCharacter(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}
