import type { Place } from '../../diagnostics/index.js'
import type { Document } from '../../markup/index.js'
import { directionOf } from '../compose/direction.js'
import type { InlineComposer } from '../compose/inlines.js'
import type { Fonts } from '../fonts/open-fonts.js'
import { breakLines } from '../layout/lines.js'
import { measureRuns } from '../layout/measure.js'
import type { Run } from '../layout/nodes.js'
import type { LaidPage, PageItem, PageMargins } from '../pdfmake-classes.js'
import { FOOTER, HEADER } from '../tags/tag.js'
import type { Look, Sheet } from '../theme/sheet.js'
import { bannerOf } from './banner.js'

/** Points that header and footer take of the margins, with and without a banner. */
const WITH_BANNER = 62
const WITHOUT_BANNER = 44
/** Points from the body to the baseline of the running line, to its rule, and to the banner's baseline. */
const LINE_AWAY = { header: 15, footer: 21 }
const RULE_AWAY = { header: 9, footer: 9 }
const BANNER_AWAY = { header: 37, footer: 45 }

/** Points by which a masthead begins higher than a body below a running header. */
export const HEADER_ROOM = 19

/** Margins wide enough for the running lines, and for the marking where there is one. */
export function runningMargins(margins: PageMargins, marked: boolean): PageMargins {
  const least = marked ? WITH_BANNER : WITHOUT_BANNER
  return { ...margins, top: Math.max(margins.top, least), bottom: Math.max(margins.bottom, least) }
}

/** What every page says above and below its body. */
export class Running {
  readonly #look: Look
  readonly #place: Place | undefined
  /** The page will be mirrored, but a label that the protocol wants at the right stands there. */
  readonly #mirrored: boolean
  /** What is being set: no part of the document, but of each page. */
  #kind = HEADER

  constructor(
    private readonly document: Document,
    private readonly inlines: InlineComposer,
    private readonly sheet: Sheet,
    private readonly fonts: Fonts,
  ) {
    this.#look = sheet.look(sheet.style('running'), sheet.root)
    this.#place = document.blocks[0]?.place
    this.#mirrored = directionOf(document.lang) === 'rtl'
  }

  addTo(pages: readonly LaidPage[]): void {
    pages.forEach((page, index) => {
      page.items.push(...this.#header(page, index), ...this.#footer(page, index, pages.length))
    })
  }

  #header(page: LaidPage, index: number): PageItem[] {
    this.#kind = HEADER
    const body = page.pageMargins.top
    const banner = this.#banner(page, body - BANNER_AWAY.header)
    if (index === 0) return banner
    const { left, right } = this.document.running
    const line = this.#pair(left, right, page, body - LINE_AWAY.header)
    return [...banner, ...line, this.#rule(page, body - RULE_AWAY.header)]
  }

  #footer(page: LaidPage, index: number, count: number): PageItem[] {
    this.#kind = FOOTER
    const body = page.pageSize.height - page.pageMargins.bottom
    const { note, page_of } = this.document.running
    const number = page_of.replace('{page}', String(index + 1)).replace('{pages}', String(count))
    return [
      this.#rule(page, body + RULE_AWAY.footer),
      ...this.#pair(note ?? '', number, page, body + LINE_AWAY.footer),
      ...this.#banner(page, body + BANNER_AWAY.footer),
    ]
  }

  /** Words at the left and at the right; the longer of the two gives way. */
  #pair(left: string, right: string, page: LaidPage, baseline: number): PageItem[] {
    const width = page.pageSize.width - page.pageMargins.left - page.pageMargins.right
    const widths = [left, right].map(text => this.#widthOf(text))
    const [leftWidth = 0, rightWidth = 0] = widths
    const gap = this.#look.size * 2
    const roomLeft = Math.max(width - gap - rightWidth, Math.min(leftWidth, (width - gap) / 2))
    const roomRight = width - gap - Math.min(leftWidth, roomLeft)
    const end = page.pageMargins.left + width
    return [
      ...this.#line(this.#shortened(left, roomLeft), this.#look, page.pageMargins.left, baseline),
      ...this.#line(this.#shortened(right, roomRight), { ...this.#look, align: 'right' }, end, baseline),
    ]
  }

  #banner(page: LaidPage, baseline: number): PageItem[] {
    if (!this.document.banner) return []
    const { sheet } = this
    const { text, look, align, ground } = bannerOf(
      this.document.banner,
      sheet.look(sheet.style('banner'), sheet.root),
    )
    const { left, right } = page.pageMargins
    const pad = ground ? look.size * 0.45 : 0
    const width = this.#widthOf(text, look)
    const end = this.#mirrored ? left + pad + width : page.pageSize.width - right - pad
    const x = align === 'right' ? end : left + (page.pageSize.width - left - right) / 2
    const line = this.#line(text, { ...look, align }, x, baseline)
    return ground ? [this.#ground(ground, width, end, baseline, look.size, pad), ...line] : line
  }

  #ground(color: string, width: number, end: number, baseline: number, size: number, pad: number): PageItem {
    const top = baseline - size * 0.66 - pad
    const item = {
      type: 'rect',
      x: end - width - pad,
      y: top,
      w: width + 2 * pad,
      h: size * 0.66 + 2 * pad,
    } as const
    return { type: 'vector', item: { ...item, color, lineWidth: 0, artifact: this.#kind } }
  }

  #rule(page: LaidPage, y: number): PageItem {
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
        color: this.#look.colour,
        artifact: this.#kind,
      },
    }
  }

  #line(text: string, look: Look & { align?: Run['align'] }, x: number, baseline: number): PageItem[] {
    const [line] = breakLines(measureRuns(this.#runs(text, look), this.fonts), Number.POSITIVE_INFINITY)
    if (!line) return []
    const shift = look.align === 'right' ? line.getWidth() : look.align === 'center' ? line.getWidth() / 2 : 0
    return [
      { type: 'line', item: Object.assign(line, { x: x - shift, y: baseline - line.getAscenderHeight() }) },
    ]
  }

  #runs(text: string, look: Look): Run[] {
    return this.#place && text ? this.inlines.words(text, this.#place, look, { tag: this.#kind }) : []
  }

  #widthOf(text: string, look = this.#look): number {
    return measureRuns(this.#runs(text, look), this.fonts).reduce((sum, word) => sum + word.width, 0)
  }

  #shortened(text: string, room: number): string {
    if (this.#widthOf(text) <= room) return text
    const words = text.split(' ')
    for (let count = words.length - 1; count > 0; count--) {
      const shorter = `${words.slice(0, count).join(' ')}…`
      if (this.#widthOf(shorter) <= room) return shorter
    }
    return ''
  }
}
