import type { Cell, Row, Table } from '../../markup/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { hasContent, spacedParagraph, stackSpaced } from './spaced-nodes.js'
import { composeTable } from './tables.js'

/** A table; in a theme whose type is too large for columns, its rows one after the other, where it has one head and no merged cells. */
export function composeTableInTheme(block: Table, context: ComposeContext): SpacedNode {
  const { arrangement } = context.sheet.withClass('table', block.style)
  return arrangement === 'stacked' && isStackable(block)
    ? composeStackedTable(block, context)
    : composeTable(block, context)
}

function isStackable({ head, body }: Table): boolean {
  const columns = head[0]?.cells.length
  const isPlain = (row: Row) =>
    row.cells.length === columns && row.cells.every(({ span, rows }) => span === 1 && rows === 1)
  return head.length === 1 && [...head, ...body].every(isPlain)
}

/** Each row as a block: its name, and below it what each other cell says, under the head of its column. */
function composeStackedTable(block: Table, context: ComposeContext): SpacedNode {
  const { sheet, inlines } = context
  const settings = sheet.withClass('table', block.style)
  const inner = {
    ...context,
    textStyle: sheet.textStyle(settings, context.textStyle),
    element: context.element.add('Div', block.place),
  }
  const heads = block.head[0]?.cells ?? []
  const gap = sheet.verticalSpace(settings.gap) + sheet.verticalSpace(settings.padding_y)
  const rule = sheet.borderLine(settings.line, settings.line_weight)
  const rows = block.body.flatMap(row => {
    const stack = stackSpaced(composeRow(row, heads, gap, inner))
    if (!hasContent(stack)) return []
    const padding: [number, number, number, number] = [0, gap, 0, gap]
    const inset = { top: rule?.width ?? 0, bottom: 0 }
    const node: LayoutNode = { ...stack, frame: { padding, inset, top: rule } }
    return [{ node, before: 0, after: 0 }]
  })
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
  const node = stackSpaced([...caption.map(keptWithNext), ...rows])
  return { node, before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
}

function composeRow(row: Row, heads: readonly Cell[], gap: number, context: ComposeContext): SpacedNode[] {
  const { sheet, textStyle } = context
  const inRow = { ...context, element: context.element.add('Div', row.place) }
  return row.cells.flatMap((cell, column) => {
    const isName = cell.header === 'row'
    const content = isName
      ? composeName(cell, inRow)
      : context.composeBlocks(cell.children, inRow).map(item => ({ ...item, before: 0, after: 0 }))
    if (content.length === 0) return []
    const spaced = content.map((item, index) => (index === 0 ? item : { ...item, before: gap }))
    if (isName) return spaced.map(keptWithNext)
    const head = heads[column]?.children ?? []
    const inHead = { ...inRow, textStyle: sheet.textStyle(sheet.style('th'), textStyle) }
    const label = context.composeBlocks(head, inHead).map(keptWithNext)
    return [...label.map((item, index) => ({ ...item, before: index === 0 ? gap : 0, after: 0 })), ...spaced]
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
