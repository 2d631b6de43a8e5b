import { terminalWidth } from '../../diagnostics/index.js'

/** Characters of one column each, as nearly all texts have no others. */
const NARROW = /^[ -~\u00a0-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e]*$/

/** The columns that a text fills where letters are of one width and those of East Asia of two. */
export const columnsOf = (text: string): number => (NARROW.test(text) ? text.length : terminalWidth(text))

/** Between two letters that are written without spaces, a line may end; not before a mark that closes. */
const BETWEEN_LETTERS =
  /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])(?![、。〉》」』】〕！-～])/u
const HAS_SUCH_LETTERS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u
const ADDRESS = /(?:https?|mailto|tel):/

/** Breaks a text into lines of so many columns; only an address is longer. */
export function breakColumns(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => breakLine(line.replace(/^ +| +$/g, ''), width))
}

function breakLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  let room = width
  for (const { text, space } of unitsOf(line, width)) {
    const columns = columnsOf(text)
    const needed = columns + (current === '' ? 0 : space)
    if (current !== '' && needed > room) {
      lines.push(current)
      current = ''
      room = width
    }
    const gap = current === '' ? 0 : space
    current += `${' '.repeat(gap)}${text}`
    room -= columns + gap
  }
  return current === '' ? lines : [...lines, current]
}

interface Unit {
  readonly text: string
  /** Columns of the space before it. */
  readonly space: 0 | 1
}

/** What no line end may part. */
const unitsOf = (line: string, width: number): Unit[] =>
  line
    .split(/ +/)
    .filter(word => word !== '')
    .flatMap(word => {
      const parts = HAS_SUCH_LETTERS.test(word) ? word.split(BETWEEN_LETTERS) : [word]
      return parts
        .flatMap(part =>
          columnsOf(part) > width && !ADDRESS.test(part) ? brokenAnywhere(part, width) : [part],
        )
        .map((text, index): Unit => ({ text, space: index === 0 ? 1 : 0 }))
    })

/** A word that is wider than a line, in pieces that are not. */
function brokenAnywhere(word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && columnsOf(piece + character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/** A text with spaces up to a width, at its end or before it. */
export function padColumns(text: string, width: number, side: 'left' | 'right'): string {
  const room = ' '.repeat(Math.max(0, width - columnsOf(text)))
  return side === 'right' ? `${room}${text}` : `${text}${room}`
}
