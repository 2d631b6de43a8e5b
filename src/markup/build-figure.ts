import type { Block } from './blocks.js'
import { flowOf } from './build-blocks.js'
import { inlinesOf } from './build-inlines.js'
import { childrenNamed } from './build-lists.js'
import type { Building } from './building.js'
import { attributeOf, attributePlace, type ElementNode } from './element.js'

/** Builds a quotation; its `cite`, wherever it stands, is who said it and where. */
export function quotation(element: ElementNode, building: Building): Block[] {
  const children = flowOf(
    element.children.filter(child => child.name !== 'cite'),
    element.name,
    building,
  )
  const [cite, ...others] = element.children.filter(child => child.name === 'cite')
  for (const other of others)
    building.report('misplaced-element', other.place, 'a quotation has one `cite` at most')
  const attribution = cite?.name && inlinesOf(cite.children, cite.name, building)
  if (children.length === 0) return []
  const place = children[0]?.place ?? element.place
  const lang = attributeOf(element, 'lang')
  return [{ kind: 'quotation', style: attributeOf(element, 'class'), lang, children, attribution, place }]
}

/** Builds a picture with its caption; without an alternative text nobody could be told what it shows. */
export function figure(element: ElementNode, building: Building): Block[] {
  const children = childrenNamed(element, ['img', 'figcaption'], building)
  const [image, ...others] = children.filter(child => child.name === 'img')
  const caption = children.find(child => child.name === 'figcaption')
  if (!image || others.length > 0) {
    building.report('misplaced-element', (others[0] ?? element).place, 'a `figure` has one `img`')
    return []
  }
  const alt = attributeOf(image, 'alt')?.trim() ?? ''
  if (alt === '')
    building.report(
      'missing-alt',
      attributePlace(image, 'alt'),
      'a picture has no alternative text',
      'say in `alt` what it shows',
    )
  const source = attributeOf(image, 'src')?.trim() ?? ''
  if (source === '') building.invalid(image, 'src', 'the path of a picture')
  return [
    {
      kind: 'figure',
      source,
      alt,
      width: widthOf(image, building),
      caption: caption && inlinesOf(caption.children, caption.name, building),
      place: image.place,
    },
  ]
}

/** A share of the column: `60%` or `0.6`. */
function widthOf(image: ElementNode, building: Building): number {
  const value = attributeOf(image, 'width') ?? '100%'
  const share = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value)
  if (share > 0 && share <= 1) return share
  building.invalid(image, 'width', 'a share such as `60%`')
  return 1
}
