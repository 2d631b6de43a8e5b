import { altText, type Drawing } from '../../figures/index.js'
import type { Diagram, Figure } from '../../markup/index.js'
import { directionOf } from '../../typeset/index.js'
import { drawDiagramForTwin, drawingToSvg } from '../pictures/index.js'
import type { HtmlContext } from './html-context.js'
import { htmlInlines } from './html-inlines.js'
import { blockTarget } from './page-ids.js'
import { classes, openTag, tag } from './tag.js'

/** A picture; nothing where it could not be read. */
export function htmlFigure(block: Figure, context: HtmlContext): string {
  const picture = context.pictures.of(block)
  if (!picture) return ''
  const { used } = context
  const { address: src, width, height } = picture
  const isLogo = block.style === 'logo'
  const share = `${Math.round(Math.min(1, block.width) * 1000) / 10}%`
  const size = isLogo ? undefined : used.declare(`width:max(${share},min(100%,14rem))`)
  const image = openTag('img', { src, alt: block.alt, width, height, class: size })
  return withCaptions(block, used.use('figure', block.style), image, context)
}

/** A figure drawn from data, anew for the widths of screens: type that is small on paper is not made smaller. Nothing where it has nothing to place. */
export function htmlDiagram(block: Diagram, context: HtmlContext): string {
  const label = altText(block)
  const { wide, narrow } = context.room
  const widths = [...new Set([wide, MIDDLE_WIDTH, narrow].filter(width => width <= wide && width >= narrow))]
  const drawn = widths.flatMap(width => {
    const drawing = drawDiagramForTwin(block, context.style, (width * context.style.typeSize) / ENLARGED)
    return drawing ? [{ width, svg: figureSvg(drawing, label, width, classAt(width, widths), context) }] : []
  })
  if (drawn.length === 0) return ''
  return withCaptions(block, context.used.use('figure'), drawn.map(({ svg }) => svg).join('\n'), context)
}

/** Rem: the width of a figure on screens between the widest and the narrowest. */
export const MIDDLE_WIDTH = 29
/** Figures are read on a screen at some distance, in type a little larger than on paper in proportion. */
const ENLARGED = 1.15

/** Which of the drawings of a figure is shown at which width of the screen; the only one always. */
function classAt(width: number, widths: readonly number[]): string | undefined {
  if (widths.length === 1) return undefined
  if (width === widths[0]) return widths.length === 2 ? 'on-wider' : 'on-wide'
  if (width === widths.at(-1)) return 'on-narrow'
  return 'on-middle'
}

function figureSvg(
  drawing: Drawing,
  label: string,
  width: number,
  shown: string | undefined,
  { used, pictures, lang }: HtmlContext,
): string {
  const size = used.declare(`width:${Math.round(width * 100) / 100}rem`)
  return drawingToSvg(drawing, {
    ...{ label, lang, direction: directionOf(lang), paint: pictures.paint },
    attributes: { class: classes('drawing', shown, size) ?? '' },
  })
}

/** What is shown with its title above, and its caption and its credit below. */
function withCaptions(
  { id, title, caption, credit }: Pick<Figure, 'id' | 'title' | 'caption' | 'credit'>,
  style: string | undefined,
  shown: string,
  context: HtmlContext,
): string {
  const { used, ids } = context
  const words = (inlines: Figure['title'], kind: string | undefined) => {
    const content = inlines ? htmlInlines(inlines, context) : ''
    if (content === '') return ''
    return tag('p', { class: classes('figcaption', used.use('figcaption', kind)) }, content)
  }
  const above = words(title, 'title')
  const below = [words(caption, undefined), words(credit, 'credit')].filter(text => text !== '').join('\n')
  const name = (content: string) => (content === '' ? [] : [tag('figcaption', {}, content)])
  const parts =
    above === '' ? [shown, ...name(below)] : [...name(above), shown, ...(below === '' ? [] : [below])]
  const attributes = {
    id: id === undefined ? undefined : ids.give(blockTarget(id)),
    class: classes('figure', style),
  }
  return tag('figure', attributes, `\n${parts.join('\n')}\n`)
}
