/** Blanks of Unicode that YAML takes for text: it knows the plain space and the tab alone. */
export const FOREIGN_BLANKS = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'

/** What leaves no ink: white space, format characters, fillers and whatever Unicode lets a font ignore. */
const NO_INK = new RegExp(
  // The marks of Arabic, Syriac and Kaithi numbers are format characters that are drawn.
  '(?![\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}])' +
    '[\\s\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800\\u{1d159}]',
  'gu',
)

const ASCII_INK = /[!-~]/

/** Whether nothing of a text would be seen on a page. */
export function isInvisible(text: string): boolean {
  if (ASCII_INK.test(text)) return false
  return text.replace(NO_INK, '') === ''
}

/** Whether nothing of a text in inline Markdown would be seen: its marks and references count for what they show. */
export function isInvisibleProse(text: string): boolean {
  if (isInvisible(text)) return true
  if (text.length > MAX_MARKS_LENGTH || !MARKS.test(text)) return false
  let rest = text.replace(CHARACTER_REFERENCE, decodeReference).replace(NO_INK, ' ')
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(EMPTY_LINK, '').replace(EMPTY_EMPHASIS, '')
  }
  return isInvisible(rest)
}

/** How messages name a character that cannot be shown: `U+200B`. */
export function characterLabel(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** UTF-16 code units of a text that is tried for being nothing but marks. */
const MAX_MARKS_LENGTH = 400
const MARKS = /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}#&;:/.?=_-]+[^\p{L}\p{N}]*)?$|&[#\p{L}\p{N}]+;|\]\(/u
const EMPTY_LINK = /!?\[ *\]\([^()\n]*\)/g
const EMPTY_EMPHASIS = /(\*{1,3}|_{1,3}|~~|`+) +\1/g
const CHARACTER_REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,20}));/gi
/** The names of HTML for characters without ink. */
const INVISIBLE_NAMES =
  /^(?:nbsp|ensp|emsp(?:1[34])?|numsp|puncsp|thinsp|hairsp|MediumSpace|ZeroWidthSpace|NoBreak|NonBreakingSpace|Tab|NewLine|shy|zwn?j|lrm|rlm)$/

function decodeReference(
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return INVISIBLE_NAMES.test(name) ? ' ' : whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
