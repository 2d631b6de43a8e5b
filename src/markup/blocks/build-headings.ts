import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockContext } from './block-context.js'
import { textOfInlines } from './block-tree.js'
import type { Heading } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import { placeOfBlock } from './place-of-block.js'
import { withTargetLabel } from './target-labels.js'

/** Builds a heading; it takes the id of the section that it is the first of. */
export function buildHeading(
  element: HtmlElement,
  level: Heading['level'],
  context: BlockContext,
  sectionId: string | undefined,
): Heading[] {
  const children = context.withoutNotes(element.name, () =>
    buildInlines(element.children, element.name, context),
  )
  if (children.length === 0) return []
  const ownLevel = context.levelHere(level)
  context.checkHeadingLevel(ownLevel, element)
  const wish = attributeOf(element, 'id') ?? sectionId ?? slugOf(textOfInlines(children))
  return [
    {
      kind: 'heading',
      level: ownLevel,
      style: attributeOf(element, 'class'),
      id: context.uniqueId(wish),
      children: withTargetLabel(children, sectionId, element.place, context) ?? children,
      place: placeOfBlock(element.children, element.place),
    },
  ]
}

/** A heading within prose, which does not know at which level it is printed. */
export function buildSubheading(element: HtmlElement, context: BlockContext): Heading[] {
  const { name, place } = element
  const children = context.withoutNotes(name, () => buildInlines(element.children, name, context))
  if (children.length === 0) return []
  const depth = Number(attributeOf(element, 'depth') ?? '1')
  if (!Number.isInteger(depth) || depth < 1) {
    context.reportInvalidAttribute(element, 'depth', 'a number of levels below the section: `1`, `2`')
    return []
  }
  return [
    {
      kind: 'heading',
      level: context.levelBelow(depth),
      style: undefined,
      id: context.uniqueId(slugOf(textOfInlines(children))),
      children,
      place: placeOfBlock(element.children, place),
    },
  ]
}

function slugOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return words?.join('-') ?? 'heading'
}
