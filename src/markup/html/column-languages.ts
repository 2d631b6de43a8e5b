import { attributeOf, type HtmlElement, type HtmlNode } from './html-node.js'
import { isDiagramKind } from './vocabulary.js'

/** Tells diagrams in which language they are drawn: that of the column of `parallel` which they stand in. */
export function withColumnLanguages(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return nodes.map(node => {
    if (node.name === undefined || isDiagramKind(node.name)) return node
    const children =
      node.name === 'parallel' ? node.children.map(spokenColumn) : withColumnLanguages(node.children)
    return children.every((child, index) => child === node.children[index]) ? node : { ...node, children }
  })
}

function spokenColumn(column: HtmlNode): HtmlNode {
  const lang = column.name === 'column' ? column.attributes.get('lang') : undefined
  if (column.name === undefined || lang === undefined) return column
  const spoken = (node: HtmlNode): HtmlNode => {
    if (node.name === undefined) return node
    if (isDiagramKind(node.name))
      return { ...node, attributes: new Map([...node.attributes, ['lang', lang]]) }
    return { ...node, children: node.children.map(spoken) }
  }
  return spoken(column)
}

/** The language of a diagram that stands in a column of one. */
export const languageOfDiagram = (element: HtmlElement): string | undefined => attributeOf(element, 'lang')
