import type { DiagramStrings, StakesMatrixData } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle, Shape } from '../drawing.js'
import { drawGrid } from './draw-grid.js'
import { drawList } from './draw-list.js'
import { listStakes } from './list-stakes.js'
import { numberSize } from './number-size.js'
import { planMatrix } from './plan-matrix.js'
import { isFullyRated } from './rated-stakes.js'

/** Likelihood against impact, five by five, so that the gravest stakes catch the eye; nothing if no stake is rated. */
export function drawStakesMatrix(
  data: StakesMatrixData,
  words: DiagramStrings,
  room: AvailableSpace,
  pens: FigureStyle,
): Drawing | undefined {
  if (!data.stakes.some(isFullyRated)) return undefined
  const arrange = !data.listed ? gridAlone : room.width >= LEAST_WIDTH_OF_BOTH ? listBeside : listBelow
  return { width: room.width, ...arrange(data, words, room, pens) }
}

/** Of the room in which grid and list stand side by side. */
const LEAST_WIDTH_OF_BOTH = 300

/** A wider grid tells no more. */
const GREATEST_WIDTH = 300

/** Of the grid beside a list, as a share of the room. */
const WIDTH_BESIDE_LIST = 0.42

/** Of the grid above a list that would fill the room, as a share of the room, and in points. */
const HEIGHT_ABOVE_LIST = { share: 0.45, least: 100 }

/** Between the grid and the list, in points. */
const LIST_GAP = { beside: 16, above: 10 }

type MatrixArrangement = (
  data: StakesMatrixData,
  words: DiagramStrings,
  room: AvailableSpace,
  pens: FigureStyle,
) => { readonly height: number; readonly shapes: readonly Shape[] }

const gridAlone: MatrixArrangement = (data, words, room, pens) =>
  drawGridIn({ ...room, width: gridWidth(room) }, data, words, pens)

const listBeside: MatrixArrangement = (data, words, room, pens) => {
  const width = Math.min(room.width * WIDTH_BESIDE_LIST, GREATEST_WIDTH)
  const grid = drawGridIn({ ...room, width }, data, words, pens)
  const x = width + LIST_GAP.beside
  const list = listStakes(data.stakes, words, { ...room, width: room.width - x }, grid.size, pens)
  const y = list.height + grid.plan.cells.y <= room.height ? grid.plan.cells.y : 0
  return {
    height: Math.max(grid.height, y + list.height),
    shapes: [...grid.shapes, ...drawList(list, { x, y }, grid.size, pens)],
  }
}

/** The grid leaves the list the height that it needs, down to a least height of its own. */
const listBelow: MatrixArrangement = (data, words, room, pens) => {
  const unbounded = { ...room, height: Number.POSITIVE_INFINITY }
  const wanted = listStakes(data.stakes, words, unbounded, pens.type.small, pens).height + LIST_GAP.above
  const least = Math.max(room.height * HEIGHT_ABOVE_LIST.share, HEIGHT_ABOVE_LIST.least)
  const grid = drawGridIn(
    { width: gridWidth(room), height: Math.max(least, room.height - wanted) },
    data,
    words,
    pens,
  )
  const y = grid.height + LIST_GAP.above
  const list = listStakes(data.stakes, words, { ...room, height: room.height - y }, grid.size, pens)
  return {
    height: y + list.height,
    shapes: [...grid.shapes, ...drawList(list, { x: 0, y }, grid.size, pens)],
  }
}

function gridWidth(room: AvailableSpace): number {
  return Math.min(room.width, GREATEST_WIDTH)
}

function drawGridIn(
  room: AvailableSpace,
  { stakes }: StakesMatrixData,
  words: DiagramStrings,
  pens: FigureStyle,
) {
  const rated = stakes.filter(isFullyRated)
  const plan = planMatrix(words, room, pens)
  const size = numberSize(plan, rated, pens)
  return { plan, size, height: plan.height, shapes: drawGrid(plan, rated, size, words, pens) }
}
