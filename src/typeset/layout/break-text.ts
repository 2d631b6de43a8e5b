import { StyleContextStack, TextBreaker } from './pdfmake.js'

/** A piece of text after which a line may end, or must. */
export interface Piece {
  readonly text: string
  readonly lineEnd: boolean
}

/** Breaks a text into the pieces between which a line may end (Unicode Standard Annex 14). */
export function breakText(text: string): readonly Piece[] {
  const known = remembered.get(text)
  if (known) return known
  const pieces = breaker
    .getBreaks([{ text }], noStyles)
    .map(piece => ({ text: piece.text, lineEnd: piece.lineEnd === true }))
    .flatMap(wordsOf)
  if (remembered.size >= REMEMBERED_TEXTS) remembered.clear()
  remembered.set(text, pieces)
  return pieces
}

/** Scripts that part words by their meaning alone; the standard leaves them to dictionaries (class SA). */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2}/u

function wordsOf(piece: Piece): readonly Piece[] {
  if (!WITHOUT_SPACES.test(piece.text)) return [piece]
  const words = ['']
  let inWord = false
  for (const { segment, isWordLike } of segmenter.segment(piece.text)) {
    if (isWordLike && inWord) words.push(segment)
    else words[words.length - 1] += segment
    inWord ||= isWordLike === true
  }
  return words.map((text, index) => ({ text, lineEnd: piece.lineEnd && index === words.length - 1 }))
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** Whether a line may end between two texts: the last word of one and the first of the next. */
export const mayBreakBetween = (last: Piece, next: Piece): boolean =>
  last.lineEnd || breakText(last.text + next.text).length > 1

/** Fitting lays the same texts out again and again; a long run of documents must not fill the memory. */
const REMEMBERED_TEXTS = 1_000
const remembered = new Map<string, readonly Piece[]>()

const breaker = new TextBreaker()
const noStyles = new StyleContextStack({}, {})
