import type { DiagramWords } from '../../markup/index.js'
import type { Pens, Point, Shape } from '../drawing.js'
import { letters, lineHeight } from '../letters.js'
import { wrapText } from '../wrap-text.js'
import { GAP, WORD_SPACE } from './cells.js'
import type { GridPlan } from './plan-grid.js'

/** The titles of both axes and the words of their scales; where a scale has none, a triangle says which way it rises. */
export function drawAxes(plan: GridPlan, words: DiagramWords, pens: Pens): readonly Shape[] {
  return [
    ...likelihoodTitle(plan, words.labels.likelihood, pens),
    ...likelihoodWords(plan, pens),
    ...impactWords(plan, pens),
    ...impactTitle(plan, words.labels.impact, pens),
  ]
}

function likelihoodTitle({ likelihood, cells }: GridPlan, label: string, pens: Pens): readonly Shape[] {
  return title(label, likelihood ? undefined : UP, { x: 0, top: 0, width: cells.x + cells.width }, pens)
}

function likelihoodWords({ likelihood, cells, cell }: GridPlan, { type, palette }: Pens): readonly Shape[] {
  const face = { size: type.small, bold: false }
  const line = lineHeight(face.size, type)
  const bottom = cells.y + cells.height
  return (likelihood ?? []).flatMap((lines, index) => {
    const centre = bottom - index * (cell.height + GAP) - cell.height / 2
    const height = lines.length * line
    const top = Math.min(bottom - height, Math.max(cells.y, centre - height / 2))
    const place = (row: number) => ({
      x: cells.x - WORD_SPACE,
      top: top + row * line,
      align: 'right' as const,
    })
    return lines.map((text, row) => letters(text, place(row), face, palette.muted, type))
  })
}

function impactWords({ impact, cells, cell }: GridPlan, { type, palette }: Pens): readonly Shape[] {
  const face = { size: type.small, bold: false }
  const line = lineHeight(face.size, type)
  const top = cells.y + cells.height + WORD_SPACE
  return (impact ?? []).flatMap((lines, index) => {
    const centre = cells.x + index * (cell.width + GAP) + cell.width / 2
    return lines.map((text, row) => {
      const half = type.widthOf(text, face) / 2
      const x = Math.min(cells.x + cells.width - half, Math.max(cells.x + half, centre))
      return letters(text, { x, top: top + row * line, align: 'centre' }, face, palette.muted, type)
    })
  })
}

function impactTitle({ impact, impactTitle, cells }: GridPlan, label: string, pens: Pens): readonly Shape[] {
  const cue = impact ? undefined : RIGHT
  const width = Math.min(cells.width, titleWidth(label, cue, pens))
  return title(label, cue, { x: cells.x + (cells.width - width) / 2, top: impactTitle, width }, pens)
}

/** The corners of a triangle in a square of size 1, from its left and top edge. */
type Cue = readonly Point[]

const UP: Cue = [
  { x: 0, y: 0.93 },
  { x: 0.5, y: 0.07 },
  { x: 1, y: 0.93 },
]
const RIGHT: Cue = [
  { x: 0.07, y: 0 },
  { x: 0.93, y: 0.5 },
  { x: 0.07, y: 1 },
]

/** Of a cue and of the space before it, as multiples of the size of the title. */
const CUE = 0.55
const CUE_SPACE = 0.4

function titleWidth(label: string, cue: Cue | undefined, { type }: Pens): number {
  return type.widthOf(label, { size: type.small, bold: true }) + (cue ? (CUE + CUE_SPACE) * type.small : 0)
}

function title(
  label: string,
  cue: Cue | undefined,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
  pens: Pens,
): readonly Shape[] {
  const { type, palette } = pens
  const face = { size: type.small, bold: true }
  const [text = ''] = wrapText(label, width - titleWidth('', cue, pens), face, type, 1)
  const name = letters(text, { x, top }, face, palette.text, type)
  if (!cue) return [name]
  const size = CUE * type.small
  const left = x + name.width + CUE_SPACE * type.small
  const upper = name.y - (CAPITALS * type.small + size) / 2
  const points = cue.map(corner => ({ x: left + corner.x * size, y: upper + corner.y * size }))
  return [name, { kind: 'path', points, closed: true, fill: palette.text }]
}

/** The height of capital letters, as a multiple of their size. */
const CAPITALS = 0.66
