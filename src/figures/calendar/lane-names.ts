import type { FigureStyle } from '../drawing.js'
import { wrapText } from '../wrap-text.js'
import type { CalendarMeasures } from './calendar-style.js'

/** The name of a lane in lines. */
export interface LaneName {
  readonly lines: readonly string[]
  /** Points. */
  readonly height: number
}

/** The width of a column for the names of lanes in points; undefined where a calendar is too narrow for one that breaks no word. */
export function namesWidth(
  names: readonly string[],
  width: number,
  { type }: FigureStyle,
  { bold, names: usual }: CalendarMeasures,
): number | undefined {
  if (names.length === 0) return 0
  if (width < LEAST_WIDTH * usual) return undefined
  const words = names.flatMap(name => name.split(/(?<=[\s-])/u))
  const widest = Math.max(...words.map(word => type.widthOf(word.trimEnd(), bold)))
  const needed = widest + NAME_GAP
  return needed > width * MOST_SHARE ? undefined : Math.min(Math.max(usual, needed), width * MOST_SHARE)
}

/** A name in as many lines as it takes, up to three. */
export function layOutLaneName(
  name: string,
  width: number,
  { type }: FigureStyle,
  { bold, line }: CalendarMeasures,
): LaneName {
  const lines = wrapText(name, width - NAME_GAP, bold, type, MOST_LINES)
  return { lines, height: lines.length * line }
}

/** Multiples of the usual width of names. */
const LEAST_WIDTH = 3.2
const MOST_SHARE = 0.3
/** Points between a name and the lanes. */
const NAME_GAP = 8
const MOST_LINES = 3
