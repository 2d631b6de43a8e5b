import { present } from '../../diagnostics/index.js'
import { type Block, type Table, tiedRows } from '../../markup/index.js'
import type { BorderLine, LayoutNode, TableLook, TableRowNode } from '../nodes/layout-nodes.js'
import { StructureElement } from '../nodes/structure-element.js'
import type { TableSettings } from '../theme/style-settings.js'
import type { StyleSheet } from '../theme/style-sheet.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { hasContent, spacedParagraph, stackSpaced } from './spaced-nodes.js'
import { type CellLook, type ComposedRows, fittedRows } from './table-rows.js'
import { reportTooWide } from './table-widths.js'

/** A table whose head repeats on every page and whose rows are not broken; rows without content are left out. */
export function composeTable(block: Table, context: ComposeContext): SpacedNode {
  const { sheet } = context
  const settings = sheet.withClass('table', block.style)
  const inner = { ...context, textStyle: sheet.textStyle(settings, context.textStyle) }
  const look = cellLook(block, settings, sheet)
  const around = block.foot ? context.element.add('Div', block.place) : context.element
  const element = around.add('Table', block.place)
  const upright = fittedRows(block, element, inner, look)
  const isTight = upright.lack !== undefined || (block.isFitted === true && upright.isBroken)
  const turned = isTight ? turnedRows(block, element, inner, look) : undefined
  const lack = turned ? turned.lack : upright.lack
  if (lack) reportTooWide(block, lack, turned !== undefined, context)
  const { widths, head, body, caption } = turned ?? upright
  const [headRows, bodyRows] = [shownRows(head), shownRows(body)]
  const rows = [...headRows.map(index => head[index]), ...bodyRows.map(index => body[index])]
  const totals = bodyRows.flatMap((index, at) => (block.body[index]?.isTotal ? [headRows.length + at] : []))
  const node: LayoutNode = {
    kind: 'table',
    widths,
    rows: rows.map(row => present(row, 'row of a table')),
    headRows: headRows.length,
    ...(totals.length > 0 ? { totals: new Set(totals) } : {}),
    ...(block.foot ? { foot: footNode(composeFoot(block.foot, { ...context, element: around })) } : {}),
    look: tableLook(settings, context),
  }
  const captioned = withTableCaption(block, node, settings, { ...context, element: caption })
  return turned ? { ...captioned, orientation: 'landscape' } : captioned
}

/** Rows on a page that lies, where the table may stand on one. */
function turnedRows(
  block: Table,
  element: StructureElement,
  context: ComposeContext,
  look: CellLook,
): ComposedRows | undefined {
  const { lying } = context
  if (!block.wide || !lying?.tables.has(block)) return undefined
  element.clear()
  return fittedRows(block, element, { ...context, width: lying.width }, look)
}

/** Whether a table has room for its columns, with all words whole. */
export function fitsInColumns(block: Table, context: ComposeContext): boolean {
  const { sheet } = context
  const settings = sheet.withClass('table', block.style)
  const element = new StructureElement('Table', block.place)
  const textStyle = sheet.textStyle(settings, context.textStyle)
  const inner = { ...context, textStyle, element, report: () => {} }
  const { lack, isBroken } = fittedRows(block, element, inner, cellLook(block, settings, sheet))
  return !lack && !isBroken
}

function cellLook(block: Table, settings: TableSettings, sheet: StyleSheet): CellLook {
  return {
    padding: sheet.ems(settings.padding_x),
    gap: sheet.verticalSpace(settings.gap),
    boldNames: settings.names !== 'plain',
    evenHeads: block.isFitted === true,
  }
}

function footNode(lines: readonly SpacedNode[]): LayoutNode {
  return { ...stackSpaced(lines), margin: [0, lines[0]?.before ?? 0, 0, 0] }
}

/** The lines below a table, close to it and to each other. */
export function composeFoot(blocks: readonly Block[], context: ComposeContext): SpacedNode[] {
  const gap = context.sheet.verticalSpace(FOOT_GAP)
  return context
    .composeBlocks(blocks, { ...context, spare: 0 })
    .map(({ node }, index) => ({ node, before: index === 0 ? 2 * gap : gap, after: 0 }))
}

/** Of the size of type. */
const FOOT_GAP = 0.15

/** The numbers of rows that have content; those that a cell ties together stay if one of them has. */
function shownRows(rows: readonly TableRowNode[]): number[] {
  const firsts = tiedRows(rows.map(row => row.map(({ rowSpan }) => ({ rows: rowSpan }))))
  const shown = new Set(firsts.filter((_, index) => rows[index]?.some(cell => hasContent(cell.node))))
  return [...rows.keys()].filter(index => shown.has(present(firsts[index], 'first of tied rows')))
}

function withTableCaption(
  block: Table,
  node: LayoutNode,
  settings: TableSettings,
  context: ComposeContext,
): SpacedNode {
  const { sheet, inlines } = context
  const around = { before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
  if (!block.caption || !hasContent(node)) return { node, ...around }
  const style = sheet.style('caption')
  const caption = spacedParagraph(
    inlines.runs(block.caption, sheet.textStyle(style, context.textStyle), elementAndLang(context)),
    style,
    sheet,
  )
  const kept = { ...caption, node: { ...caption.node, keepWithNext: true } }
  return { node: stackSpaced([kept, { node, before: 0, after: 0 }]), ...around }
}

function tableLook(settings: TableSettings, { sheet }: ComposeContext): TableLook {
  const line = sheet.borderLine(settings.line, settings.line_weight)
  return {
    paddingX: sheet.ems(settings.padding_x),
    paddingY: sheet.verticalSpace(settings.padding_y),
    line,
    headLine: sheet.borderLine(settings.head_line, settings.head_line_weight) ?? line,
    totalLine: totalLine(sheet) ?? line,
    headFill: settings.head_fill ? sheet.colour(settings.head_fill) : undefined,
    isCentred: settings.vertical === 'middle',
    isGrouped: settings.lines_within === false,
  }
}

function totalLine(sheet: StyleSheet): BorderLine | undefined {
  const { over, over_weight } = sheet.style('tr.total')
  return sheet.borderLine(over, over_weight)
}
