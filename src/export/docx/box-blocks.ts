import type { Aside, Block, ColumnLayout, ParallelText, Section } from '../../markup/index.js'
import type { BoxSettings } from '../../typeset/index.js'
import { layoutTable } from './layout-tables.js'
import { edge, spacesOf } from './style-kinds.js'
import { writeSpace } from './text-blocks-of-word.js'
import type { WordBlock, WordContext } from './word-context.js'

/** A box: a table of one cell. The headings of sections stand above it, where Word's navigation finds them. */
export function writeBox(block: Aside | Section, context: WordContext): WordBlock[] {
  const { sheet } = context
  const settings: BoxSettings =
    block.kind === 'aside' ? sheet.withClass('aside', block.style) : sheet.style('section.box')
  const first = block.children.findIndex(child => !(child.kind === 'heading' && child.level === 2))
  const start = first === -1 ? block.children.length : first
  const over = context.inTable ? [] : context.writeBlocks(block.children.slice(0, start), context)
  const inside = context.inTable ? block.children : block.children.slice(start)
  if (inside.length === 0) return over
  const bar = edge(settings.bar, settings.bar_weight ?? 'strong', context)
  const x = sheet.ems(settings.padding_x)
  const y = sheet.verticalSpace(settings.padding_y)
  const right = settings.fill ? x : 0
  const width = context.width - context.left - (inside.some(isReadAcross) ? 0 : context.right)
  const name = nameOfBox(block)
  const inner: WordContext = {
    ...context,
    ...{ text: sheet.textStyle(settings, context.text), name, right: 0, left: 0, inTable: true },
    width: width - x - right - (bar?.width ?? 0),
  }
  const blocks = context.writeBlocks(inside, inner)
  if (blocks.length === 0) return over
  const cell = {
    blocks: blocks,
    padding: { left: x, right, top: y, bottom: y },
    ...(settings.fill && { fill: sheet.colour(settings.fill) }),
    bar,
    over: edge(settings.over, settings.over_weight, context),
    under: edge(settings.under, settings.under_weight, context),
  }
  return [
    ...over,
    layoutTable([{ cells: [cell], whole: block.kind === 'aside' }], [width], context),
    writeSpace(context.gap ?? spacesOf(settings, sheet).after, context),
  ]
}

function nameOfBox({ kind, style }: Aside | Section): string {
  if (kind === 'section') return 'in Box'
  const words = (style ?? 'box').replaceAll('-', ' ')
  return `in ${words.replace(/\b\p{Ll}/gu, letter => letter.toUpperCase())}`
}

/** What is as wide as the page, and so is a box around it. */
function isReadAcross(block: Block): boolean {
  switch (block.kind) {
    case 'section':
    case 'aside':
      return block.children.some(isReadAcross)
    case 'table':
    case 'figure':
    case 'diagram':
    case 'columns':
    case 'contents':
      return true
    default:
      return false
  }
}

/** Columns side by side, each with blocks of its own. */
export function writeColumnsBeside(block: ColumnLayout, context: WordContext): WordBlock[] {
  const columns = block.columns.map(children => ({ children, lang: context.lang }))
  if (context.sheet.style('columns').arrangement === 'stacked')
    return block.columns.flatMap(children => context.writeBlocks(children, context))
  return writeBeside({ columns, widths: block.widths }, context)
}

/** The same text in several languages side by side; it is read one language after the other. */
export const writeParallel = ({ columns, widths }: ParallelText, context: WordContext): WordBlock[] =>
  writeBeside({ columns, widths }, context)

/** A table of one row. */
function writeBeside(
  { columns, widths: asked }: Pick<ParallelText, 'columns' | 'widths'>,
  context: WordContext,
): WordBlock[] {
  const { sheet } = context
  const settings = sheet.style('columns')
  const gap = sheet.ems(settings.gap)
  const all = context.width - context.left
  const shares = columns.map((_, index) => asked[index] ?? 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const room = all - gap * (shares.length - 1)
  const last = shares.length - 1
  const widths = shares.map((share, index) => (room * share) / total + (index === last ? 0 : gap))
  const cells = columns.map(({ children, lang }, index) => {
    const right = index === last ? 0 : gap
    const width = (widths[index] ?? 0) - right
    const inCell = { ...context, width, lang, left: 0, right: 0, inTable: true }
    return { blocks: context.writeBlocks(children, inCell), padding: { right } }
  })
  if (cells.every(({ blocks }) => blocks.length === 0)) return []
  return [
    layoutTable([{ cells, whole: false }], widths, context),
    writeSpace(spacesOf(settings, sheet).after, context),
  ]
}
