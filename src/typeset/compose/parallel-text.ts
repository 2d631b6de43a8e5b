import { present } from '../../diagnostics/index.js'
import type { ParallelColumn, ParallelText } from '../../markup/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'
import { spacedAround } from './column-layouts.js'
import type { ComposeContext, SpacedNode } from './context.js'
import { columnWidths } from './measure.js'
import { type ParallelPart, partsOfColumn } from './parallel-parts.js'
import { type ParallelRow, rowsOfColumns } from './parallel-rows.js'

/** Multiples of the type size: in a narrower column lines hold too few words. */
const LEAST_WIDTH = 12

/**
 * Text in several languages, paragraph beside paragraph; one language after the other where the theme has it so, or where columns
 * would be too narrow. Its structure has each language as a whole, whatever stands beside what.
 */
export function composeParallelText(block: ParallelText, context: ComposeContext): SpacedNode[] {
  const { sheet, width, textStyle } = context
  const settings = sheet.style('parallel')
  const gap = sheet.ems(settings.gap)
  const room = width - gap * (block.columns.length - 1)
  const total = block.widths.reduce((sum, share) => sum + share, 0)
  const widths = block.widths.map(share => (room * share) / total)
  const isStacked = settings.arrangement === 'stacked' || Math.min(...widths) < LEAST_WIDTH * textStyle.size
  const nodes = isStacked
    ? block.columns.flatMap(column =>
        spacedAround(
          beginningKept(context.composeBlocks(column.children, ofLanguage(column, context))),
          settings,
          sheet,
        ),
      )
    : besideEachOther(block, widths, gap, context)
  return spacedAround(nodes, settings, sheet)
}

/** The first line of a language, such as the name of a house, ends no page. */
const beginningKept = (nodes: readonly SpacedNode[]): SpacedNode[] =>
  nodes.map((item, index) =>
    index === 0 && nodes.length > 1 ? { ...item, node: { ...item.node, keepWithNext: true } } : item,
  )

/** A language is an element of its own, so that readers hear it whole and in its voice. */
function ofLanguage({ lang, children }: ParallelColumn, context: ComposeContext): ComposeContext {
  const element = context.element.add('Div', children[0]?.place, { lang })
  return { ...context, element, lang }
}

function besideEachOther(
  block: ParallelText,
  widths: readonly number[],
  gap: number,
  context: ComposeContext,
): SpacedNode[] {
  const { width: all, spare } = context
  const columns = block.columns.map((column, index) => {
    const width = present(widths[index], 'width of a column')
    const inner = {
      ...ofLanguage(column, context),
      ...columnWidths(width, context),
      whole: { width: all, spare },
    }
    return partsOfColumn(context.composeBlocks(column.children, inner))
  })
  return rowsOfColumns(columns).map(row => rowNode(row, widths, gap))
}

/** What begins on one line; what is as wide as all columns stands alone. */
function rowNode(row: ParallelRow, widths: readonly number[], gap: number): SpacedNode {
  const parts = row.filter(part => part !== undefined)
  const [only] = parts
  if (only?.isWide) return only
  const most = (space: (part: ParallelPart) => number) => Math.max(...parts.map(space))
  const columns = widths.map((width, index) => ({ width, node: row[index]?.node ?? NOTHING }))
  const isKept = parts.some(({ node }) => node.keepWithNext === true)
  return {
    node: {
      ...{ kind: 'columns', columns, gap, breaks: true, equal: parts.every(isFramed) },
      ...(isKept ? { keepWithNext: true } : {}),
    },
    before: most(({ before }) => before),
    after: most(({ after }) => after),
  }
}

/** Boxes beside each other are equally high. */
const isFramed = ({ node }: ParallelPart): boolean => node.kind === 'stack' && node.frame !== undefined

const NOTHING: LayoutNode = { kind: 'stack', stack: [] }
