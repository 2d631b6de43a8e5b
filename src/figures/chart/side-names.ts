import type { Shape } from '../drawing.js'
import type { ChartContext } from './chart-drawing.js'
import { GRID_LINE } from './chart-measures.js'
import { type ChartLabel, chartLabel, drawChartLabel } from './chart-text.js'
import { placeSideLabels } from './side-labels.js'
import type { UprightFrame } from './upright-frame.js'

/** The names of series beside the ends of their lines or the parts of the last column. */
export interface SideNames {
  readonly labels: readonly ChartLabel[]
  /** Points that they take at the right of the plot. */
  readonly width: number
  /** The names at ends of these heights, with a hairline to those that had to move; undefined where they do not fit. */
  readonly draw: (frame: UprightFrame, ends: readonly number[]) => readonly Shape[] | undefined
}

export const NO_SIDE_NAMES: SideNames = { labels: [], width: 0, draw: () => [] }

/** The share of a figure's width that names beside its plot may take. */
const GREATEST_SHARE = 0.34
/** In narrower figures names would leave no plot: a key has more room. In points of type of 8. */
const LEAST_WIDTH = 200

/** Lays out names beside the plot; none where the figure is too narrow for them. */
export function layOutSideNames(names: readonly string[], context: ChartContext): SideNames {
  const { space, style, measures } = context
  const { scale, gap } = measures
  if (space.width < LEAST_WIDTH * scale) return NO_SIDE_NAMES
  const labels = names.map(name => chartLabel(name, space.width * GREATEST_SHARE, style, measures, 4))
  const leader = 2.5 * gap
  return {
    labels,
    width: leader + Math.max(...labels.map(({ width }) => width)),
    draw: ({ top, bottom, right }, ends) => {
      const placed = labels.map(({ height }, index) => ({ height, end: ends[index] ?? bottom }))
      const tops = placeSideLabels(placed, Math.max(0, top - measures.line / 2), bottom + measures.line / 2)
      return tops?.flatMap((labelTop, index) => {
        const [label, end] = [labels[index], placed[index]?.end ?? bottom]
        if (!label) return []
        const middle = labelTop + measures.line / 2
        const isMoved = end < labelTop || end > labelTop + label.height
        const points = [
          { x: right + gap * 0.75, y: end },
          { x: right + leader - gap * 0.5, y: middle },
        ]
        const stroke = { colour: style.palette.muted, width: GRID_LINE }
        const line: Shape[] = isMoved ? [{ kind: 'path', points, closed: false, stroke }] : []
        return [...line, ...drawChartLabel(label, { x: right + leader, top: labelTop }, style, measures)]
      })
    },
  }
}
