import type { Report } from '../../diagnostics/index.js'
import type {
  Aside,
  Block,
  Columns,
  Contents,
  Document,
  Heading,
  Inline,
  Section,
} from '../../markup/index.js'
import type { Fonts } from '../fonts/open-fonts.js'
import { measureRuns } from '../layout/measure.js'
import type { LayoutNode, Stack } from '../layout/nodes.js'
import { isStack } from '../layout/nodes.js'
import { ContentsTags } from '../tags/contents-tags.js'
import { headingLevels } from '../tags/heading-levels.js'
import { Tag } from '../tags/tag.js'
import type { Sheet } from '../theme/sheet.js'
import { type Context, type Flowed, ofBlock } from './context.js'
import { diagram } from './diagrams.js'
import { anchor, printsAnything, stackOf } from './flow.js'
import type { InlineComposer } from './inlines.js'
import { headingOf } from './inlines.js'
import { definitions, list, sources } from './lists.js'
import { plainText } from './plain-text.js'
import { table } from './tables.js'
import { box, figure, heading, masthead, paragraph, quotation, rule } from './text-blocks.js'
import { visitBlocks, visitInlines } from './visit.js'

export interface Composing {
  readonly sheet: Sheet
  readonly inlines: InlineComposer
  readonly fonts: Fonts
  readonly report: Report
  /** Points: the body of a page. */
  readonly body: { readonly width: number; readonly height: number }
  readonly images: Context['images']
}

/** The nodes that are laid out in pages, and the elements that their words and pictures belong to. */
export interface Composed {
  readonly content: Stack
  readonly root: Tag
}

/** Turns a document into the tree of nodes that is laid out in pages, and the tree of its structure. */
export function compose(document: Document, composing: Composing): Composed {
  const root = new Tag('Document', document.blocks[0]?.place)
  const mentioned = mentionedSources(document)
  const context: Context = {
    ...composing,
    look: composing.sheet.root,
    tag: root,
    lang: document.lang,
    levels: headingLevels(document.blocks),
    width: composing.body.width,
    bodyHeight: composing.body.height,
    masthead: false,
    headings: contentsHeadings(document),
    blocks: (blocks, inner) =>
      blocks.flatMap(block =>
        composeBlock(block, inner, mentioned).filter(({ node }) => printsAnything(node)),
      ),
  }
  return { content: stackOf(context.blocks(document.blocks, context)), root }
}

function mentionedSources(document: Document): ReadonlySet<string> {
  const mentioned = new Set<string>()
  visitInlines(document.blocks, (inline: Inline) => {
    if (inline.kind === 'reference' && inline.first) mentioned.add(inline.source)
  })
  return mentioned
}

function contentsHeadings(document: Document): Heading[] {
  const headings: Heading[] = []
  visitBlocks(document.blocks, block => {
    if (block.kind !== 'heading' || (block.level !== 2 && block.level !== 3)) return
    if (plainText(block.children) !== '') headings.push(block)
  })
  return headings
}

function composeBlock(block: Block, context: Context, mentioned: ReadonlySet<string>): Flowed[] {
  switch (block.kind) {
    case 'section':
      return section(block, context)
    case 'heading':
      return [heading(block, context)]
    case 'paragraph':
      return [paragraph(block, context)]
    case 'list':
      return [list(block, context)]
    case 'definitions':
      return [definitions(block, context)]
    case 'table':
      return [table(block, context)]
    case 'quotation':
      return [quotation(block, context)]
    case 'figure':
      return figure(block, context)
    case 'diagram':
      return diagram(block, context)
    case 'aside':
      return [aside(block, context)]
    case 'masthead':
      return [masthead(block, context)]
    case 'columns':
      return [columns(block, context)]
    case 'rule':
      return [rule(block, context)]
    case 'contents':
      return [contents(block, context)]
    case 'sources':
      return [sources(block, context, mentioned)]
  }
}

function aside(block: Aside, context: Context): Flowed {
  const tag = context.tag.add('Sect', block.place)
  return box(block.children, context.sheet.styled('aside', block.style), { ...context, tag }, true)
}

/** A plain section is only its content; space around it is that of its first and last block, or the section's own. */
function section(block: Section, context: Context): Flowed[] {
  const flowed = sectionContent(block, { ...context, tag: context.tag.add('Sect', block.place) })
  const [first] = flowed
  if (first && block.id) anchor(first.node, headingOf(block.id))
  return flowed
}

function sectionContent(block: Section, context: Context): Flowed[] {
  const { sheet } = context
  if (block.style === 'box') return [box(block.children, sheet.style('section.box'), context, false)]
  if (block.style === 'two-columns') return twoColumns(block, context)
  const { before, after } = sheet.style('section')
  const flowed = context.blocks(block.children, context)
  return flowed.map((item, index) => ({
    node: item.node,
    before: index === 0 ? Math.max(item.before, sheet.space(before)) : item.before,
    after: index === flowed.length - 1 ? Math.max(item.after, sheet.space(after)) : item.after,
  }))
}

/** Headings of the section stay over both columns, if they come first. */
function twoColumns(block: Section, context: Context): Flowed[] {
  const { sheet } = context
  const settings = sheet.style('section.two-columns')
  const first = block.children.findIndex(child => child.kind !== 'heading')
  const start = first === -1 ? block.children.length : first
  const [over, under] = [block.children.slice(0, start), block.children.slice(start)]
  const gap = sheet.ems(settings.gap)
  const width = (context.width - gap) / 2
  const only = { ...stackOf(context.blocks(under, { ...context, width })), width }
  const node: LayoutNode = { columns: [only], columnGap: gap, balance: 2 }
  const around = { before: sheet.space(settings.before), after: sheet.space(settings.after) }
  return [...context.blocks(over, context), { node, ...around }]
}

function columns(block: Columns, context: Context): Flowed {
  const { sheet } = context
  const settings = sheet.style('columns')
  const gap = sheet.ems(settings.gap)
  const room = context.width - gap * (block.columns.length - 1)
  const shares = block.columns.map((_, index) => block.widths[index] ?? 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const nodes = block.columns.map((children, index) => {
    const width = (room * (shares[index] ?? 1)) / total
    return Object.assign(alone(stackOf(context.blocks(children, { ...context, width }))), { width })
  })
  const node: LayoutNode = { columns: nodes, columnGap: gap, equal: true }
  return { node, before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** A frame that fills a column is the column, so that neighbours can be drawn equally high. */
function alone(stack: Stack): Stack {
  const [only, ...others] = stack.stack
  return only && others.length === 0 && isStack(only) && only.frame ? only : stack
}

/** Ems kept for the page numbers of a contents list, and for the dots that lead to them. */
const NUMBER_WIDTH = 3

function contents(block: Contents, context: Context): Flowed {
  const { sheet, inlines, headings } = context
  const settings = sheet.style('contents')
  const base = sheet.look(settings, context.look)
  const tags = new ContentsTags(context.tag.add('TOC', block.place))
  const entries = headings.map(entry => {
    const goto = headingOf(entry.id)
    const look = entry.level === 2 ? { ...base, bold: true } : base
    const indent = entry.level === 2 ? 0 : sheet.ems(settings.indent)
    const room = context.width - indent
    const leads = { ...ofBlock(context, tags.entry(entry)), goto }
    const title = [
      ...inlines.runs(withoutReferences(entry.children), look, leads),
      // Parts the title from its page for those who hear it.
      ...inlines.words(' ', block.place, look, leads),
    ]
    const wanted = measureRuns(title, context.fonts).reduce((sum, word) => sum + word.width, sheet.ems(0.5))
    const width = Math.min(wanted, room - sheet.ems(NUMBER_WIDTH))
    const number = inlines.words('0', block.place, base, { ...leads, align: 'right', pageOf: goto })
    const node: LayoutNode = {
      columns: [
        { text: title, width },
        { text: number, width: room - width },
      ],
      columnGap: 0,
      whole: true,
      margin: [indent, 0, 0, 0],
    }
    return { node, before: sheet.space(settings.gap), after: 0 }
  })
  return { node: stackOf(entries), before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

const withoutReferences = (inlines: readonly Inline[]) =>
  inlines.filter(inline => inline.kind !== 'reference')
