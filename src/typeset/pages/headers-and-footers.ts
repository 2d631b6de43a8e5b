import type { Place } from '../../diagnostics/index.js'
import type { Banner } from '../../edition/index.js'
import type { Document } from '../../markup/index.js'
import type { InlineComposer } from '../compose/inlines.js'
import { breakIntoLines } from '../lines/break-lines.js'
import { breakUnits } from '../lines/break-units.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { Line } from '../nodes/line.js'
import type { DocumentPage, PageItem, PageSetup } from '../nodes/page.js'
import {
  type Artifact,
  FOOTER_ARTIFACT,
  HEADER_ARTIFACT,
  type StructureElement,
} from '../nodes/structure-element.js'
import { directionOf } from '../text/direction.js'
import type { StyleSheet, TextStyle } from '../theme/style-sheet.js'
import {
  type BannerBox,
  bannerHeight,
  bannerPositions,
  bannerRows,
  bannerScale,
  bannerStyle,
  baselineInBanner,
  baselineOfRow,
  heightOfRows,
  topsOfRows,
} from './banner.js'
import { footLines, headLines, numberOfPage, type RunningLines, type RunningSetter } from './running-lines.js'
import {
  footDistance,
  headDistance,
  marginsAround,
  mastheadRaise,
  PAPER_EDGE,
  type RunningSizes,
  ruleDistance,
} from './running-space.js'

/** Share of a page's height that its running head may take. */
const HIGHEST_HEAD = 1 / 6

type Edge = 'top' | 'bottom'
/** The elements of markings that are a part of the document, by their places among its markings; all others are artifacts. */
type TaggedMarkings = ReadonlyMap<number, StructureElement>
const NONE_TAGGED: TaggedMarkings = new Map()

/** Sets the headers and footers of pages: how much room they need, and, once the pages are laid out, they themselves. */
export class HeadersAndFooters {
  readonly #style: TextStyle
  readonly #bannerBase: TextStyle
  readonly #sizes: RunningSizes
  readonly #place: Place | undefined
  /** The pages will be mirrored, but a marking stands at the side that its scheme says. */
  readonly #mirrored: boolean

  constructor(
    private readonly document: Document,
    private readonly inlines: InlineComposer,
    sheet: StyleSheet,
    private readonly session: TypesetSession,
  ) {
    this.#style = sheet.textStyle(sheet.style('running'), sheet.baseTextStyle)
    this.#bannerBase = sheet.textStyle(sheet.style('banner'), sheet.baseTextStyle)
    this.#sizes = {
      body: sheet.baseTextStyle.size,
      running: this.#style.size,
      rule: sheet.theme.rules.hair,
    }
    this.#place = document.blocks[0]?.place
    this.#mirrored = directionOf(document.lang) === 'rtl'
  }

  /** A page with margins wide enough for what stands in them. */
  withRoom(setup: PageSetup): PageSetup {
    const width = setup.width - setup.margins.left - setup.margins.right
    const head = { banners: this.#banners('top', width), lines: this.#head(setup) }
    const foot = {
      banners: this.#banners('bottom', width),
      lines: this.#foot(width, numberOfPage(this.document.running.page_of, '1', '1')),
    }
    return { ...setup, margins: marginsAround(setup.margins, { head, foot }, this.#sizes) }
  }

  /** Points by which a masthead begins above the top margin of its page. */
  raiseOn(setup: PageSetup): number {
    return mastheadRaise(this.#sizes, this.#head(setup))
  }

  /**
   * Adds what stands at the edges of pages, of which there are `total` in their file, and some `before` these. `markings` are
   * the elements of the markings, which come first on the first page.
   */
  addTo(
    pages: readonly DocumentPage[],
    markings: readonly StructureElement[],
    { before, total }: { readonly before: number; readonly total: number },
  ): DocumentPage[] {
    return pages.map((page, index) => {
      const [atTop, atBottom] = index === 0 ? this.#tagged(markings) : [NONE_TAGGED, NONE_TAGGED]
      const top = this.#bannerItems(page, 'top', atTop)
      const bottom = this.#bannerItems(page, 'bottom', atBottom)
      const number = numberOfPage(this.document.running.page_of, String(before + index + 1), String(total))
      const running = [...(index === 0 ? [] : this.#header(page)), ...this.#footer(page, number)]
      const first = [...(atTop.size > 0 ? top : []), ...(atBottom.size > 0 ? bottom : [])]
      const last = [...(atTop.size > 0 ? [] : top), ...running, ...(atBottom.size > 0 ? [] : bottom)]
      return { ...page, items: [...first, ...page.items, ...last] }
    })
  }

  /** The elements of markings by the edge of the first page at which each stands first. */
  #tagged(markings: readonly StructureElement[]): readonly [TaggedMarkings, TaggedMarkings] {
    const [top, bottom] = [new Map<number, StructureElement>(), new Map<number, StructureElement>()]
    for (const [index, { position }] of this.document.banners.entries()) {
      const element = markings[index]
      if (element) (position === 'bottom' ? bottom : top).set(index, element)
    }
    return [top, bottom]
  }

  #header(page: DocumentPage): PageItem[] {
    const { pageSize, pageMargins: margins } = page
    const lines = this.#head({ ...pageSize, margins })
    const body = margins.top
    return [
      ...runningItems(lines, page, body - headDistance(this.#sizes, lines)),
      this.#rule(page, body - ruleDistance(this.#sizes) - this.#sizes.rule, HEADER_ARTIFACT),
    ]
  }

  #footer(page: DocumentPage, number: string): PageItem[] {
    const body = page.pageSize.height - page.pageMargins.bottom
    const lines = this.#foot(widthOf(page), number)
    return [
      this.#rule(page, body + ruleDistance(this.#sizes), FOOTER_ARTIFACT),
      ...runningItems(lines, page, body + footDistance(this.#sizes)),
    ]
  }

  #head({ width, height, margins: { left, right } }: PageSetup): RunningLines {
    const setter = this.#setter(HEADER_ARTIFACT)
    return headLines(this.document.running, width - left - right, height * HIGHEST_HEAD, setter)
  }

  #foot(width: number, number: string): RunningLines {
    return footLines(this.document.running, width, number, this.#setter(FOOTER_ARTIFACT))
  }

  #setter(artifact: Artifact): RunningSetter {
    const runs = (text: string) => this.#runs(text, this.#style, { element: artifact })
    return {
      gap: this.#style.size * 2,
      widthOf: text => this.session.measure(runs(text)).reduce((sum, word) => sum + word.width, 0),
      lines: (text, width, even = false) =>
        breakIntoLines(breakUnits(this.session.measure(runs(text))), width, { balanced: even }),
    }
  }

  /** The markings that stand at an edge of pages of a width, in rows from the top. */
  #banners(edge: Edge, width: number, tagged: TaggedMarkings = NONE_TAGGED): BannerBox[][] {
    const { banners } = this.document
    const shown = banners.flatMap((banner, index) =>
      banner.position === edge || banner.position === 'both' ? [{ banner, index }] : [],
    )
    const artifact = edge === 'top' ? HEADER_ARTIFACT : FOOTER_ARTIFACT
    const setAll = (scale: number) =>
      shown.map(({ banner, index }) =>
        this.#bannerBox(banner, index, { element: tagged.get(index) ?? artifact }, width, scale),
      )
    const scale = bannerScale(
      setAll(1).map(box => box.width),
      width,
    )
    return bannerRows(scale < 1 ? setAll(scale) : setAll(1), width)
  }

  #bannerBox(
    banner: Banner,
    index: number,
    around: { readonly element: StructureElement | Artifact },
    available: number,
    scale: number,
  ): BannerBox {
    const set = bannerStyle(banner, this.#bannerBase, scale)
    const { text, lang = this.document.lang, align } = banner
    const words = this.session.measure(this.#runs(text, set.style, { ...around, lang }))
    const lines = breakIntoLines(breakUnits(words), available - 2 * set.pad)
    const width = Math.max(0, ...lines.map(line => line.width)) + 2 * set.pad
    return { ...set, index, align, lines, width, height: bannerHeight(set, lines.length) }
  }

  /** Markings in their places, the schemes' sides kept where a page is mirrored: a TLP label stays at the right. */
  #bannerItems(page: DocumentPage, edge: Edge, tagged: TaggedMarkings): PageItem[] {
    const available = widthOf(page)
    const rows = this.#banners(edge, available, tagged)
    const artifact = edge === 'top' ? HEADER_ARTIFACT : FOOTER_ARTIFACT
    const first = edge === 'top' ? PAPER_EDGE : page.pageSize.height - PAPER_EDGE - heightOfRows(rows)
    const tops = topsOfRows(rows)
    return rows.flatMap((row, rowIndex) => {
      const y = first + (tops[rowIndex] ?? 0)
      const baseline = y + baselineOfRow(row)
      const starts = bannerPositions(row, available)
      return row.flatMap((box, index) => {
        const start = starts[index] ?? 0
        const x = page.pageMargins.left + (this.#mirrored ? available - start - box.width : start)
        return bannerBoxItems(box, x, baseline, artifact)
      })
    })
  }

  #rule(page: DocumentPage, y: number, artifact: Artifact): PageItem {
    const { rule: h } = this.#sizes
    const item = { type: 'rect', x: page.pageMargins.left, y, w: widthOf(page), h, lineWidth: 0 } as const
    return { type: 'vector', item: { ...item, color: this.#style.colour, artifact } }
  }

  #runs(
    text: string,
    style: TextStyle,
    around: { readonly element: StructureElement | Artifact; readonly lang?: string },
  ) {
    return this.#place && text ? this.inlines.words(text, this.#place, style, around) : []
  }
}

const widthOf = ({ pageSize, pageMargins }: DocumentPage): number =>
  pageSize.width - pageMargins.left - pageMargins.right

/** A marking whose first line has its baseline at `first`. */
function bannerBoxItems(box: BannerBox, x: number, first: number, artifact: Artifact): PageItem[] {
  const { background, width, height, lines, pad, style } = box
  const y = first - baselineInBanner(box)
  const ground = { type: 'rect', x, y, w: width, h: height, lineWidth: 0, artifact } as const
  const words = lines.map((line, index) => lineAt(line, x + pad, first + index * style.leading - line.ascent))
  return background ? [{ type: 'vector', item: { ...ground, color: background } }, ...words] : words
}

function runningItems({ left, right }: RunningLines, page: DocumentPage, top: number): PageItem[] {
  const [start, end] = [page.pageMargins.left, page.pageSize.width - page.pageMargins.right]
  return [...linesFrom(left, top, () => start), ...linesFrom(right, top, ({ width }) => end - width)]
}

function linesFrom(lines: readonly Line[], top: number, xOf: (line: Line) => number): PageItem[] {
  let y = top
  return lines.map(line => {
    const item = lineAt(line, xOf(line), y + line.halfLeading)
    y += line.height
    return item
  })
}

const lineAt = (line: Line, x: number, y: number): PageItem => ({
  type: 'line',
  item: { line, x, y, anchors: [], outline: undefined, repeated: false, block: undefined },
})
