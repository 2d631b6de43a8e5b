import { type Cell, gridOf, type Row, type Table, tiedRows } from '../../markup/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'
import { StructureElement } from '../nodes/structure-element.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { hasContent, spacedParagraph, stackSpaced } from './spaced-nodes.js'
import { composeFoot, composeTable, fitsInColumns } from './tables.js'

/**
 * A table; in a theme whose type is too large for columns, its rows one after the other, where it has one head. Figures stay in
 * columns where these have room, as they are read down.
 */
export function composeTableInTheme(block: Table, context: ComposeContext): SpacedNode {
  const { arrangement } = context.sheet.withClass('table', block.style)
  const isStacked = arrangement === 'stacked' && block.head.length === 1
  return isStacked && !(block.isFitted && fitsInColumns(block, context))
    ? composeStackedTable(block, context)
    : composeTable(block, context)
}

/** Each row as a block: its name, with its number where it has one, and below it what each other cell says, under the head of its column. */
function composeStackedTable(block: Table, context: ComposeContext): SpacedNode {
  const { sheet, inlines } = context
  const settings = sheet.withClass('table', block.style)
  const inner = {
    ...context,
    textStyle: sheet.textStyle(settings, context.textStyle),
    element: context.element.add('Div', block.place),
  }
  const heads = headsByColumn(block)
  const grid = gridOf(block.body.map(({ cells }) => cells))
  const firsts = tiedRows(block.body.map(({ cells }) => cells))
  const gap = sheet.verticalSpace(settings.gap) + sheet.verticalSpace(settings.padding_y)
  const rule = sheet.borderLine(settings.line, settings.line_weight)
  const style = sheet.style('caption')
  const caption = block.caption
    ? [
        spacedParagraph(
          inlines.runs(
            block.caption,
            sheet.textStyle(style, inner.textStyle),
            elementAndLang(inner, inner.element.add('P', block.place)),
          ),
          style,
          sheet,
        ),
      ]
    : []
  const rows = block.body.flatMap((row, index) => {
    const labels = row.cells.map((_, at) => heads.get(grid[index]?.columns[at] ?? 0))
    const textStyle = row.isTotal
      ? sheet.textStyle(sheet.style('tr.total'), inner.textStyle)
      : inner.textStyle
    const stack = stackSpaced(composeRow(row, labels, gap, { ...inner, textStyle }))
    if (!hasContent(stack)) return []
    const top = firsts[index] === index ? rule : undefined
    const padding: [number, number, number, number] = [0, gap, 0, gap]
    const inset = { top: top?.width ?? 0, bottom: 0 }
    const node: LayoutNode = { ...stack, frame: { padding, inset, top } }
    return [{ node, before: 0, after: 0 }]
  })
  const foot = composeFoot(block.foot ?? [], { ...inner, textStyle: context.textStyle })
  const last = foot.length > 0 ? [...rows.slice(0, -1), ...rows.slice(-1).map(keptWithNext)] : rows
  const node = stackSpaced([...caption.map(keptWithNext), ...last, ...foot])
  return { node, before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
}

/** The cell of the head over each column that it alone heads. */
function headsByColumn({ head }: Table): ReadonlyMap<number, Cell> {
  const cells = head[0]?.cells ?? []
  const columns = gridOf([cells])[0]?.columns ?? []
  return new Map(cells.flatMap((cell, at) => (cell.span === 1 ? [[columns[at] ?? 0, cell] as const] : [])))
}

function composeRow(
  row: Row,
  heads: readonly (Cell | undefined)[],
  gap: number,
  context: ComposeContext,
): SpacedNode[] {
  const { sheet, textStyle } = context
  const inRow = { ...context, element: context.element.add('Div', row.place) }
  const nameAt = row.cells.findIndex(({ header }) => header === 'row')
  return row.cells.flatMap((cell, at) => {
    const isName = cell.header === 'row'
    const own = new StructureElement('Div', cell.place)
    const inCell = { ...inRow, element: own }
    const content = isName
      ? composeName(cell, inCell)
      : context.composeBlocks(cell.children, inCell).map(item => ({ ...item, before: 0, after: 0 }))
    if (content.length === 0) return []
    const spaced = content.map((item, index) => (index === 0 ? item : { ...item, before: gap }))
    if (isName) {
      inRow.element.adopt(own)
      return spaced.map(keptWithNext)
    }
    const head = cell.span === 1 ? (heads[at]?.children ?? []) : []
    const inHead = { ...inRow, textStyle: sheet.textStyle(sheet.style('th'), textStyle) }
    const label = context.composeBlocks(head, inHead).map(keptWithNext)
    // The head of a column is read before what stands below it.
    inRow.element.adopt(own)
    const labelled = [
      ...label.map((item, index) => ({ ...item, before: index === 0 ? gap : 0, after: 0 })),
      ...spaced,
    ]
    return at < nameAt ? labelled.map(keptWithNext) : labelled
  })
}

/** The first block is the name of the row; the blocks below it explain the name. */
function composeName({ children }: Cell, context: ComposeContext): SpacedNode[] {
  const bold = { ...context, textStyle: { ...context.textStyle, bold: true } }
  return [
    ...context.composeBlocks(children.slice(0, 1), bold),
    ...context.composeBlocks(children.slice(1), context),
  ].map(item => ({ ...item, before: 0, after: 0 }))
}

const keptWithNext = (item: SpacedNode): SpacedNode => ({
  ...item,
  node: { ...item.node, keepWithNext: true },
})
