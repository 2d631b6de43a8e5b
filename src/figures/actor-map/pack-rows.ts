import { present } from '../../diagnostics/index.js'
import type { DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, FigureFace, FigureType, Palette } from '../drawing.js'
import { MARKER_REACH } from '../markers.js'
import { wrapText } from '../wrap-text.js'
import { type ActorMapEntry, type MapDetail, rowEntries } from './entries.js'
import { type ActorMapGrid, actorMapGrid, columnDirection, columnEdge } from './grid.js'
import { LineOccupancy } from './line-occupancy.js'
import { type ActorPlacement, cellNumber } from './place-actors.js'

/** An entry with its position: lines are counted from the top of the row, lengths inwards from the edge of the column. */
export interface PlacedEntry {
  readonly entry: ActorMapEntry
  readonly line: number
  readonly text: readonly string[]
  /** The first line of the text, and its start. */
  readonly textLine: number
  readonly textStart: number
  /** The end of the leader line, for text that does not fit beside its marker. */
  readonly anchor: number | undefined
}

export interface PackedRow {
  readonly entries: readonly PlacedEntry[]
  readonly lines: LineOccupancy
}

/** Radius of a marker, as a multiple of the size of the type. */
export const MARKER_RADIUS = 0.33

/** Packs the rows of a map for one level of detail after another; a row is only packed again if its detail changes. */
export function rowPacker(
  placement: ActorPlacement,
  words: DiagramStrings,
  space: AvailableSpace,
  type: FigureType,
): (detail: MapDetail) => PackedRow[] {
  const grid = actorMapGrid(words, space, type)
  const packed = new Map<string, PackedRow>()
  return detail =>
    [0, 1, 2, 3, 4].map(row => {
      const named = detail.named.slice(cellNumber(row, 0), cellNumber(row + 1, 0))
      const key = [row, ...named, detail.bySide, detail.most, detail.inFigures].join()
      const packedRow = packed.get(key) ?? packMapRow(rowEntries(row, placement, detail, words), grid, type)
      packed.set(key, packedRow)
      return packedRow
    })
}

/** Places entries one after another, each where it ends highest without touching another. */
function packMapRow(entries: readonly ActorMapEntry[], grid: ActorMapGrid, type: FigureType): PackedRow {
  const lines = new LineOccupancy(0.9 * type.size)
  const placed = entries.map(entry => {
    const text = measureEntry(entry, grid, type)
    return needsLeader(text, type) ? placeBelow(text, lines, type) : placeBeside(text, lines, type)
  })
  return { entries: placed, lines }
}

export function entryFace({ weight }: ActorMapEntry, type: FigureType): FigureFace {
  return { size: type.size, bold: weight === 'must' }
}

export function entryColour({ weight }: ActorMapEntry, palette: Palette): string {
  return weight === 'could' ? palette.muted : palette.text
}

interface MeasuredEntry {
  readonly entry: ActorMapEntry
  readonly edge: number
  readonly direction: 1 | -1
  /** From the edge to the ends of the grid. */
  readonly inwards: number
  readonly outwards: number
  /** The greatest distance from the edge inwards to the end of a name beside its marker, so that it stays on its side of the map. */
  readonly reach: number
  /** From the edge to the name beside the marker. */
  readonly indent: number
  /** The whole name, and its longest part that cannot be broken. */
  readonly whole: number
  readonly part: number
  wrap(width: number): readonly string[]
  widthOf(line: string): number
}

function measureEntry(entry: ActorMapEntry, grid: ActorMapGrid, type: FigureType): MeasuredEntry {
  const face = entryFace(entry, type)
  const direction = columnDirection(entry.column)
  const edge = columnEdge(entry.column, grid)
  const [left, right] = [edge - grid.left - grid.pad, grid.right - grid.pad - edge]
  const inwards = direction === 1 ? right : left
  const indent = markerWidth(type.size) + 0.35 * type.size
  const widthOf = (line: string) => type.widthOf(line, face)
  const parts = entry.isCount ? [entry.text] : entry.text.split(/(?<=[\s\u200B-])/u)
  const part = Math.max(...parts.map(one => widthOf(one.trim())))
  return {
    entry,
    edge,
    direction,
    inwards,
    outwards: direction === 1 ? left : right,
    reach: Math.min(inwards, Math.max(3 * grid.column - 2 * grid.pad, 16 * type.size, indent + part)),
    indent,
    whole: widthOf(entry.text),
    part,
    wrap: width => wrapText(entry.text, width, face, type, entry.most),
    widthOf,
  }
}

/** The side of a triangle, the widest of the markers. */
export function markerWidth(size: number): number {
  return 2 * MARKER_RADIUS * size * MARKER_REACH * Math.cos(Math.PI / 6)
}

/** The least width of a name, as a multiple of the size of its type. */
const NARROWEST_NAME = 5

/** Whether a name beside its marker would be too narrow, or would need a break within a word that is avoidable below it. */
function needsLeader({ whole, part, inwards, outwards, indent }: MeasuredEntry, type: FigureType): boolean {
  const space = inwards - indent
  if (whole <= space) return false
  return space < NARROWEST_NAME * type.size || (part > space && part <= inwards + outwards)
}

function placeBeside(text: MeasuredEntry, lines: LineOccupancy, type: FigureType): PlacedEntry {
  const { entry, edge, direction, reach, indent, whole, part } = text
  const least = Math.min(whole, reach - indent, Math.max(part, NARROWEST_NAME * type.size))
  let best: { readonly line: number; readonly text: readonly string[] } | undefined
  for (let line = 0; best === undefined || line < best.line + best.text.length; line++) {
    const wrapped = wrapAt(line)
    const bottom = best && best.line + best.text.length
    if (wrapped && (bottom === undefined || line + wrapped.length <= bottom)) best = { line, text: wrapped }
  }
  const width = indent + Math.max(...best.text.map(text.widthOf))
  lines.take(best.line, best.text.length, edge, edge + direction * width)
  return { entry, ...best, textLine: best.line, textStart: indent, anchor: undefined }

  function wrapAt(line: number): readonly string[] | undefined {
    let space = reach
    for (let count = 1; ; count++) {
      space = Math.min(space, lines.spaceAt(line + count - 1, edge, direction))
      if (space - indent < least) return undefined
      const wrapped = text.wrap(space - indent)
      if (wrapped.length <= count) return wrapped
    }
  }
}

function placeBelow(text: MeasuredEntry, lines: LineOccupancy, type: FigureType): PlacedEntry {
  const { entry, edge, direction, inwards, outwards } = text
  const wrapped = text.wrap(inwards + outwards)
  const widths = wrapped.map(text.widthOf)
  const width = Math.max(...widths)
  const textStart = Math.max(-outwards, Math.min(0, inwards - width))
  const marker = markerWidth(type.size)
  const anchor = Math.max(
    textStart,
    Math.min(marker + type.size, textStart + present(widths[0], 'width of the first line')),
  )
  const x = (inward: number) => edge + direction * inward
  const elbow = [x(Math.min(0, anchor)), x(Math.max(marker, anchor))] as const
  const words = [x(textStart), x(textStart + width)] as const
  let line = 0
  while (!(lines.isFree(line, 1, ...elbow) && lines.isFree(line + 1, wrapped.length, ...words))) line++
  lines.take(line, 1, ...elbow)
  lines.take(line + 1, wrapped.length, ...words)
  return { entry, line, text: wrapped, textLine: line + 1, textStart, anchor }
}
