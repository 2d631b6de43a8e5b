import { present } from '../../diagnostics/index.js'
import { type Cell, gridOf, type Row, type Table, textOfInlines, tiedRows } from '../../markup/index.js'
import { directionOf, unformattedText } from '../../typeset/index.js'
import { decimalPadding } from './decimal-padding.js'
import { type HtmlContext, roomWithin } from './html-context.js'
import { htmlInlines } from './html-inlines.js'
import { htmlStackedTable, isStackedInTheme } from './html-stacked-table.js'
import { blockTarget } from './page-ids.js'
import { classes, openTag, tag } from './tag.js'

/** Columns that have room on any screen. */
const FEW_COLUMNS = 2

/**
 * A table. Where a screen is too narrow for its columns, its rows stand one after the other, each cell below the head of its column;
 * figures, and columns under several heads, stay in columns, which are scrolled.
 */
export function htmlTable(block: Table, context: HtmlContext): string {
  const id = block.id === undefined ? undefined : context.ids.give(blockTarget(block.id))
  return isStackedInTheme(block, context)
    ? htmlStackedTable(block, id, context)
    : htmlColumnTable(block, id, context)
}

function htmlColumnTable(block: Table, id: string | undefined, context: HtmlContext): string {
  const { used, document } = context
  const style = used.use('table', block.style)
  const columns = columnCount(block)
  const isStacked = block.head.length === 1 && !block.isFitted && columns > FEW_COLUMNS
  const rows = tableRows(block, columns, isStacked, context)
  if (rows === '') return ''
  const caption = block.caption ? htmlInlines(block.caption, context) : ''
  if (caption !== '') used.use('caption')
  const attributes = { class: classes(style, isStacked && 'stacks'), role: isStacked ? 'table' : undefined }
  const parts = [
    ...(caption === '' ? [] : [tag('caption', {}, caption)]),
    ...(block.isFitted || block.widths.length < 2 ? [] : [columnWidths(block, context)]),
    rows,
  ]
  const table = tag('table', attributes, `\n${parts.join('\n')}\n`)
  const name = block.caption ? unformattedText(block.caption) : document.aids.table
  const isScrolled = !isStacked && columns > FEW_COLUMNS
  const shown = isScrolled
    ? tag('div', { class: 'scrolls', role: 'group', tabindex: 0, 'aria-label': name }, `\n${table}\n`)
    : table
  const foot = block.foot ? context.printBlocks(block.foot, context) : ''
  const below = foot === '' ? '' : `\n${tag('div', { class: 'table-foot' }, `\n${foot}\n`)}`
  return tag('div', { id, class: classes('table', style) }, `\n${shown}${below}\n`)
}

const columnCount = ({ head, body, widths }: Table): number =>
  [head, body]
    .flatMap(part => gridOf(part.map(({ cells }) => cells)))
    .reduce((most, { covered }) => Math.max(most, ...[...covered].map(column => column + 1)), widths.length)

function columnWidths({ widths }: Table, { used }: HtmlContext): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map(width =>
    openTag('col', { class: used.declare(`width:${Math.round((width / total) * 1000) / 10}%`) }),
  )
  return tag('colgroup', {}, columns.join(''))
}

/** Head and body; rows without content are left out, those that a cell ties together only if all are. */
function tableRows(block: Table, columns: number, isStacked: boolean, context: HtmlContext): string {
  const labels = isStacked ? labelsByColumn(block) : new Map<number, string>()
  const padding = decimalPadding(block, directionOf(context.lang))
  const part = (rows: readonly Row[], name: 'thead' | 'tbody') => {
    const grid = gridOf(rows.map(({ cells }) => cells))
    const firsts = tiedRows(rows.map(({ cells }) => cells))
    const made = rows.map((row, index) => {
      const cells = row.cells.map((cell, at) => {
        const column = present(grid[index]?.columns[at], 'column of a cell')
        const share = spannedShare(block, column, cell.span, columns)
        const inner = { ...context, room: roomWithin(context.room, share, 1) }
        const place = { column, isFirst: at === 0, isHead: name === 'thead', isStacked }
        const look = { padding: padding.get(cell), label: labels.get(column) }
        return htmlCell(cell, place, look, inner)
      })
      const covered = present(grid[index], 'row of a grid').covered
      const missing = Array.from({ length: columns }, (_, column) => column)
        .filter(column => !covered.has(column))
        .map(() => ({ markup: tag('td', { role: isStacked ? 'cell' : undefined }, ''), isEmpty: true }))
      return { cells: [...cells, ...missing], row, isTied: firsts[index] !== index }
    })
    const shown = new Set(firsts.filter((_, index) => made[index]?.cells.some(({ isEmpty }) => !isEmpty)))
    const kept = made.filter((_, index) => shown.has(present(firsts[index], 'first of tied rows')))
    if (kept.length === 0) return ''
    const lines = kept.map(({ cells, row, isTied }) => {
      if (row.isTotal) context.used.use('tr', 'total')
      const role = isStacked ? 'row' : undefined
      const name = classes(row.isTotal && 'total', isTied && 'tied')
      return tag('tr', { class: name, role }, cells.map(({ markup }) => markup).join(''))
    })
    return tag(name, { role: isStacked ? 'rowgroup' : undefined }, `\n${lines.join('\n')}\n`)
  }
  const [head, body] = [part(block.head, 'thead'), part(block.body, 'tbody')]
  return [head, body].filter(rows => rows !== '').join('\n')
}

const spannedShare = ({ widths, isFitted }: Table, column: number, span: number, columns: number): number => {
  if (isFitted || widths.length < columns) return span / columns
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0) / total
}

interface CellPlace {
  readonly column: number
  readonly isFirst: boolean
  readonly isHead: boolean
  readonly isStacked: boolean
}

interface CellLook {
  /** Characters that a figure is moved by, so that its decimal sign stands below those above. */
  readonly padding: number | undefined
  /** What the head of its column says. */
  readonly label: string | undefined
}

function htmlCell(
  cell: Cell,
  { column, isFirst, isHead, isStacked }: CellPlace,
  { padding, label }: CellLook,
  context: HtmlContext,
): { readonly markup: string; readonly isEmpty: boolean } {
  const content = context.printBlocks(cell.children, context)
  const isEmpty = content === ''
  const isHeader = cell.header !== undefined || (isHead && !isEmpty)
  if (isHeader) context.used.use('th')
  const isFigure = cell.align === 'decimal' || cell.align === 'right'
  const ofHead = cell.header === 'row' ? 'row' : 'column'
  const scopes = { row: 'row', column: 'col' }
  const roles = { row: 'rowheader', column: 'columnheader' }
  const attributes = {
    class: classes(
      isFigure && 'of-figures',
      isFirst && column > 0 && 'inner',
      padding !== undefined && context.used.declare(`padding-inline-end:${padding}ch`),
      cell.header === 'row' && 'row-name',
    ),
    scope: isHeader ? scopes[ofHead] : undefined,
    colspan: cell.span > 1 ? cell.span : undefined,
    rowspan: cell.rows > 1 ? cell.rows : undefined,
    role: isStacked ? (isHeader ? roles[ofHead] : 'cell') : undefined,
    'data-label': !isHeader && !isEmpty && cell.span === 1 ? label : undefined,
  }
  return { markup: tag(isHeader ? 'th' : 'td', attributes, content), isEmpty }
}

/** What the cells of the head say that each head one column. */
function labelsByColumn({ head }: Table): ReadonlyMap<number, string> {
  const cells = head[0]?.cells ?? []
  const columns = gridOf([cells])[0]?.columns ?? []
  return new Map(
    cells.flatMap((cell, at) => {
      const words = cell.children.flatMap(block => {
        if (block.kind === 'paragraph') return [textOfInlines(block.children)]
        return block.kind === 'ticks' ? block.labels.map(textOfInlines) : []
      })
      const said = words.filter(word => word !== '').join(' · ')
      return cell.span === 1 && said !== '' ? [[columns[at] ?? 0, said] as const] : []
    }),
  )
}
