/** The lines of a paragraph that are not empty, trimmed, and all of them as one text. */
export interface ParagraphText {
  readonly lines: readonly string[]
  readonly text: string
}

/** Characters of a line that rules look at: a longer one is no byline, date or heading. */
const MAX_LINE_LENGTH = 2000

/** Splits a paragraph into lines, for the rules of bylines, dates and headings. */
export function paragraphText(paragraph: string): ParagraphText {
  const lines = paragraph
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map(line => line.slice(0, MAX_LINE_LENGTH).replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
  return { lines, text: lines.join(' ') }
}

/** Whether a text ends as sentences do, its closing quotation marks and brackets aside. */
export function endsLikeSentence(text: string): boolean {
  return /[.!?…][”’"'»)\]]*$/.test(text)
}

/** Whether a paragraph is what headings stand above: a sentence or more. */
export function isProseParagraph({ text }: ParagraphText): boolean {
  return text.length >= 60 && /[.!?…:][”’"'»)\]]*$/.test(text)
}

/** Whether most of the longer words begin with a capital, as in headlines of American papers. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]{3,}/gu) ?? []
  const capital = words.filter(word => /^[\p{Lu}\p{N}]/u.test(word))
  return words.length > 0 && capital.length > words.length * 0.7
}
