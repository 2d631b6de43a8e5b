import type { Place, Position } from '../../diagnostics/index.js'
import { type Block, type Document, type LocatedBlock, locateBlocks } from '../../markup/index.js'
import type { BlockPlaces, BlockRectangle } from '../flow/block-rectangles.js'
import { visibleSpan } from '../lines/visual-order.js'
import {
  baselineOf,
  type DocumentPage,
  type PageSetup,
  type PlacedImage,
  type PlacedLine,
  type PlacedVector,
} from '../nodes/page.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'
import type { Word } from '../nodes/word.js'
import { directionOf } from '../text/direction.js'
import { mirroredRectangle } from './mirror-pages.js'
import { vectorBounds } from './page-rectangle.js'
import { faceName, hundredths, textOfLine } from './page-text.js'

/**
 * The pages of a document as plain data, for editors and tests. Lengths are points from the left and the top edge of a page,
 * in hundredths; pages count from 1.
 */
export interface PagesData {
  readonly pages: readonly PageData[]
  /** All blocks of the document, in reading order, a parent before its content. */
  readonly blocks: readonly BlockData[]
}

/** What is on a page, in the order in which it is drawn. */
export interface PageData extends PageSetup {
  readonly page: number
  /** It is of an annex, outside the page limit. */
  readonly annex: boolean
  /** Share of its body that is used, 0 to 1, in hundredths. */
  readonly fill: number
  /** What stands across the page behind its text, which is in none of the lines. */
  readonly overlay: readonly string[]
  readonly lines: readonly LineData[]
  readonly vectors: readonly VectorData[]
  readonly images: readonly PictureData[]
}

interface ItemData {
  readonly x: number
  readonly y: number
  readonly width: number
  /** The path of the innermost block that it is of; null for headers, footers and the rules over notes. */
  readonly block: string | null
}

/** A line of text; `y` is that of its baseline. */
export interface LineData extends ItemData {
  readonly text: string
  /** Points from side to side that it has room for; null where nothing limits it, as in headers and footers. */
  readonly room: number | null
  /** Its paragraph, or a part of it that its author breaks off, ends with it. */
  readonly last: boolean
  /** Family and face of its first word. */
  readonly font: string
  readonly size: number
  /** Points: the smallest type in it, without raised marks and of these; null where it has none. */
  readonly smallest: number | null
  readonly smallest_raised: number | null
  readonly colour: string
  /** It is of the head of a table that a page before this has shown already. */
  readonly repeated: boolean
}

export interface VectorData extends ItemData {
  readonly kind: PdfmakeVector['type']
  readonly height: number
}

export interface PictureData extends ItemData {
  readonly file: string
  readonly height: number
  /** As of a line. */
  readonly repeated: boolean
}

/** A block and where it is; without rectangles where it prints nothing. */
export interface BlockData {
  /** The numbers, from 0, that lead to it in the tree of blocks, as in `3.0.2`. */
  readonly path: string
  readonly kind: Block['kind']
  /** In the brief if its text comes from there, else in the template. */
  readonly place: PlaceData
  /** One for each page and column that it reaches, the content of the block included; the notes that it calls are not. */
  readonly rectangles: readonly RectangleData[]
  /** The parts of the notes that it calls, at the feet of pages. */
  readonly notes: readonly NoteData[]
}

export interface PlaceData extends Position {
  readonly file: string
  /** Exclusive. */
  readonly end: Position
}

export interface RectangleData {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface NoteData extends RectangleData {
  readonly label: string
}

/** Describes pages as they are printed, those after the first `bodyPages` as pages of annexes, and where the blocks of their document are on them. */
export function pagesAsData(
  { blocks, lang }: Document,
  pages: readonly DocumentPage[],
  bodyPages: number,
  { rectangles, notes }: BlockPlaces,
): PagesData {
  const located = locateBlocks(blocks)
  const paths = new Map(located.map(({ block, path }) => [block, path]))
  const isMirrored = directionOf(lang) === 'rtl'
  const onPage = (rectangle: BlockRectangle): RectangleData => {
    const width = pages[rectangle.page]?.pageSize.width
    return rectangleData(isMirrored && width !== undefined ? mirroredRectangle(rectangle, width) : rectangle)
  }
  const blockData = ({ block, path }: LocatedBlock): BlockData => ({
    path,
    kind: block.kind,
    place: placeData(block.place),
    rectangles: (rectangles.get(block) ?? []).map(onPage),
    notes: (notes.get(block) ?? []).map(note => ({ label: note.label, ...onPage(note) })),
  })
  return {
    pages: pages.map((page, index) => ({
      page: index + 1,
      annex: index >= bodyPages,
      ...contentData(page, paths),
    })),
    blocks: located.map(blockData),
  }
}

type BlockPaths = ReadonlyMap<Block, string>

function contentData(
  { pageSize, pageMargins, items, fill, overlay: turned = [] }: DocumentPage,
  paths: BlockPaths,
): Omit<PageData, 'page' | 'annex'> {
  const lines: LineData[] = []
  const vectors: VectorData[] = []
  const images: PictureData[] = []
  for (const { type, item } of items)
    if (type === 'line') lines.push(...lineData(item, paths))
    else if (type === 'vector') vectors.push(vectorData(item, paths))
    else images.push(pictureData(item, paths))
  const { left, top, right, bottom } = pageMargins
  const margins = { left, top, right, bottom }
  const { width, height } = pageSize
  const overlay = turned.map(({ line }) => textOfLine(line))
  return { fill: hundredths(fill), width, height, margins, overlay, lines, vectors, images }
}

function lineData(placed: PlacedLine, paths: BlockPaths): LineData[] {
  const { line, x, repeated } = placed
  const [first] = line.words
  const text = textOfLine(line)
  if (!first || text === '') return []
  const { left, right } = visibleSpan(line)
  return [
    {
      text,
      ...{ x: hundredths(x + left), y: hundredths(baselineOf(placed)), width: hundredths(right - left) },
      ...{ room: Number.isFinite(line.room) ? hundredths(line.room) : null, last: line.isLast },
      ...{ font: faceName(first), size: hundredths(first.fontSize), colour: first.colour },
      smallest: smallestOf(line.words.filter(word => word.baselineShift === 0)),
      smallest_raised: smallestOf(line.words.filter(word => word.baselineShift !== 0)),
      ...{ repeated, block: pathOf(placed.block, paths) },
    },
  ]
}

const smallestOf = (words: readonly Word[]): number | null =>
  words.length === 0 ? null : hundredths(Math.min(...words.map(word => word.fontSize)))

function vectorData(vector: PlacedVector, paths: BlockPaths): VectorData {
  const { x, y, w, h } = vectorBounds(vector)
  return {
    kind: vector.type,
    ...{ x: hundredths(x), y: hundredths(y), width: hundredths(w), height: hundredths(h) },
    block: pathOf(vector.block, paths),
  }
}

const pictureData = (
  { image, x, y, _width, _height, repeated, block }: PlacedImage,
  paths: BlockPaths,
): PictureData => ({
  file: image,
  ...{ x: hundredths(x), y: hundredths(y), width: hundredths(_width), height: hundredths(_height) },
  ...{ repeated, block: pathOf(block, paths) },
})

const pathOf = (block: Block | undefined, paths: BlockPaths): string | null =>
  (block && paths.get(block)) ?? null

const rectangleData = ({ page, x, y, width, height }: BlockRectangle): RectangleData => ({
  page: page + 1,
  ...{ x: hundredths(x), y: hundredths(y), width: hundredths(width), height: hundredths(height) },
})

function placeData({ file, range }: Place): PlaceData {
  return { file: file.path, ...file.position(range.start), end: file.position(range.end) }
}
