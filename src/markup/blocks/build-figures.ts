import { attributeOf, attributePlace, type HtmlElement } from '../html/html-node.js'
import type { DiagramKind } from '../html/vocabulary.js'
import type { BlockContext } from './block-context.js'
import type { Diagram, Figure } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import type { Inline } from './inlines.js'
import { timelineArrangement } from './timeline-arrangement.js'

/** Builds a picture with its caption; it must have an alternative text. */
export function buildFigure(element: HtmlElement, context: BlockContext): Figure[] {
  const children = context.allowedChildren(element, ['img', 'figcaption'])
  const [image, ...others] = children.filter(child => child.name === 'img')
  if (!image || others.length > 0) {
    context.report('misplaced-element', (others[0] ?? element).place, 'a `figure` has one `img`')
    return []
  }
  const alt = attributeOf(image, 'alt')?.trim() ?? ''
  if (alt === '')
    context.report(
      'missing-alt',
      attributePlace(image, 'alt'),
      'a picture has no alternative text',
      'say in `alt` what it shows',
    )
  const source = attributeOf(image, 'src')?.trim() ?? ''
  if (source === '') context.reportInvalidAttribute(image, 'src', 'the path of a picture')
  return [
    {
      kind: 'figure',
      source,
      alt,
      width: figureWidth(image, context),
      ...buildCaptions(children, context),
      place: image.place,
    },
  ]
}

/** Builds a diagram of the edition's data with its caption; nothing if there is no such data. */
export function buildDiagram(
  element: HtmlElement & { readonly name: DiagramKind },
  context: BlockContext,
): Diagram[] {
  const { place } = element
  const captions = context.allowedChildren(element, ['figcaption'])
  checkArrangement(element, context)
  if (element.name === 'chart' && !attributeOf(element, 'of')?.trim())
    context.reportInvalidAttribute(element, 'of', 'the id of a chart')
  const data = context.drawnIn(element)
  if (!data) return []
  return [
    {
      kind: 'diagram',
      data: data.kind === 'stakes-matrix' ? { ...data, listed: listsStakes(element, context) } : data,
      words: context.diagramStrings,
      ...buildCaptions(captions, context),
      place,
    },
  ]
}

function checkArrangement(element: HtmlElement, context: BlockContext): void {
  const value = attributeOf(element, 'arrangement')
  if (value === undefined || timelineArrangement(value)) return
  context.reportInvalidAttribute(element, 'arrangement', '`axis`, `calendar` or `auto`')
}

/** The title above a figure, and the caption below it: at most one of each. */
function buildCaptions(
  children: readonly HtmlElement[],
  context: BlockContext,
): Pick<Diagram, 'title' | 'caption'> {
  const captions = children.filter(({ name }) => name === 'figcaption')
  const isTitle = (element: HtmlElement) => attributeOf(element, 'class') === 'title'
  const [title, ...titles] = captions.filter(isTitle)
  const [caption, ...others] = captions.filter(element => !isTitle(element))
  for (const other of [...titles, ...others])
    context.report('misplaced-element', other.place, 'a figure has one title and one caption at most')
  return { title: buildCaption(title, context), caption: buildCaption(caption, context) }
}

function buildCaption(caption: HtmlElement | undefined, context: BlockContext): Inline[] | undefined {
  if (!caption) return undefined
  const { name, children } = caption
  return context.withoutNotes(name, () => buildInlines(children, name, context))
}

/** The width as a fraction of the column's: `60%` or `0.6`. */
function figureWidth(image: HtmlElement, context: BlockContext): number {
  const value = attributeOf(image, 'width') ?? '100%'
  const share = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value)
  if (share > 0 && share <= 1) return share
  context.reportInvalidAttribute(image, 'width', 'a share such as `60%`')
  return 1
}

function listsStakes(element: HtmlElement, context: BlockContext): boolean {
  const list = attributeOf(element, 'list')
  if (list !== undefined && list !== 'none')
    context.reportInvalidAttribute(element, 'list', '`none`, or leave it out')
  return list !== 'none'
}
