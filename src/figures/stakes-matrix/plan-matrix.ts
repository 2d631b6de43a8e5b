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

/** The layout of the cells, and the labels beside and below them. */
export interface MatrixPlan {
  readonly height: number
  readonly cells: MatrixArea
  /** Of one cell, in points. */
  readonly cell: { readonly width: number; readonly height: number }
  /** Undefined where there is only room for the title of the axis. */
  readonly likelihood: ScaleLabels | undefined
  readonly impact: ScaleLabels | undefined
  /** The top of the line with the title of the impact. */
  readonly impactTitle: number
}

/** Chooses the best labels that leave the cells enough space for the stakes. */
export function planMatrix(words: DiagramStrings, space: AvailableSpace, { type }: FigureStyle): MatrixPlan {
  const face = { size: type.small, bold: false }
  const plans = rowLabelOptions(words.scales.likelihood, space.width, face, type).flatMap(rows => {
    const width = space.width - rows.width
    return columnLabelOptions(words, width, face, type).map(columns => ({
      rows,
      plan: planWith(rows, columns, space, lineHeight(face.size, type)),
    }))
  })
  const least = type.small * LEAST_CELL_HEIGHT
  const roomy = plans.find(({ rows, plan }) => plan.cell.height >= Math.max(rows.leastCell, least))
  return (
    roomy?.plan ??
    planWith(NO_ROW_LABELS, titleOnly(lineHeight(face.size, type)), space, lineHeight(face.size, type))
  )
}

/** The least height of a cell beside labels, as a multiple of the size of a number. */
const LEAST_CELL_HEIGHT = 1.91

/** The greatest ratio of the height of a cell to its width. */
const GREATEST_HEIGHT_RATIO = 0.75

function planWith(rows: RowLabels, columns: ColumnLabels, space: AvailableSpace, line: number): MatrixPlan {
  const head = line + LABEL_GAP
  const width = cellWidth(space.width - rows.width)
  const free = (space.height - head - columns.height - 4 * CELL_GAP) / 5
  const height = Math.max(1, Math.min(width * GREATEST_HEIGHT_RATIO, free))
  const cells = {
    x: rows.width,
    y: head,
    width: 5 * width + 4 * CELL_GAP,
    height: 5 * height + 4 * CELL_GAP,
  }
  const bottom = cells.y + cells.height
  return {
    height: bottom + columns.height,
    cells,
    cell: { width, height },
    likelihood: rows.words,
    impact: columns.words,
    impactTitle: bottom + columns.title,
  }
}
