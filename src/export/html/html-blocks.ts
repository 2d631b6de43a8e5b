import type {
  Block,
  ColumnLayout,
  Heading,
  Masthead,
  Paragraph,
  ParallelText,
  Section,
} from '../../markup/index.js'
import { directionOf } from '../../typeset/index.js'
import { htmlBox } from './html-boxes.js'
import { type HtmlContext, roomWithin } from './html-context.js'
import { htmlDiagram, htmlFigure } from './html-figures.js'
import { htmlInlines, textMarkup } from './html-inlines.js'
import { htmlDefinitions, htmlList } from './html-lists.js'
import { htmlMeter, htmlSignatureLine, htmlTickBox, htmlTicks } from './html-marks.js'
import { htmlQuotation } from './html-quotation.js'
import { htmlContents, htmlSources } from './html-references.js'
import { htmlTable } from './html-table.js'
import { blockTarget } from './page-ids.js'
import { classes, openTag, tag } from './tag.js'

/** The markup of blocks, a line each; what has no content is left out, as on pages. */
export const blocksMarkup = (blocks: readonly Block[], context: HtmlContext): string =>
  blocks
    .map(block => htmlBlock(block, context))
    .filter(markup => markup !== '')
    .join('\n')

function htmlBlock(block: Block, context: HtmlContext): string {
  switch (block.kind) {
    case 'section':
      return htmlSection(block, context)
    case 'heading':
      return htmlHeading(block, context)
    case 'paragraph':
      return htmlParagraph(block, context)
    case 'list':
      return htmlList(block, context)
    case 'definitions':
      return htmlDefinitions(block, context)
    case 'table':
      return htmlTable(block, context)
    case 'meter':
      return htmlMeter(block, context)
    case 'ticks':
      return htmlTicks(block, context)
    case 'tick-box':
      return htmlTickBox(block, context)
    case 'signature-line':
      return htmlSignatureLine(block, context)
    case 'quotation':
      return htmlQuotation(block, context)
    case 'figure':
      return htmlFigure(block, context)
    case 'diagram':
      return htmlDiagram(block, context)
    case 'aside':
      return htmlBox(block, context)
    case 'masthead':
      return htmlMasthead(block, context)
    case 'columns':
      return htmlColumns(block, context)
    case 'parallel':
      return htmlParallel(block, context)
    case 'rule':
      context.used.use('hr')
      return openTag('hr')
    case 'page-break':
      return ''
    case 'contents':
      return htmlContents(block, context)
    case 'sources':
      return htmlSources(block, context)
  }
}

function htmlHeading(block: Heading, context: HtmlContext): string {
  const content = htmlInlines(block.children, context)
  const rank = context.ranks.rankOf(block)
  if (content === '' || rank === undefined) return ''
  const name = `h${block.level}`
  const style = context.used.use(name, block.style)
  const id = context.ids.give(blockTarget(block.id))
  return tag(`h${rank}`, { id, class: classes(name, style) }, content)
}

function htmlParagraph({ style, number, children }: Paragraph, context: HtmlContext): string {
  const content = htmlInlines(children, context)
  if (content === '') return ''
  const name = context.used.use('p', style)
  if (number === undefined) return tag('p', { class: name }, content)
  context.used.use('section', 'numbered')
  const label = tag('span', { class: 'number-of' }, `${textMarkup(`${number}.`, context.lang)} `)
  return tag('p', { class: classes('numbered', name) }, `${label}${content}`)
}

/** Where text flows through two columns on paper, it flows through one here: nobody reads up a screen. */
function htmlSection(block: Section, context: HtmlContext): string {
  const { style, page, id } = block
  const isBox = style === 'box'
  const padding = isBox ? (context.sheet.style('section.box').padding_x ?? 0) * 2 : 0
  const room = roomWithin(context.room, 1, padding)
  const content = context.printBlocks(block.children, { ...context, room })
  if (content === '') return ''
  const name = context.used.use('section', style)
  const attributes = {
    id: id === undefined ? undefined : context.ids.give(blockTarget(id)),
    class: classes(name, page === 'annex' && 'annex'),
  }
  return tag('section', attributes, `\n${content}\n`)
}

/** As the first block of the document it is in the header of the page. */
export function htmlMasthead(block: Masthead, context: HtmlContext): string {
  const content = context.printBlocks(block.children, context)
  if (content === '') return ''
  context.used.use('header')
  return tag('div', { class: 'masthead' }, `\n${content}\n`)
}

/** Languages side by side, each in a column of its own. */
function htmlParallel({ widths, columns }: ParallelText, context: HtmlContext): string {
  const total = widths.reduce((sum, share) => sum + share, 0)
  const divided = columns.map(({ lang, children }, index) => {
    const room = roomWithin(context.room, (widths[index] ?? 1) / total)
    const content = context.printBlocks(children, { ...context, lang, room })
    return tag('div', { lang, dir: directionOf(lang) }, content === '' ? '' : `\n${content}\n`)
  })
  context.used.use('columns')
  const tracks = widths.map(share => `minmax(0,${Math.round((share / total) * 1000)}fr)`)
  return tag(
    'div',
    { class: classes('columns', context.used.declare(`--tracks:${tracks.join(' ')}`)) },
    divided.join('\n'),
  )
}

/** Side by side where the screen has room for them. */
function htmlColumns(block: ColumnLayout, context: HtmlContext): string {
  const { used, sheet } = context
  const settings = sheet.style('columns')
  const isStacked = settings.arrangement === 'stacked'
  const gap = settings.gap ?? 0
  const shares = block.columns.map((_, index) => (block.flow === 'one' ? 1 : (block.widths[index] ?? 1)))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const columns = block.columns.map((children, index) => {
    const share = isStacked ? 1 : (shares[index] ?? 1) / total
    const room = roomWithin(context.room, share)
    const within = isStacked ? room : { ...room, wide: room.wide - gap }
    return context.printBlocks(children, { ...context, room: within })
  })
  if (columns.every(column => column === '')) return ''
  used.use('columns')
  const tracks = shares.map(share => `minmax(0,${Math.round((share / total) * 1000)}fr)`)
  const widths = isStacked ? undefined : used.declare(`--tracks:${tracks.join(' ')}`)
  const divided = columns.map(column => tag('div', {}, column === '' ? '' : `\n${column}\n`))
  return tag('div', { class: classes('columns', widths) }, divided.join('\n'))
}
