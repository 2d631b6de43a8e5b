import type { Report } from '../../diagnostics/index.js'
import { attributeOf, type HtmlElement, type HtmlNode, isWhitespace } from '../html/html-node.js'
import { PAGE_CLASSES, type PageClass } from '../html/vocabulary.js'

/** The pages of its own that a section stands on, if its class says so. */
export function pageClassOf(element: HtmlElement): PageClass | undefined {
  if (element.name !== 'section') return undefined
  const style = attributeOf(element, 'class')
  return PAGE_CLASSES.find(name => name === style)
}

/** Reports what would begin a page where none can begin, and what would stand outside the page limit unasked. */
export function checkPages(nodes: readonly HtmlNode[], report: Report): void {
  checkPageBreaks(nodes, undefined, report)
  const shown = nodes.filter(node => !isWhitespace(node))
  const isAnnexElement = (node: HtmlNode) => node.name !== undefined && pageClassOf(node) === 'annex'
  const first = shown.findIndex(isAnnexElement)
  const late = first === -1 ? undefined : shown.slice(first).find(node => !isAnnexElement(node))
  if (!late) return
  const what = late.name === undefined ? 'text' : `\`${late.name}\``
  report(
    'misplaced-element',
    late.place,
    `${what} follows an annex`,
    'put it before the annexes, which end a document and are outside its page limit',
  )
}

/** A page is broken between blocks that follow one another; `within` is what keeps these beside others, or in a frame. */
function checkPageBreaks(nodes: readonly HtmlNode[], within: string | undefined, report: Report): void {
  for (const node of nodes) {
    if (node.name === undefined) continue
    if (node.name === 'page-break' && within !== undefined)
      report(
        'misplaced-element',
        node.place,
        `no page can begin in \`${within}\``,
        'put `page-break` between the blocks of the template, or of a section without columns or frame',
      )
    checkPageBreaks(node.children, within ?? holderOf(node), report)
  }
}

function holderOf(element: HtmlElement): string | undefined {
  const style = attributeOf(element, 'class')
  if (element.name !== 'section') return element.name
  return style !== undefined && HOLDING_CLASSES.has(style) ? `section class="${style}"` : undefined
}

/** Classes of sections with a frame around their blocks, or with columns. */
const HOLDING_CLASSES: ReadonlySet<string> = new Set(['box', 'two-columns', 'fine'])
