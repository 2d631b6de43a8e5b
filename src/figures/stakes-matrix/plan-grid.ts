import type { DiagramWords } from '../../markup/index.js'
import type { Pens, Room } from '../drawing.js'
import { lineHeight } from '../letters.js'
import { type Foot, feet, type Gutter, gutters, NO_GUTTER, titleAlone } from './axis-words.js'
import { cellWidth, GAP, WORD_SPACE } from './cells.js'
import type { Frame } from './frame.js'
import type { ScaleWords } from './scale-words.js'

/** Where the cells stand, and what of the scales is said beside and below them. */
export interface GridPlan {
  readonly height: number
  readonly cells: Frame
  /** Of one cell, in points. */
  readonly cell: { readonly width: number; readonly height: number }
  /** Undefined where there is room for the title of the axis only. */
  readonly likelihood: ScaleWords | undefined
  readonly impact: ScaleWords | undefined
  /** The top of the line in which the title of the impact stands. */
  readonly impactTitle: number
}

/** Says as much of the scales as leaves the cells enough room for the stakes. */
export function planGrid(words: DiagramWords, room: Room, { type }: Pens): GridPlan {
  const face = { size: type.small, bold: false }
  const plans = gutters(words.scales.likelihood, room.width, face, type).flatMap(gutter => {
    const width = room.width - gutter.width
    return feet(words, width, face, type).map(foot => ({
      gutter,
      plan: planWith(gutter, foot, room, lineHeight(face.size, type)),
    }))
  })
  const least = type.small * LEAST_CELL
  const roomy = plans.find(({ gutter, plan }) => plan.cell.height >= Math.max(gutter.leastCell, least))
  return (
    roomy?.plan ??
    planWith(NO_GUTTER, titleAlone(lineHeight(face.size, type)), room, lineHeight(face.size, type))
  )
}

/** Of a cell beside which words may take room, as a multiple of the size of a number. */
const LEAST_CELL = 1.75

/** Of a cell, to its width. */
const GREATEST_HEIGHT = 0.75

function planWith(gutter: Gutter, foot: Foot, room: Room, line: number): GridPlan {
  const head = line + WORD_SPACE
  const width = cellWidth(room.width - gutter.width)
  const free = (room.height - head - foot.height - 4 * GAP) / 5
  const height = Math.max(1, Math.min(width * GREATEST_HEIGHT, free))
  const cells = { x: gutter.width, y: head, width: 5 * width + 4 * GAP, height: 5 * height + 4 * GAP }
  const bottom = cells.y + cells.height
  return {
    height: bottom + foot.height,
    cells,
    cell: { width, height },
    likelihood: gutter.words,
    impact: foot.words,
    impactTitle: bottom + foot.title,
  }
}
