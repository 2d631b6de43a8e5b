import type { DocumentStyle } from '../../typeset/index.js'
import type { EstimatedHeight, EstimatedHeights } from './estimated-heights.js'
import type { PageFlow } from './page-flows.js'

/** The pages, from 1, on which the places of a document will stand in Word: the numbers of its contents as it is opened. */
export function estimatedPages(
  flows: readonly PageFlow[],
  heights: EstimatedHeights,
  style: DocumentStyle,
): ReadonlyMap<string, number> {
  const pages = new Map<string, number>()
  let page = 1
  let used = 0
  for (const [index, flow] of flows.entries()) {
    if (index > 0 && flow.beginsPage && used > 0) {
      page++
      used = 0
    }
    const room = bodyHeight(flow, style)
    const blocks = flow.children.map(child => heights.of(child))
    if (flow.columns === 1) [page, used] = fill(blocks, { page, used, room }, pages)
    else {
      // Columns are as high as each other: so much of a page as all of their text is in one column, over their number.
      const all = blocks.map(block => scaled(block, 1 / flow.columns))
      ;[page, used] = fill(all, { page, used, room }, pages)
    }
  }
  return pages
}

function fill(
  blocks: readonly EstimatedHeight[],
  start: { readonly page: number; readonly used: number; readonly room: number },
  pages: Map<string, number>,
): [page: number, used: number] {
  let { page, used } = start
  const turn = () => {
    page++
    used = 0
  }
  blocks.forEach((block, index) => {
    const chain = heightOfChain(blocks, index)
    if (used > 0 && used + chain > start.room && chain <= start.room) turn()
    used += used > 0 ? block.before : 0
    for (const place of block.places) pages.set(place, page)
    for (const piece of block.pieces) {
      if (used > 0 && used + piece > start.room) turn()
      used += piece
    }
    used += block.after
  })
  return [page, used]
}

/** What begins with a block and is kept together: those kept with what follows, and the first lines after them. */
function heightOfChain(blocks: readonly EstimatedHeight[], start: number): number {
  let height = 0
  for (let index = start; index < blocks.length; index++) {
    const { pieces, before, after, keepNext } = blocks[index] ?? {
      pieces: [],
      before: 0,
      after: 0,
      keepNext: false,
    }
    const all = pieces.reduce((sum, piece) => sum + piece, 0)
    height +=
      before + (keepNext ? all + after : pieces.slice(0, LEAST_LINES).reduce((sum, piece) => sum + piece, 0))
    if (!keepNext) return height
  }
  return height
}

/** Fewer lines of a paragraph do not stand on a page. */
const LEAST_LINES = 2

const scaled = ({ pieces, before, after, ...block }: EstimatedHeight, by: number): EstimatedHeight => ({
  ...block,
  pieces: pieces.map(piece => piece * by),
  before: before * by,
  after: after * by,
})

function bodyHeight({ orientation }: PageFlow, { page }: DocumentStyle): number {
  const { width, height, margins } = page
  const tall = orientation === 'landscape' ? Math.min(width, height) : Math.max(width, height)
  return tall - margins.top - margins.bottom
}
