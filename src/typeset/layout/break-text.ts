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
  if (remembered.size >= REMEMBERED_TEXTS) remembered.clear()
  remembered.set(text, pieces)
  return pieces
}

/** Whether a line may end between two texts: the last word of one and the first of the next. */
export const mayBreakBetween = (last: Piece, next: Piece): boolean =>
  last.lineEnd || breakText(last.text + next.text).length > 1

/** Fitting lays the same texts out again and again; a long run of documents must not fill the memory. */
const REMEMBERED_TEXTS = 4_000
const remembered = new Map<string, readonly Piece[]>()

const breaker = new TextBreaker()
const noStyles = new StyleContextStack({}, {})
