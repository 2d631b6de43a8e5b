import type { DiagramStrings, StakesMatrixData } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle, Shape } from '../drawing.js'
import { numberSize } from './draw-cell.js'
import { drawGrid } from './draw-grid.js'
import { drawList } from './draw-list.js'
import { listStakes } from './list-stakes.js'
import { planMatrix } from './plan-matrix.js'
import { isFullyRated } from './rated-stakes.js'

/** The risk matrix, likelihood against impact, five by five; undefined if no stake is rated. */
export function drawStakesMatrix(
  data: StakesMatrixData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
): Drawing | undefined {
  if (!data.stakes.some(isFullyRated)) return undefined
  const arrange = !data.listed ? gridAlone : space.width >= LEAST_WIDTH_OF_BOTH ? listBeside : listBelow
  return { width: space.width, ...arrange(data, words, space, style) }
}

/** The least width, in points, for a grid and a list side by side. */
const LEAST_WIDTH_OF_BOTH = 300

/** The least width, in points, of a grid whose cells have room for names. */
const LEAST_WIDTH_OF_NAMES = 380

/** The greatest width of a grid of numbers, in points. */
const GREATEST_WIDTH = 300

/** The width of a grid beside a list, as a share of the space. */
const WIDTH_BESIDE_LIST = 0.42

/** The least height of a grid above a list, as a share of the space, and in points. */
const HEIGHT_ABOVE_LIST = { share: 0.45, least: 100 }

/** Between the grid and the list, in points. */
const LIST_GAP = { beside: 16, above: 10 }

type MatrixArrangement = (
  data: StakesMatrixData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
) => { readonly height: number; readonly shapes: readonly Shape[] }

const gridAlone: MatrixArrangement = (data, words, space, style) =>
  space.width >= LEAST_WIDTH_OF_NAMES
    ? drawGridIn(space, data, words, style, true)
    : drawGridIn({ ...space, width: gridWidth(space) }, data, words, style)

const listBeside: MatrixArrangement = (data, words, space, style) => {
  const width = Math.min(space.width * WIDTH_BESIDE_LIST, GREATEST_WIDTH)
  const grid = drawGridIn({ ...space, width }, data, words, style)
  const x = width + LIST_GAP.beside
  const list = listStakes(data.stakes, words, { ...space, width: space.width - x }, grid.size, style)
  const y = list.height + grid.plan.cells.y <= space.height ? grid.plan.cells.y : 0
  return {
    height: Math.max(grid.height, y + list.height),
    shapes: [...grid.shapes, ...drawList(list, { x, y }, grid.size, style)],
  }
}

/** The grid leaves the list the height that it needs, down to a least height of its own. */
const listBelow: MatrixArrangement = (data, words, space, style) => {
  const unbounded = { ...space, height: Number.POSITIVE_INFINITY }
  const wanted = listStakes(data.stakes, words, unbounded, style.type.small, style).height + LIST_GAP.above
  const least = Math.max(space.height * HEIGHT_ABOVE_LIST.share, HEIGHT_ABOVE_LIST.least)
  const grid = drawGridIn(
    { width: gridWidth(space), height: Math.max(least, space.height - wanted) },
    data,
    words,
    style,
  )
  const y = grid.height + LIST_GAP.above
  const list = listStakes(data.stakes, words, { ...space, height: space.height - y }, grid.size, style)
  return {
    height: y + list.height,
    shapes: [...grid.shapes, ...drawList(list, { x: 0, y }, grid.size, style)],
  }
}

function gridWidth(space: AvailableSpace): number {
  return Math.min(space.width, GREATEST_WIDTH)
}

function drawGridIn(
  space: AvailableSpace,
  { stakes }: StakesMatrixData,
  words: DiagramStrings,
  style: FigureStyle,
  named = false,
) {
  const rated = stakes.filter(isFullyRated)
  const plan = planMatrix(words, space, style)
  const size = numberSize(plan, rated, style)
  return { plan, size, height: plan.height, shapes: drawGrid(plan, rated, { size, named }, words, style) }
}
