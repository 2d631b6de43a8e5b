import type { Place } from '../../diagnostics/index.js'
import { attributeOf, attributePlace, type HtmlElement } from '../html/html-node.js'
import type { DiagramKind } from '../html/vocabulary.js'
import type { BlockContext } from './block-context.js'
import type { Diagram, Figure } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import type { Inline } from './inlines.js'
import { withTargetLabel } from './target-labels.js'
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
      style: attributeOf(element, 'class'),
      source,
      folder: folderOf(attributePlace(image, 'src')),
      alt,
      width: figureWidth(image, context),
      ...buildCaptions(element, children, context),
      place: firstPlaceInBrief(image) ?? image.place,
    },
  ]
}

/** Where a path begins that a template or the style of a house writes. */
function folderOf({ file: { path } }: Place): string | undefined {
  const isTemplate = path.endsWith('.hbs')
  if (!isTemplate && path !== 'briefwright.yaml') return undefined
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
}

/** The key of a figure's picture among those of its document. */
export const pictureOf = ({ source, folder }: Pick<Figure, 'source' | 'folder'>): string =>
  folder === undefined ? source : `${folder}/${source}`.replace(/^\.\//, '')

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
      ...buildCaptions(element, captions, context),
      place,
    },
  ]
}

function checkArrangement(element: HtmlElement, context: BlockContext): void {
  const value = attributeOf(element, 'arrangement')
  if (value === undefined || timelineArrangement(value)) return
  context.reportInvalidAttribute(element, 'arrangement', '`axis`, `calendar` or `auto`')
}

/** Where the brief names a picture, if it does. */
function firstPlaceInBrief(image: HtmlElement): Place | undefined {
  return image.attributes.get('src')?.fromBrief[0]
}

/**
 * The title above a figure, the caption below it, and who made it: at most one of each. What references call the figure stands
 * before the title, or before the caption where that is all there is.
 */
function buildCaptions(
  element: HtmlElement,
  children: readonly HtmlElement[],
  context: BlockContext,
): Pick<Diagram, 'id' | 'title' | 'caption' | 'credit'> {
  const captions = children.filter(({ name }) => name === 'figcaption')
  const ofClass = (style: string | undefined) => {
    const [first, ...others] = captions.filter(each => attributeOf(each, 'class') === style)
    for (const other of others)
      context.report('misplaced-element', other.place, 'a figure has one title, caption and credit at most')
    return buildCaption(first, context)
  }
  const [title, caption, credit] = [ofClass('title'), ofClass(undefined), ofClass('credit')]
  const id = context.targetId(element)
  const isUntitled = title === undefined && caption !== undefined
  return {
    id,
    title: isUntitled ? title : withTargetLabel(title, id, element.place, context),
    caption: isUntitled ? withTargetLabel(caption, id, element.place, context) : caption,
    credit,
  }
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
