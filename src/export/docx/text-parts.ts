import { directionOf } from '../../typeset/index.js'

/** A part of a text that runs one way. */
export interface TextPart {
  readonly text: string
  readonly isRightToLeft: boolean
}

const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u
const STRONG = /[\p{L}\p{M}]+|\P{L}+/gu
/** Marks of direction, and those that forbid breaks, which Word prints as boxes where a font lacks them. */
const WITHOUT_USE =
  /[\uFDD0-\uFDEF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u180E\u2060\uFEFF\u202A-\u202E\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Stands for a brace while docx puts numbers in the place of names in braces, of which a text may have some, too. */
const BRACE = '\uFDD0'

/** A text as Word is to print it: what has no use there left out, all white space of lines a space. */
export const wordText = (text: string): string =>
  text
    .replace(WITHOUT_USE, '')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replaceAll('{', BRACE)
    .normalize('NFC')

/** Texts as they were meant, in a part that docx is done with. */
export const withBraces = (xml: string): string => xml.replaceAll(BRACE, '{')

/** A text in parts, as Word asks of each run which way it goes; what has no direction goes the way of what is around it. */
export function textParts(text: string, lang: string): TextPart[] {
  const isForward = directionOf(lang) === 'ltr'
  if (isForward && !RIGHT_TO_LEFT_LETTER.test(text))
    return text === '' ? [] : [{ text, isRightToLeft: false }]
  const parts: { text: string; isRightToLeft: boolean | undefined }[] = []
  for (const [piece] of text.matchAll(STRONG)) {
    const own = /\p{L}/u.test(piece)
      ? RIGHT_TO_LEFT_LETTER.test(piece)
      : /\p{N}/u.test(piece)
        ? false
        : undefined
    const last = parts.at(-1)
    if (last && last.isRightToLeft === own) last.text += piece
    else parts.push({ text: piece, isRightToLeft: own })
  }
  return joined(
    parts.map((part, index) => ({
      text: part.text,
      isRightToLeft: part.isRightToLeft ?? between(parts, index, !isForward),
    })),
  )
}

/** Between two parts that go one way, what has no direction goes that way too; else that of the language. */
function between(
  parts: readonly { readonly isRightToLeft: boolean | undefined }[],
  index: number,
  ofLanguage: boolean,
): boolean {
  const before = parts[index - 1]?.isRightToLeft ?? ofLanguage
  const after = parts[index + 1]?.isRightToLeft ?? ofLanguage
  return before === after ? before : ofLanguage
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const kept: { text: string; isRightToLeft: boolean }[] = []
  for (const part of parts) {
    const last = kept.at(-1)
    if (last?.isRightToLeft === part.isRightToLeft) last.text += part.text
    else kept.push({ ...part })
  }
  return kept
}
