import type { FigureStyle, Shape } from '../drawing.js'
import { lineHeight, placeTextLines } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import type { MatrixArea } from './cells.js'
import { CIRCLE_RADIUS, numberedCircle } from './numbered-circle.js'
import type { FullyRatedStake } from './rated-stakes.js'

/** The stakes of one cell, each with its name beside its circle; undefined where the cell has no room for whole names. */
export function namedStakes(
  stakes: readonly FullyRatedStake[],
  cell: MatrixArea,
  size: number,
  style: FigureStyle,
): readonly Shape[] | undefined {
  const { type, palette } = style
  const face = { size: type.small, bold: false }
  const diameter = 2 * CIRCLE_RADIUS * size
  const indent = PADDING + diameter + NAME_GAP
  const entries = stakes.map(stake => {
    const lines = wrapText(stake.stake.text, cell.width - indent - PADDING, face, type)
    const words = lines.length * lineHeight(face.size, type)
    return { stake, lines, words, height: Math.max(diameter, words) }
  })
  const height = entries.reduce((sum, entry) => sum + entry.height, ENTRY_GAP * (entries.length - 1))
  const isWhole = entries.every(
    ({ stake, lines }) => squeezed(lines.join(' ')) === squeezed(stake.stake.text),
  )
  if (!isWhole || height > cell.height - 2 * PADDING) return undefined
  let top = cell.y + (cell.height - height) / 2
  return entries.flatMap(entry => {
    const centre = { x: cell.x + PADDING + diameter / 2, y: top + entry.height / 2 }
    const at = { x: cell.x + indent, top: top + (entry.height - entry.words) / 2 }
    top += entry.height + ENTRY_GAP
    return [
      ...numberedCircle(entry.stake, centre, size, style),
      ...placeTextLines(entry.lines, at, face, palette.text, type),
    ]
  })
}

/** Points: within the cell, from a circle to its name, and between two stakes. */
const PADDING = 2
const NAME_GAP = 2.5
const ENTRY_GAP = 2

/** A hyphen ends a line without a space after it. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('- ', '-').trim()
