import type { DiagramWords } from '../../markup/index.js'
import type { Face, Lettering, Pens, Type } from '../drawing.js'
import { letterLines, lineHeight } from '../letters.js'
import { wrapText } from '../wrap-text.js'
import { directionOf, edgeOf, type Grid } from './grid.js'

/** Words in their place, and how high they stand. */
export interface Written {
  readonly letters: readonly Lettering[]
  readonly height: number
}

/** The word of a row, in the gutter. */
export function rowWord(
  row: number,
  words: DiagramWords,
  grid: Grid,
  top: number,
  { type, palette }: Pens,
): Written {
  const face = scaleFace(type)
  const lines = wrapText(words.scales.influence[4 - row] ?? '', grid.gutter, face, type)
  return {
    letters: letterLines(lines, { x: 0, top, align: 'left' }, face, palette.text, type),
    height: lines.length * lineHeight(type.small, type),
  }
}

/** What the columns are: each of them where its word fits, else the ends of the scale and its middle. */
export function columnWords(words: DiagramWords, grid: Grid, top: number, { type, palette }: Pens): Written {
  const pitch = lineHeight(type.small, type)
  const title = wrapText(words.labels.support, grid.gutter, titleFace(type), type)
  const shown = allColumns(words.scales.support, grid, type) ?? outerColumns(words.scales.support, grid, type)
  return {
    letters: [
      ...letterLines(title, { x: 0, top, align: 'left' }, titleFace(type), palette.muted, type),
      ...shown.flatMap(({ lines, x, align }) =>
        letterLines(lines, { x, top, align }, scaleFace(type), palette.text, type),
      ),
    ],
    height: pitch * Math.max(title.length, ...shown.map(({ lines }) => lines.length)),
  }
}

export function titleFace({ small }: Type): Face {
  return { size: small, bold: true }
}

interface ColumnWord {
  readonly lines: readonly string[]
  readonly x: number
  readonly align: 'left' | 'right' | 'centre'
}

const MOST_LINES = 2

/** Aligned as the markers are; undefined if a word would have to be broken. */
function allColumns(scale: readonly string[], grid: Grid, type: Type): ColumnWord[] | undefined {
  const shown = scale.map((word, column) => ({
    lines: wrapText(word, grid.column - 2 * grid.pad, scaleFace(type), type),
    x: edgeOf(column, grid),
    align: directionOf(column) === 1 ? ('left' as const) : ('right' as const),
  }))
  return shown.every(({ lines }, column) => isWhole(lines, scale[column] ?? '')) ? shown : undefined
}

function outerColumns(scale: readonly string[], grid: Grid, type: Type): ColumnWord[] {
  const [against = '', , neutral = '', , inFavour = ''] = scale
  const face = scaleFace(type)
  const outer = (word: string) => wrapText(word, 2 * grid.column - 2 * grid.pad, face, type, MOST_LINES)
  const widthOf = (lines: readonly string[]) => Math.max(...lines.map(line => type.widthOf(line, face)))
  const [first, last] = [outer(against), outer(inFavour)]
  const free = 5 * grid.column - 2 * (Math.max(widthOf(first), widthOf(last)) + 3 * grid.pad)
  const middle = wrapText(neutral, free, face, type)
  return [
    { lines: first, x: edgeOf(0, grid), align: 'left' },
    ...(isWhole(middle, neutral)
      ? [{ lines: middle, x: grid.left + 2.5 * grid.column, align: 'centre' as const }]
      : []),
    { lines: last, x: edgeOf(4, grid), align: 'right' },
  ]
}

/** Whether no word is broken, on as many lines as there may be. */
function isWhole(lines: readonly string[], text: string): boolean {
  return lines.length <= MOST_LINES && lines.join(' ').replaceAll('- ', '-') === text.replaceAll('- ', '-')
}

function scaleFace({ small }: Type): Face {
  return { size: small, bold: false }
}
