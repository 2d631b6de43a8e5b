import * as assert from 'uvu/assert'
import {
  type Block,
  type Document,
  type LocatedBlock,
  locateBlocks,
  textOfInlines,
} from '../../src/markup/index.js'
import type { BlockData, PageData, PagesData, RectangleData } from '../../src/typeset/index.js'

/** Points: rectangles and lines are rounded to hundredths. */
const ROUNDING = 0.025

/**
 * Asserts that every block that prints something has its rectangles: inside of the body of their pages, around its words and
 * its content, and apart from all other blocks. A masthead begins above the body of the first page, but below its markings.
 */
export function assertBlockPlaces(document: Document, data: PagesData): void {
  const located = locateBlocks(document.blocks)
  assert.equal(
    data.blocks.map(({ path, kind }) => `${path} ${kind}`),
    located.map(({ path, block }) => `${path} ${block.kind}`),
  )
  const places = new Map(data.blocks.map(place => [place.path, place]))
  for (const { block, path } of located) {
    const place = places.get(path)
    if (place && hasOwnWords(block))
      assert.ok(place.rectangles.length > 0, `${path} ${block.kind} is nowhere`)
  }
  for (const place of data.blocks) {
    assertInBody(place, data.pages, document)
    assertCovered(place, places)
  }
  assertApart(data.blocks)
  for (const page of data.pages) assertItemsInside(page, places)
}

/** Whether a block prints words that are not those of a block in it, or a line, a picture or a drawing. */
function hasOwnWords(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOfInlines(block.children).trim() !== ''
    case 'definitions':
      return block.entries.some(({ term }) => textOfInlines(term).trim() !== '')
    case 'quotation':
      return block.attribution !== undefined
    case 'sources':
      return block.entries.length > 0
    case 'section':
    case 'aside':
    case 'masthead':
    case 'list':
    case 'columns':
    case 'table':
      return locateBlocks([block]).slice(1).some(isPrinting)
    default:
      return true
  }
}

const isPrinting = ({ block }: LocatedBlock) =>
  (block.kind === 'paragraph' || block.kind === 'heading') && hasOwnWords(block)

function assertInBody(
  { path, rectangles, notes }: BlockData,
  pages: readonly PageData[],
  document: Document,
): void {
  for (const rectangle of [...rectangles, ...notes]) {
    const page = pageOf(rectangle, pages)
    const { left, top, right, bottom } = page.margins
    const isRaised = page.page === 1 && document.blocks[0]?.kind === 'masthead'
    const y = isRaised ? endOfMarkings(page) : top
    const body = {
      page: page.page,
      x: left,
      y,
      width: page.width - left - right,
      height: page.height - bottom - y,
    }
    assert.ok(isInside(rectangle, body), `${path} is not in the body: ${shown(rectangle)} of ${shown(body)}`)
    assert.ok(rectangle.width > 0 && rectangle.height > 0, `${path} has an empty rectangle`)
  }
}

/** Points from the top of a page to the end of the grounds of the markings over its body. */
const endOfMarkings = ({ vectors, margins }: PageData): number =>
  Math.max(
    0,
    ...vectors.filter(({ block, y }) => block === null && y < margins.top).map(({ y, height }) => y + height),
  )

const pageOf = ({ page }: RectangleData, pages: readonly PageData[]): PageData => {
  const found = pages[page - 1]
  if (found?.page !== page) throw new Error(`there is no page ${page}`)
  return found
}

/** The block around another in the tree, of all those that are known. */
function parentOf(path: string, places: ReadonlyMap<string, BlockData>): BlockData | undefined {
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const parent = places.get(path.slice(0, end))
    if (parent) return parent
  }
  return undefined
}

function assertCovered({ path, rectangles }: BlockData, places: ReadonlyMap<string, BlockData>): void {
  const parent = parentOf(path, places)
  for (const rectangle of parent ? rectangles : [])
    assert.ok(
      parent?.rectangles.some(around => isInside(rectangle, around)),
      `${path} is outside of ${parent?.path}: ${shown(rectangle)} of ${parent?.rectangles.map(shown)}`,
    )
}

/** No block is over another but that which it is in. */
function assertApart(blocks: readonly BlockData[]): void {
  const all = blocks.flatMap(({ path, rectangles }) => rectangles.map(rectangle => ({ path, rectangle })))
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      if (other.path === one.path || other.path.startsWith(`${one.path}.`)) continue
      assert.not.ok(
        isOverlapping(one.rectangle, other.rectangle),
        `${one.path} ${shown(one.rectangle)} is over ${other.path} ${shown(other.rectangle)}`,
      )
    }
}

/** The words, shapes and pictures of a block are in its rectangles or in its notes, but for what is shown again. */
function assertItemsInside(
  { page, lines, vectors, images }: PageData,
  places: ReadonlyMap<string, BlockData>,
): void {
  const items = [
    ...lines.map(line => ({ ...line, height: 0, what: `“${line.text}”` })),
    ...vectors.map(vector => ({ ...vector, repeated: false, what: vector.kind })),
    ...images.map(image => ({ ...image, what: image.file })),
  ]
  for (const { block, repeated, what, ...bounds } of items) {
    if (block === null || repeated) continue
    const { rectangles = [], notes = [] } = places.get(block) ?? {}
    const at = { ...bounds, page }
    assert.ok(
      [...rectangles, ...notes].some(rectangle => isInside(at, rectangle)),
      `${what} is outside of ${block}: ${shown(at)} of ${rectangles.map(shown)}`,
    )
  }
}

const isInside = (one: RectangleData, other: RectangleData): boolean =>
  one.page === other.page &&
  one.x >= other.x - ROUNDING &&
  one.y >= other.y - ROUNDING &&
  one.x + one.width <= other.x + other.width + ROUNDING &&
  one.y + one.height <= other.y + other.height + ROUNDING

const isOverlapping = (one: RectangleData, other: RectangleData): boolean =>
  one.page === other.page &&
  one.x < other.x + other.width - ROUNDING &&
  other.x < one.x + one.width - ROUNDING &&
  one.y < other.y + other.height - ROUNDING &&
  other.y < one.y + one.height - ROUNDING

const shown = ({ page, x, y, width, height }: RectangleData) => `page ${page}: ${x} ${y} ${width} × ${height}`

/** Blocks with their rectangles, one a line: what a golden file holds. */
export const outlinePlaces = ({ blocks }: PagesData): string =>
  blocks
    .map(({ path, kind, place: { file, line, column, end }, rectangles, notes }) => {
      const where = `${file}:${line}:${column}-${end.line}:${end.column}`
      const noted = notes.map(note => `note ${note.label} on ${shown(note)}`)
      return `${[`${path} ${kind}`, where, ...rectangles.map(shown), ...noted].join(' | ')}\n`
    })
    .join('')
