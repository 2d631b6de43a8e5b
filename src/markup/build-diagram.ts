import type { Block } from './blocks.js'
import { inlinesOf } from './build-inlines.js'
import { childrenNamed } from './build-lists.js'
import type { Building } from './building.js'
import type { DiagramData } from './diagrams.js'
import { attributeOf, type ElementNode } from './element.js'

/** Builds a figure of the edition's own data, with its caption; nothing where there is nothing to show. */
export function diagram(
  element: ElementNode & { readonly name: DiagramData['kind'] },
  building: Building,
): Block[] {
  const { name, place } = element
  const [caption] = childrenNamed(element, ['figcaption'], building)
  const data = building.dataOf(name)
  if (!data) return []
  const words = building.diagramWords
  return [
    {
      kind: 'diagram',
      data: data.kind === 'stakes-matrix' ? { ...data, listed: isListed(element, building) } : data,
      words,
      caption: caption && inlinesOf(caption.children, caption.name, building),
      place,
    },
  ]
}

function isListed(element: ElementNode, building: Building): boolean {
  const list = attributeOf(element, 'list')
  if (list !== undefined && list !== 'none') building.invalid(element, 'list', '`none`, or leave it out')
  return list !== 'none'
}
