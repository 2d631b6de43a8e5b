import { graphemeSegmenter, present } from '../diagnostics/index.js'
import type { FigureFace, FigureType } from './drawing.js'

/**
 * Breaks a text into lines no wider than `width` points: at spaces and after hyphens, and within a word only where
 * the word alone is too wide. Text beyond `most` lines (at least one) is replaced by an ellipsis.
 */
export function wrapText(
  text: string,
  width: number,
  face: FigureFace,
  type: FigureType,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  const close = () => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
    taken = 0
  }
  const add = (part: string) => {
    if (taken + type.widthOf(part.trimEnd(), face) > width) close()
    line += part
    taken += type.widthOf(part, face)
  }
  const fits = (words: string) => type.widthOf(words.trimEnd(), face) <= width
  for (const word of text.split(BREAK))
    for (const part of fits(word) ? [word] : breakWord(word, fits)) add(part)
  close()
  return lines.length > most ? shortenLines(lines, most, fits) : lines
}

/** After a space that may break and a hyphen, but not before or after a mark that French sets apart by a space. */
const BREAK = /(?<=(?:(?<!«)[^\S\u00A0\u202F]|[\u200B-]))(?![:;!?»](?:\s|$))/u

/** Keeps combining marks with their letters. */
function breakWord(word: string, fits: (text: string) => boolean): string[] {
  const parts: string[] = []
  for (const { segment } of graphemeSegmenter().segment(word)) {
    const last = parts.at(-1)
    if (last !== undefined && fits(last + segment)) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

function shortenLines(
  lines: readonly string[],
  most: number,
  fits: (text: string) => boolean,
): readonly string[] {
  const kept = lines.slice(0, most)
  const last = [...graphemeSegmenter().segment(present(kept.at(-1), 'last line'))].map(
    ({ segment }) => segment,
  )
  while (last.length > 0 && !fits(`${last.join('').trimEnd()}…`)) last.pop()
  const end = last.join('').replace(/[\s,.;:–-]+$/u, '')
  return [...kept.slice(0, -1), `${end}…`]
}
