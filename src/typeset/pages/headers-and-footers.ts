import type { Place } from '../../diagnostics/index.js'
import type { Document } from '../../markup/index.js'
import type { InlineComposer } from '../compose/inlines.js'
import { unbrokenLines } from '../lines/break-lines.js'
import { mayBeTall } from '../lines/measure-ink.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { InkRoom } from '../nodes/ink-room.js'
import type { DocumentPage, PageItem } from '../nodes/page.js'
import type { TextRun } from '../nodes/paragraph.js'
import type { PdfmakeMargins } from '../nodes/pdfmake-classes.js'
import { FOOTER_ARTIFACT, HEADER_ARTIFACT } from '../nodes/structure-element.js'
import { directionOf } from '../text/direction.js'
import type { StyleSheet, TextStyle } from '../theme/style-sheet.js'
import { bannerPositions, bannerScale, bannerStyle } from './banner.js'

/** Points that a header or a footer needs, with and without a banner. */
const LEAST_MARGIN_WITH_BANNER = 62
const LEAST_MARGIN = 44
/** Points from the body to the baseline of the text, to its rule, and to the banner's baseline. */
const TEXT_DISTANCE = { header: 15, footer: 21 }
const RULE_DISTANCE = { header: 9, footer: 9 }
const BANNER_DISTANCE = { header: 37, footer: 45 }

/** Points by which a masthead begins above the top margin, as the first page has no header. */
export const MASTHEAD_RAISE = 19

/** Margins wide enough for headers and footers, and for the banner where there is one. */
export function marginsForRunningText(margins: PdfmakeMargins, marked: boolean): PdfmakeMargins {
  const least = marked ? LEAST_MARGIN_WITH_BANNER : LEAST_MARGIN
  return { ...margins, top: Math.max(margins.top, least), bottom: Math.max(margins.bottom, least) }
}

/** Sets the headers and footers of pages that are laid out. */
export class HeadersAndFooters {
  readonly #style: TextStyle
  readonly #place: Place | undefined
  /** The pages will be mirrored, but a marking stands at the side that its scheme says. */
  readonly #mirrored: boolean
  /** The kind of artifact that is being set. */
  #artifact = HEADER_ARTIFACT

  constructor(
    private readonly document: Document,
    private readonly inlines: InlineComposer,
    private readonly sheet: StyleSheet,
    private readonly session: TypesetSession,
  ) {
    this.#style = sheet.textStyle(sheet.style('running'), sheet.baseTextStyle)
    this.#place = document.blocks[0]?.place
    this.#mirrored = directionOf(document.lang) === 'rtl'
  }

  addTo(pages: readonly DocumentPage[]): DocumentPage[] {
    return pages.map((page, index) => {
      const added = [...this.#header(page, index), ...this.#footer(page, index, pages.length)]
      return { ...page, items: [...page.items, ...added] }
    })
  }

  #header(page: DocumentPage, index: number): PageItem[] {
    this.#artifact = HEADER_ARTIFACT
    const body = page.pageMargins.top
    const banner = this.#banners(page, body - BANNER_DISTANCE.header, 'top')
    if (index === 0) return banner
    const { left, right } = this.document.running
    const distance = TEXT_DISTANCE.header + this.#excess('below', [left, right], 'header')
    const line = this.#pair(left, right, page, body - distance)
    return [...banner, ...line, this.#rule(page, body - RULE_DISTANCE.header)]
  }

  #footer(page: DocumentPage, index: number, count: number): PageItem[] {
    this.#artifact = FOOTER_ARTIFACT
    const body = page.pageSize.height - page.pageMargins.bottom
    const { note, page_of } = this.document.running
    const number = page_of.replace('{page}', String(index + 1)).replace('{pages}', String(count))
    const distance = TEXT_DISTANCE.footer + this.#excess('above', [note ?? '', number], 'footer')
    return [
      this.#rule(page, body + RULE_DISTANCE.footer),
      ...this.#pair(note ?? '', number, page, body + distance),
      ...this.#banners(page, body + BANNER_DISTANCE.footer, 'bottom'),
    ]
  }

  /** Points by which high or deep letters would reach beyond the rule. */
  #excess(side: keyof InkRoom, texts: readonly string[], at: keyof typeof TEXT_DISTANCE): number {
    const words = texts.filter(mayBeTall).flatMap(text => this.session.measure(this.#runs(text, this.#style)))
    const needed = Math.max(0, ...words.map(({ inkRoom }) => inkRoom?.[side] ?? 0))
    return Math.max(0, needed - (TEXT_DISTANCE[at] - RULE_DISTANCE[at]))
  }

  /** Text at the left and at the right; the longer of the two is shortened. */
  #pair(left: string, right: string, page: DocumentPage, baseline: number): PageItem[] {
    const width = page.pageSize.width - page.pageMargins.left - page.pageMargins.right
    const widths = [left, right].map(text => this.#widthOf(text))
    const [leftWidth = 0, rightWidth = 0] = widths
    const gap = this.#style.size * 2
    const availableLeft = Math.max(width - gap - rightWidth, Math.min(leftWidth, (width - gap) / 2))
    const availableRight = width - gap - Math.min(leftWidth, availableLeft)
    const end = page.pageMargins.left + width
    return [
      ...this.#line(this.#shortened(left, availableLeft), this.#style, page.pageMargins.left, baseline),
      ...this.#line(
        this.#shortened(right, availableRight),
        { ...this.#style, align: 'right' },
        end,
        baseline,
      ),
    ]
  }

  /** The markings that stand at an edge, the schemes' sides kept where a page is mirrored: a TLP label stays at the right. */
  #banners(page: DocumentPage, baseline: number, edge: 'top' | 'bottom'): PageItem[] {
    const { sheet } = this
    const base = sheet.textStyle(sheet.style('banner'), sheet.baseTextStyle)
    const { left, right } = page.pageMargins
    const available = page.pageSize.width - left - right
    const shown = this.document.banners.filter(({ position }) => position === edge || position === 'both')
    const setAll = (scale: number) =>
      shown.map(banner => {
        const set = bannerStyle(banner, base, scale)
        return { ...set, align: banner.align, width: this.#widthOf(set.text, set.style) + 2 * set.pad }
      })
    const widths = setAll(1).map(({ width }) => width)
    const boxes = setAll(bannerScale(widths, available))
    const starts = bannerPositions(boxes, available)
    return boxes.flatMap(({ text, style, background, pad, width }, index) => {
      const start = starts[index] ?? 0
      const x = left + (this.#mirrored ? available - start - width : start)
      const line = this.#line(text, style, x + pad, baseline)
      return background ? [this.#background(background, x, width, baseline, style.size, pad), ...line] : line
    })
  }

  #background(
    color: string,
    x: number,
    width: number,
    baseline: number,
    size: number,
    pad: number,
  ): PageItem {
    const top = baseline - size * 0.66 - pad
    const item = { type: 'rect', x, y: top, w: width, h: size * 0.66 + 2 * pad } as const
    return { type: 'vector', item: { ...item, color, lineWidth: 0, artifact: this.#artifact } }
  }

  #rule(page: DocumentPage, y: number): PageItem {
    const { left, right } = page.pageMargins
    const { hair } = this.sheet.theme.rules
    const w = page.pageSize.width - left - right
    return {
      type: 'vector',
      item: {
        type: 'rect',
        x: left,
        y,
        w,
        h: hair,
        lineWidth: 0,
        color: this.#style.colour,
        artifact: this.#artifact,
      },
    }
  }

  #line(
    text: string,
    style: TextStyle & { align?: TextRun['align'] },
    x: number,
    baseline: number,
  ): PageItem[] {
    const [line] = unbrokenLines(this.session.measure(this.#runs(text, style)))
    if (!line) return []
    const shift = style.align === 'right' ? line.width : style.align === 'center' ? line.width / 2 : 0
    const item = { line, x: x - shift, y: baseline - line.ascent }
    return [
      {
        type: 'line',
        item: { ...item, anchors: [], outline: undefined, repeated: false, block: undefined },
      },
    ]
  }

  #runs(text: string, style: TextStyle): TextRun[] {
    return this.#place && text
      ? this.inlines.words(text, this.#place, style, { element: this.#artifact })
      : []
  }

  #widthOf(text: string, style = this.#style): number {
    return this.session.measure(this.#runs(text, style)).reduce((sum, word) => sum + word.width, 0)
  }

  #shortened(text: string, available: number): string {
    if (this.#widthOf(text) <= available) return text
    const words = text.split(' ')
    for (let count = words.length - 1; count > 0; count--) {
      const shorter = `${words.slice(0, count).join(' ')}…`
      if (this.#widthOf(shorter) <= available) return shorter
    }
    return ''
  }
}
