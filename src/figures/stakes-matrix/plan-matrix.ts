import type { DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, FigureStyle } from '../drawing.js'
import { lineHeight } from '../place-text.js'
import {
  type ColumnLabels,
  columnLabelOptions,
  NO_ROW_LABELS,
  type RowLabels,
  rowLabelOptions,
  titleOnly,
} from './axis-labels.js'
import type { MatrixArea } from './cells.js'
import { CELL_GAP, cellWidth, LABEL_GAP } from './cells.js'
import type { ScaleLabels } from './scale-labels.js'

/** Where the cells stand, and what of the scales is said beside and below them. */
export interface MatrixPlan {
  readonly height: number
  readonly cells: MatrixArea
  /** Of one cell, in points. */
  readonly cell: { readonly width: number; readonly height: number }
  /** Undefined where there is room for the title of the axis only. */
  readonly likelihood: ScaleLabels | undefined
  readonly impact: ScaleLabels | undefined
  /** The top of the line in which the title of the impact stands. */
  readonly impactTitle: number
}

/** Says as much of the scales as leaves the cells enough room for the stakes. */
export function planMatrix(words: DiagramStrings, space: AvailableSpace, { type }: FigureStyle): MatrixPlan {
  const face = { size: type.small, bold: false }
  const plans = rowLabelOptions(words.scales.likelihood, space.width, face, type).flatMap(gutter => {
    const width = space.width - gutter.width
    return columnLabelOptions(words, width, face, type).map(foot => ({
      gutter,
      plan: planWith(gutter, foot, space, lineHeight(face.size, type)),
    }))
  })
  const least = type.small * LEAST_CELL_HEIGHT
  const roomy = plans.find(({ gutter, plan }) => plan.cell.height >= Math.max(gutter.leastCell, least))
  return (
    roomy?.plan ??
    planWith(NO_ROW_LABELS, titleOnly(lineHeight(face.size, type)), space, lineHeight(face.size, type))
  )
}

/** Of a cell beside which words may take room, as a multiple of the size of a number. */
const LEAST_CELL_HEIGHT = 1.75

/** Of a cell, to its width. */
const GREATEST_HEIGHT_RATIO = 0.75

function planWith(gutter: RowLabels, foot: ColumnLabels, space: AvailableSpace, line: number): MatrixPlan {
  const head = line + LABEL_GAP
  const width = cellWidth(space.width - gutter.width)
  const free = (space.height - head - foot.height - 4 * CELL_GAP) / 5
  const height = Math.max(1, Math.min(width * GREATEST_HEIGHT_RATIO, free))
  const cells = {
    x: gutter.width,
    y: head,
    width: 5 * width + 4 * CELL_GAP,
    height: 5 * height + 4 * CELL_GAP,
  }
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
