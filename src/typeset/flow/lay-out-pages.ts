import { present } from '../../diagnostics/index.js'
import type { StackNode } from '../nodes/layout-nodes.js'
import type { DocumentPage, PageSetup } from '../nodes/page.js'
import { type BlockPlaces, BlockRecorder } from './block-rectangles.js'
import { fillPageBefore } from './fill-page.js'
import { PageNotes } from './foot-notes.js'
import { NodeHeights } from './node-heights.js'
import { NodePlacer } from './node-placer.js'
import { PageBuilder, type PageUnderWay } from './page-builder.js'
import type { ParagraphLines } from './paragraph-lines.js'
import { type LackingRoom, placeNotes, roomBelow } from './place-notes.js'
import type { NoteLook } from './split-notes.js'

/** Content on pages of one size. */
export interface DocumentPart {
  readonly setup: PageSetup
  /** Annexes are the last parts of a document. */
  readonly isAnnex: boolean
  /** Pages that lie stand within what is before and after them, which fills its page first. */
  readonly role?: 'turned' | 'rest'
  readonly content: StackNode
}

export interface FlowOptions {
  readonly paragraphs: ParagraphLines
  /** Multiplies the space around and inside nodes. */
  readonly spacing: number
  /** Points by which the first page begins above its top margin. */
  readonly raise: number
  readonly notes: NoteLook
}

/** Pages, and where the blocks of the document are on them. */
export interface LaidOutPages {
  readonly pages: readonly DocumentPage[]
  /** How many of them, the last, are those of annexes. */
  readonly annexPages: number
  readonly places: BlockPlaces
}

/** Lays a composed document out in pages. It is not changed, so that it can be laid out again with other spacing. */
export function layOutPages(
  parts: readonly [DocumentPart, ...DocumentPart[]],
  options: FlowOptions,
): LaidOutPages {
  const heights = new NodeHeights(options.paragraphs, options.spacing)
  const kept = new Map<number, number>()
  for (let layouts = 0; ; ) {
    const { lacking, ...laidOut } = placePages(parts, options, heights, kept)
    const next = lacking.find(({ page, points }) => points > (kept.get(page) ?? 0))
    if (!next || layouts++ === MOST_LAYOUTS) return laidOut
    kept.set(next.page, next.points)
  }
}

/** The most layouts for notes of text that stands beside other text, which has left no room for them. */
const MOST_LAYOUTS = 40

function placePages(
  [first, ...others]: readonly [DocumentPart, ...DocumentPart[]],
  { raise, notes }: FlowOptions,
  heights: NodeHeights,
  kept: ReadonlyMap<number, number>,
): LaidOutPages & { readonly lacking: readonly LackingRoom[] } {
  const builder = new PageBuilder(
    first.setup,
    (setup, before) =>
      new PageNotes(heights, notes, setup, before ? before.notes.restBelow(roomBelow(before)) : []),
    kept,
  )
  const recorder = new BlockRecorder()
  builder.at.y -= raise
  const placerOn = ({ setup }: DocumentPart) =>
    new NodePlacer(builder, heights, recorder, bodyHeightOf(setup))
  placerOn(first).place(first.content)
  let firstAnnexPage = first.isAnnex ? 0 : undefined
  const waiting: DocumentPart[] = [...others]
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    if (part.isAnnex && firstAnnexPage === undefined) {
      endNotes(builder)
      firstAnnexPage = builder.pages.length
    }
    if (part.role === 'turned' && waiting[0]?.role === 'rest' && builder.page.setup === waiting[0].setup)
      part = fillPageBefore(part, waiting, placerOn(waiting[0]))
    builder.beginPage(part.setup)
    placerOn(part).place(part.content)
  }
  const lacking = placeNotes(builder, notes, heights, recorder)
  const pages = builder.finished()
  return { pages, annexPages: pages.length - (firstAnnexPage ?? pages.length), places: recorder, lacking }
}

/** Adds the pages that notes go on to before the first annex: what the body of a document says counts as its own. */
function endNotes(builder: PageBuilder): void {
  const restOf = (page: PageUnderWay) =>
    page.notes.restBelow(roomBelow(page)).reduce((sum, { lines }) => sum + lines.length, 0)
  let page = present(builder.pages.at(-1), 'last page')
  for (let rest = restOf(page), before = Infinity; rest > 0 && rest < before; ) {
    page = builder.appendPage(page.setup)
    before = rest
    rest = restOf(page)
  }
}

const bodyHeightOf = ({ height, margins }: PageSetup): number => height - margins.top - margins.bottom
