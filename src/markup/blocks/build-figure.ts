import { attributeOf, attributePlace, type HtmlElement } from '../html/html-node.js'
import type { BlockBuildContext } from './block-build-context.js'
import type { Block } from './blocks.js'
import { buildFlowContent } from './build-blocks.js'
import { buildInlines } from './build-inlines.js'
import { allowedChildren } from './build-lists.js'

/** Builds a quotation; its `cite`, wherever it stands, is who said it and where. */
export function buildBlockQuote(element: HtmlElement, building: BlockBuildContext): Block[] {
  const children = buildFlowContent(
    element.children.filter(child => child.name !== 'cite'),
    element.name,
    building,
  )
  const [cite, ...others] = element.children.filter(child => child.name === 'cite')
  for (const other of others)
    building.report('misplaced-element', other.place, 'a quotation has one `cite` at most')
  const attribution = cite?.name && buildInlines(cite.children, cite.name, building)
  if (children.length === 0) return []
  const place = children[0]?.place ?? element.place
  const lang = attributeOf(element, 'lang')
  return [{ kind: 'quotation', style: attributeOf(element, 'class'), lang, children, attribution, place }]
}

/** Builds a picture with its caption; without an alternative text nobody could be told what it shows. */
export function buildFigure(element: HtmlElement, building: BlockBuildContext): Block[] {
  const children = allowedChildren(element, ['img', 'figcaption'], building)
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
  if (source === '') building.reportInvalidAttribute(image, 'src', 'the path of a picture')
  return [
    {
      kind: 'figure',
      source,
      alt,
      width: figureWidth(image, building),
      caption: caption && buildInlines(caption.children, caption.name, building),
      place: image.place,
    },
  ]
}

/** A share of the column: `60%` or `0.6`. */
function figureWidth(image: HtmlElement, building: BlockBuildContext): number {
  const value = attributeOf(image, 'width') ?? '100%'
  const share = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value)
  if (share > 0 && share <= 1) return share
  building.reportInvalidAttribute(image, 'width', 'a share such as `60%`')
  return 1
}
