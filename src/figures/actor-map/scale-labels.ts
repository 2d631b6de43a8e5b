import { present } from '../../diagnostics/index.js'
import type { DiagramStrings } from '../../markup/index.js'
import type { FigureFace, FigureStyle, FigureText, FigureType } from '../drawing.js'
import { lineHeight, placeTextLines } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { type ActorMapGrid, columnDirection, columnEdge } from './grid.js'

/** Placed lines of text and their height. */
export interface PlacedText {
  readonly shapes: readonly FigureText[]
  readonly height: number
}

/** The label of a row, in the column to the left of the grid. */
export function rowLabel(
  row: number,
  words: DiagramStrings,
  grid: ActorMapGrid,
  top: number,
  { type, palette }: FigureStyle,
): PlacedText {
  const face = scaleFace(type)
  const lines = wrapText(
    present(words.scales.influence[4 - row], 'label of the row'),
    grid.labelWidth,
    face,
    type,
  )
  return {
    shapes: placeTextLines(lines, { x: 0, top, align: 'left' }, face, palette.text, type),
    height: lines.length * lineHeight(type.small, type),
  }
}

/** The labels of all columns where they fit, otherwise those of the ends of the scale and its middle. */
export function columnLabels(
  words: DiagramStrings,
  grid: ActorMapGrid,
  top: number,
  { type, palette }: FigureStyle,
): PlacedText {
  const pitch = lineHeight(type.small, type)
  const title = wrapText(words.labels.support, grid.labelWidth, scaleTitleFace(type), type)
  const shown =
    allColumnLabels(words.scales.support, grid, type) ?? endColumnLabels(words.scales.support, grid, type)
  return {
    shapes: [
      ...placeTextLines(title, { x: 0, top, align: 'left' }, scaleTitleFace(type), palette.muted, type),
      ...shown.flatMap(({ lines, x, align }) =>
        placeTextLines(lines, { x, top, align }, scaleFace(type), palette.text, type),
      ),
    ],
    height: pitch * Math.max(title.length, ...shown.map(({ lines }) => lines.length)),
  }
}

export function scaleTitleFace({ small }: FigureType): FigureFace {
  return { size: small, bold: true }
}

interface ColumnLabel {
  readonly lines: readonly string[]
  readonly x: number
  readonly align: 'left' | 'right' | 'centre'
}

const MOST_LINES = 2

/** Aligned like the markers; undefined if a word would have to be broken. */
function allColumnLabels(
  scale: readonly string[],
  grid: ActorMapGrid,
  type: FigureType,
): ColumnLabel[] | undefined {
  const shown = scale.map((word, column) => ({
    lines: wrapText(word, grid.column - 2 * grid.pad, scaleFace(type), type),
    x: columnEdge(column, grid),
    align: columnDirection(column) === 1 ? ('left' as const) : ('right' as const),
  }))
  return shown.every(({ lines }, column) => isWhole(lines, present(scale[column], 'label of the column')))
    ? shown
    : undefined
}

function endColumnLabels(scale: readonly string[], grid: ActorMapGrid, type: FigureType): ColumnLabel[] {
  const [against = '', , neutral = '', , inFavour = ''] = scale
  const face = scaleFace(type)
  const outer = (word: string) => wrapText(word, 2 * grid.column - 2 * grid.pad, face, type, MOST_LINES)
  const widthOf = (lines: readonly string[]) => Math.max(...lines.map(line => type.widthOf(line, face)))
  const [first, last] = [outer(against), outer(inFavour)]
  const free = 5 * grid.column - 2 * (Math.max(widthOf(first), widthOf(last)) + 3 * grid.pad)
  const middle = wrapText(neutral, free, face, type)
  return [
    { lines: first, x: columnEdge(0, grid), align: 'left' },
    ...(isWhole(middle, neutral)
      ? [{ lines: middle, x: grid.left + 2.5 * grid.column, align: 'centre' as const }]
      : []),
    { lines: last, x: columnEdge(4, grid), align: 'right' },
  ]
}

/** Whether the text fits the allowed lines without breaking a word. */
function isWhole(lines: readonly string[], text: string): boolean {
  return lines.length <= MOST_LINES && lines.join(' ').replaceAll('- ', '-') === text.replaceAll('- ', '-')
}

function scaleFace({ small }: FigureType): FigureFace {
  return { size: small, bold: false }
}
