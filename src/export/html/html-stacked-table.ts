import { type Cell, gridOf, type Row, type Table, tiedRows } from '../../markup/index.js'
import type { HtmlContext } from './html-context.js'
import { htmlInlines } from './html-inlines.js'
import { classes, tag } from './tag.js'

/** Whether the theme has the rows of a table one after the other on any screen, as on its pages. */
export const isStackedInTheme = (block: Table, { sheet }: Pick<HtmlContext, 'sheet'>): boolean =>
  sheet.withClass('table', block.style).arrangement === 'stacked' &&
  block.head.length === 1 &&
  block.isFitted !== true

/** Each row as a block: its name, and below it what each other cell says, under the head of its column. */
export function htmlStackedTable(block: Table, id: string | undefined, context: HtmlContext): string {
  const { used } = context
  const heads = headsByColumn(block)
  const grid = gridOf(block.body.map(({ cells }) => cells))
  const firsts = tiedRows(block.body.map(({ cells }) => cells))
  const rows = block.body.flatMap((row, index) => {
    const content = rowContent(row, at => heads.get(grid[index]?.columns[at] ?? 0), context)
    if (content === '') return []
    if (row.isTotal) used.use('tr', 'total')
    const name = classes('stacked-row', row.isTotal && 'total', firsts[index] !== index && 'tied')
    return [tag('div', { class: name }, `\n${content}\n`)]
  })
  if (rows.length === 0) return ''
  const style = used.use('table', block.style)
  const caption = block.caption ? htmlInlines(block.caption, context) : ''
  if (caption !== '') used.use('caption')
  used.use('th')
  const foot = block.foot ? context.printBlocks(block.foot, context) : ''
  const parts = [
    ...(caption === '' ? [] : [tag('p', { class: 'caption' }, caption)]),
    tag('div', { class: classes('stacked', style) }, `\n${rows.join('\n')}\n`),
    ...(foot === '' ? [] : [tag('div', { class: 'table-foot' }, `\n${foot}\n`)]),
  ]
  return tag('div', { id, class: classes('table', style) }, `\n${parts.join('\n')}\n`)
}

/** The cell of the head over each column that it alone heads. */
function headsByColumn({ head }: Table): ReadonlyMap<number, Cell> {
  const cells = head[0]?.cells ?? []
  const columns = gridOf([cells])[0]?.columns ?? []
  return new Map(cells.flatMap((cell, at) => (cell.span === 1 ? [[columns[at] ?? 0, cell] as const] : [])))
}

function rowContent({ cells }: Row, headOf: (at: number) => Cell | undefined, context: HtmlContext): string {
  const parts = cells.map((cell, at) => {
    const content = context.printBlocks(cell.children, context)
    if (content === '') return ''
    if (cell.header === 'row') return tag('div', { class: 'row-name' }, content)
    const head = cell.span === 1 ? context.printBlocks(headOf(at)?.children ?? [], context) : ''
    const label = head === '' ? '' : `${tag('div', { class: 'head-of' }, head)}\n`
    return `${label}${tag('div', {}, content)}`
  })
  return parts.filter(part => part !== '').join('\n')
}
