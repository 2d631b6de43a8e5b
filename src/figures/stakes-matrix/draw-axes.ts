import type { DiagramStrings } from '../../markup/index.js'
import type { FigureStyle, Point, Shape } from '../drawing.js'
import { lineHeight, placeTextLine } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { CELL_GAP, LABEL_GAP } from './cells.js'
import type { MatrixPlan } from './plan-matrix.js'

/** The titles of both axes and the words of their scales; where a scale has none, an arrowhead shows its direction. */
export function drawAxes(plan: MatrixPlan, words: DiagramStrings, style: FigureStyle): readonly Shape[] {
  return [
    ...likelihoodTitle(plan, words.labels.likelihood, style),
    ...likelihoodWords(plan, style),
    ...impactWords(plan, style),
    ...impactTitle(plan, words.labels.impact, style),
  ]
}

function likelihoodTitle(
  { likelihood, cells }: MatrixPlan,
  label: string,
  style: FigureStyle,
): readonly Shape[] {
  return drawTitle(
    label,
    likelihood ? undefined : ARROW_UP,
    { x: 0, top: 0, width: cells.x + cells.width },
    style,
  )
}

function likelihoodWords(
  { likelihood, cells, cell }: MatrixPlan,
  { type, palette }: FigureStyle,
): readonly Shape[] {
  const face = { size: type.small, bold: false }
  const line = lineHeight(face.size, type)
  const bottom = cells.y + cells.height
  return (likelihood ?? []).flatMap((lines, index) => {
    const centre = bottom - index * (cell.height + CELL_GAP) - cell.height / 2
    const height = lines.length * line
    const top = Math.min(bottom - height, Math.max(cells.y, centre - height / 2))
    const place = (row: number) => ({
      x: cells.x - LABEL_GAP,
      top: top + row * line,
      align: 'right' as const,
    })
    return lines.map((text, row) => placeTextLine(text, place(row), face, palette.muted, type))
  })
}

function impactWords({ impact, cells, cell }: MatrixPlan, { type, palette }: FigureStyle): readonly Shape[] {
  const face = { size: type.small, bold: false }
  const line = lineHeight(face.size, type)
  const top = cells.y + cells.height + LABEL_GAP
  return (impact ?? []).flatMap((lines, index) => {
    const centre = cells.x + index * (cell.width + CELL_GAP) + cell.width / 2
    return lines.map((text, row) => {
      const half = type.widthOf(text, face) / 2
      const x = Math.min(cells.x + cells.width - half, Math.max(cells.x + half, centre))
      return placeTextLine(text, { x, top: top + row * line, align: 'centre' }, face, palette.muted, type)
    })
  })
}

function impactTitle(
  { impact, impactTitle, cells }: MatrixPlan,
  label: string,
  style: FigureStyle,
): readonly Shape[] {
  const arrow = impact ? undefined : ARROW_RIGHT
  const width = Math.min(cells.width, titleWidth(label, arrow, style))
  return drawTitle(label, arrow, { x: cells.x + (cells.width - width) / 2, top: impactTitle, width }, style)
}

/** The corners of a triangle in a square of size 1, from its left and top edge. */
type AxisArrow = readonly Point[]

const ARROW_UP: AxisArrow = [
  { x: 0, y: 0.93 },
  { x: 0.5, y: 0.07 },
  { x: 1, y: 0.93 },
]
const ARROW_RIGHT: AxisArrow = [
  { x: 0.07, y: 0 },
  { x: 0.93, y: 0.5 },
  { x: 0.07, y: 1 },
]

/** The size of an arrow and of the space before it, as multiples of the size of the title. */
const ARROW_SIZE = 0.55
const ARROW_GAP = 0.4

function titleWidth(label: string, arrow: AxisArrow | undefined, { type }: FigureStyle): number {
  return (
    type.widthOf(label, { size: type.small, bold: true }) +
    (arrow ? (ARROW_SIZE + ARROW_GAP) * type.small : 0)
  )
}

function drawTitle(
  label: string,
  arrow: AxisArrow | undefined,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
  style: FigureStyle,
): readonly Shape[] {
  const { type, palette } = style
  const face = { size: type.small, bold: true }
  const [text = ''] = wrapText(label, width - titleWidth('', arrow, style), face, type, 1)
  const name = placeTextLine(text, { x, top }, face, palette.text, type)
  if (!arrow) return [name]
  const size = ARROW_SIZE * type.small
  const left = x + name.width + ARROW_GAP * type.small
  const upper = name.y - (CAPITAL_HEIGHT * type.small + size) / 2
  const points = arrow.map(corner => ({ x: left + corner.x * size, y: upper + corner.y * size }))
  return [name, { kind: 'path', points, closed: true, fill: palette.text }]
}

/** The height of capital letters, as a multiple of their size. */
const CAPITAL_HEIGHT = 0.66
