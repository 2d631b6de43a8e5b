import { present } from '../../diagnostics/index.js'
import type { Palette, Rectangle, Shape, Stroke } from '../drawing.js'
import { OUTLINE } from './chart-measures.js'
import { contrastRatio, lightnessOf, withLightness } from './lightness.js'

/** How an area of a series is painted: series differ in lightness, so that they survive greyscale print. */
export interface SeriesFill {
  readonly fill: string
  /** Of a fill that does not stand out by itself. */
  readonly outline: string | undefined
}

/** The greatest step of lightness L* from one series to the next. */
const GREATEST_STEP = 30
/** The lightest fill is darker than paper by as much. */
const BELOW_PAPER = 10
/** The first of several series is as dark as this, at least. */
const DARK_START = 32
/** WCAG 2.2, 1.4.11 asks for 3; a chart may stand on a tint. */
const LEAST_CONTRAST = 3.4

/** The fills of `count` series in the colours of the theme, from the darkest to the lightest. */
export function seriesFills(count: number, palette: Palette): readonly SeriesFill[] {
  const { series, paper, text } = palette
  const colourOf = (index: number) => present(series[index % series.length], 'colour of the series')
  if (count === 1) return [{ fill: colourOf(0), outline: undefined }]
  const ground = lightnessOf(paper)
  const direction = ground >= 50 ? 1 : -1
  const depth = (lightness: number) => (direction === 1 ? lightness : 100 - lightness)
  const own = depth(lightnessOf(colourOf(0)))
  const start = Math.min(own, DARK_START)
  const step = Math.min(GREATEST_STEP, (depth(ground) - BELOW_PAPER - start) / (count - 1))
  return Array.from({ length: count }, (_, index) => {
    const wanted = start + index * step
    const colour = colourOf(index)
    const fill = withLightness(colour, direction === 1 ? wanted : 100 - wanted, paper, text)
    return { fill, outline: contrastRatio(fill, paper) < LEAST_CONTRAST ? colour : undefined }
  })
}

/** An area of a series, whose rectangle is exactly as large as its number; an outline lies within it. */
export function drawArea(
  area: Omit<Rectangle, 'kind' | 'fill' | 'stroke'>,
  { fill, outline }: SeriesFill,
): Shape[] {
  const { x, y, width, height } = area
  if (width <= 0 || height <= 0) return []
  if (outline === undefined) return [{ kind: 'rectangle', ...area, fill }]
  if (Math.min(width, height) <= 2 * OUTLINE) return [{ kind: 'rectangle', ...area, fill: outline }]
  const inset = OUTLINE / 2
  const [left, right, top, bottom] = [x + inset, x + width - inset, y + inset, y + height - inset]
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  return [
    { kind: 'rectangle', ...area, fill },
    { kind: 'path', points, closed: true, stroke: { colour: outline, width: OUTLINE } },
  ]
}

/** At most as many series of lines or dots are told apart by colour; the others are grey (Office for National Statistics: six). */
export const MOST_COLOURED = 6

/** The colours of lines and dots: those of the theme, and grey for series beyond them. */
export function markPalette(count: number, palette: Palette): Palette {
  const { series, muted } = palette
  const colours = Array.from({ length: Math.max(1, count) }, (_, index) =>
    index < MOST_COLOURED ? present(series[index % series.length], 'colour of the series') : muted,
  )
  return { ...palette, series: colours }
}

/** The stroke of a line: series differ in their dashes as in their colours. */
export function seriesStroke(index: number, width: number, palette: Palette): Stroke {
  const colour = present(palette.series[index % palette.series.length], 'colour of the series')
  const dash = DASHES[index % DASHES.length]
  const scaled = dash && { length: dash.length * width, space: dash.space * width }
  return { colour, width: index < MOST_COLOURED ? width : width / 2, dash: scaled }
}

/** Multiples of the width of the line. */
const DASHES: readonly (Stroke['dash'] | undefined)[] = [
  undefined,
  { length: 4, space: 1.6 },
  { length: 1.2, space: 1.2 },
  { length: 7, space: 2 },
  { length: 2.4, space: 2.4 },
  { length: 1.2, space: 3 },
]
