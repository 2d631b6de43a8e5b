import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockBuildContext } from './block-build-context.js'
import type { Block } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import { allowedChildren } from './build-lists.js'
import type { DiagramData } from './diagrams.js'

/** Builds a figure of the edition's own data, with its caption; nothing where there is nothing to show. */
export function buildDiagram(
  element: HtmlElement & { readonly name: DiagramData['kind'] },
  building: BlockBuildContext,
): Block[] {
  const { name, place } = element
  const [caption] = allowedChildren(element, ['figcaption'], building)
  const data = building.dataOf(name)
  if (!data) return []
  const words = building.diagramStrings
  return [
    {
      kind: 'diagram',
      data: data.kind === 'stakes-matrix' ? { ...data, listed: listsStakes(element, building) } : data,
      words,
      caption: caption && buildInlines(caption.children, caption.name, building),
      place,
    },
  ]
}

function listsStakes(element: HtmlElement, building: BlockBuildContext): boolean {
  const list = attributeOf(element, 'list')
  if (list !== undefined && list !== 'none')
    building.reportInvalidAttribute(element, 'list', '`none`, or leave it out')
  return list !== 'none'
}
