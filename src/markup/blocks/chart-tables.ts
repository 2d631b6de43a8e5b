import type { Report } from '../../diagnostics/index.js'
import { type EditionData, isPlacedValue } from '../../edition/index.js'
import { attributeOf, type HtmlElement, type HtmlNode } from '../html/html-node.js'
import { asList, ownField, valueText } from '../prose/data-values.js'
import type { DiagramData } from './diagrams.js'

/**
 * Says which charts stand in a document without a table of their figures, which readers who cannot see the chart, or want to
 * count themselves, would need (UK Government Statistical Service, "Making charts accessible").
 */
export function checkChartTables(
  nodes: readonly HtmlNode[],
  data: EditionData,
  drawnIn: (element: HtmlElement) => DiagramData | undefined,
  report: Report,
): void {
  const elements = elementsIn(nodes)
  const printed = new Set(
    elements.flatMap(element => (element.name === 'table' ? (attributeOf(element, 'id') ?? []) : [])),
  )
  for (const element of elements) {
    const drawn = element.name === 'chart' ? drawnIn(element) : undefined
    if (drawn?.kind !== 'chart') continue
    const chart = asList(data.charts).find(item => valueText(ownField(item, 'id')) === drawn.id)
    const table = ownField(chart, 'table')
    if (printed.has(`tbl:${valueText(table)}`)) continue
    const source = isPlacedValue(table) ? table : ownField(chart, 'data')
    report(
      'chart-without-table',
      isPlacedValue(source) ? source.place : drawn.place,
      `the figures of the chart \`${drawn.id}\` stand in no table of this edition`,
      isPlacedValue(table)
        ? `print the table \`${valueText(table)}\` for this audience, too`
        : 'make the file a table of the brief, in an annex perhaps, and name it in `table`',
    )
  }
}

function elementsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap(node => (node.name === undefined ? [] : [node, ...elementsIn(node.children)]))
}
