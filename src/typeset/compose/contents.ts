import type { Heading, Inline, TableOfContents } from '../../markup/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import { unformattedText } from '../text/characters.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { headingDestination } from './document-index.js'
import { stackSpaced } from './spaced-nodes.js'

/** Ems kept for the page numbers of a contents list, and for the dots that lead to them. */
const PAGE_NUMBER_ROOM = 3

/** The list of headings with the numbers of their pages. */
export function composeContents(block: TableOfContents, context: ComposeContext): SpacedNode {
  const { sheet, inlines, index } = context
  const settings = sheet.style('contents')
  const base = sheet.textStyle(settings, context.textStyle)
  const elements = new ContentsElements(context.element.add('TOC', block.place))
  const { entries: headings = index.contentsHeadings } = block
  const arranged = block.entries
    ? { columns: 1, width: context.width, gap: 0 }
    : arrangement(headings.length, context)
  const entries = headings.map(entry => {
    const goto = headingDestination(entry.id)
    const textStyle = entry.level === 2 ? { ...base, bold: true } : base
    const indent = entry.level === 2 ? 0 : sheet.ems(settings.indent)
    const room = arranged.width - indent
    const linked = { ...elementAndLang(context, elements.addEntry(entry)), goto }
    const title = [
      ...inlines.runs(inOneStyle(entry.children), textStyle, linked),
      // Separates the title from its page number where a document is read aloud.
      ...inlines.words(' ', block.place, textStyle, linked),
    ]
    const wanted = context.session.measure(title).reduce((sum, word) => sum + word.width, sheet.ems(0.5))
    const width = Math.min(wanted, room - sheet.ems(PAGE_NUMBER_ROOM))
    const number = inlines.words('0', block.place, base, { ...linked, align: 'right', pageOf: goto })
    const node: LayoutNode = {
      kind: 'columns',
      columns: [
        { width, node: { kind: 'paragraph', text: title } },
        { width: room - width, node: { kind: 'paragraph', text: number } },
      ],
      gap: 0,
      keepTogether: true,
      margin: [indent, 0, 0, 0],
    }
    return { node, before: sheet.verticalSpace(settings.gap), after: 0 }
  })
  const { columns, width, gap } = arranged
  const list = stackSpaced(entries)
  return {
    node: columns === 1 ? list : { kind: 'columns', columns: [{ width, node: list }], gap, balance: columns },
    before: sheet.verticalSpace(settings.before),
    after: sheet.verticalSpace(settings.after),
  }
}

/** The columns of a contents list, and how wide they and the gap between them are in points. */
function arrangement(
  entries: number,
  { sheet, width }: ComposeContext,
): { readonly columns: number; readonly width: number; readonly gap: number } {
  const gap = sheet.ems(sheet.style('section.two-columns').gap)
  const half = (width - gap) / 2
  if (entries < LEAST_ENTRIES_IN_COLUMNS || half < sheet.ems(LEAST_COLUMN_EMS))
    return { columns: 1, width, gap }
  return { columns: 2, width: half, gap }
}

/** Fewer entries, and columns narrower than this, are better read one under the other. */
const LEAST_ENTRIES_IN_COLUMNS = 6
const LEAST_COLUMN_EMS = 16

/** An entry is a link as a whole, and in one style: letters and numbers stand out in headings alone. */
const inOneStyle = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap(inline => {
    if (inline.kind === 'reference') return []
    if (inline.kind === 'link' || (inline.kind === 'span' && inline.lang === undefined))
      return inOneStyle(inline.children)
    return inline.kind === 'span'
      ? [{ ...inline, style: undefined, children: inOneStyle(inline.children) }]
      : [inline]
  })

/** The elements of a contents list, entries of the second level in a list of their own. */
class ContentsElements {
  #inner: StructureElement | undefined

  constructor(private readonly list: StructureElement) {}

  /** The link that the words of an entry belong to. */
  addEntry({ level, place, children }: Heading): StructureElement {
    if (level === 2) this.#inner = undefined
    else this.#inner ??= this.list.add('TOC', place)
    const item = (this.#inner ?? this.list).add('TOCI', place)
    return item.add('Reference', place).add('Link', place, { linkDescription: unformattedText(children) })
  }
}
