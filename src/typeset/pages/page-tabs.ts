import type { Place } from '../../diagnostics/index.js'
import type { InlineComposer } from '../compose/inlines.js'
import { unbrokenLines } from '../lines/break-lines.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { DocumentPage, PageItem } from '../nodes/page.js'
import { LAYOUT_ARTIFACT } from '../nodes/structure-element.js'
import type { StyleSheet } from '../theme/style-sheet.js'

/** A mark at the edge of all pages of a document, lower with each document of a file. */
export interface PageTab {
  readonly text: string
  /** Documents before it. */
  readonly index: number
}

/** Points: the size of a tab, from one to the next, and what it leaves of the margin. */
const TAB = { width: 22, height: 24, pitch: 28, clear: 4, size: 11 }

/** Sets tabs at the right edge of pages. */
export class PageTabs {
  constructor(
    private readonly place: Place | undefined,
    private readonly inlines: InlineComposer,
    private readonly sheet: StyleSheet,
    private readonly session: TypesetSession,
  ) {}

  addTo(pages: readonly DocumentPage[], tab: PageTab): DocumentPage[] {
    return pages.map(page => ({ ...page, items: [...page.items, ...this.#items(page, tab)] }))
  }

  #items({ pageSize, pageMargins }: DocumentPage, { text, index }: PageTab): PageItem[] {
    const { place, sheet } = this
    if (!place) return []
    const w = Math.min(TAB.width, pageMargins.right - TAB.clear)
    const rows = Math.max(1, Math.floor((pageSize.height - pageMargins.top - pageMargins.bottom) / TAB.pitch))
    const x = pageSize.width - w
    const y = pageMargins.top + (index % rows) * TAB.pitch
    const style = {
      ...sheet.textStyle(sheet.style('running'), sheet.baseTextStyle),
      ...{ size: TAB.size, bold: true, colour: sheet.colour('paper') },
    }
    const words = this.session.measure(this.inlines.words(text, place, style, { element: LAYOUT_ARTIFACT }))
    const ground: PageItem = {
      type: 'vector',
      item: {
        type: 'rect',
        x,
        y,
        w,
        h: TAB.height,
        lineWidth: 0,
        color: sheet.colour('accent'),
        artifact: LAYOUT_ARTIFACT,
      },
    }
    return [
      ground,
      ...unbrokenLines(words).map((line): PageItem => {
        const at = { x: x + (w - line.width) / 2, y: y + (TAB.height - line.height) / 2 + line.halfLeading }
        return {
          type: 'line',
          item: { line, ...at, anchors: [], outline: undefined, repeated: false, block: undefined },
        }
      }),
    ]
  }
}
