import { type Drawing, drawMeter } from '../../figures/index.js'
import {
  type Meter,
  type SignatureLine,
  type TickBox,
  type Ticks,
  textOfInlines,
} from '../../markup/index.js'
import { diagramPalette, directionOf } from '../../typeset/index.js'
import { drawingToSvg } from '../pictures/index.js'
import type { HtmlContext } from './html-context.js'
import { htmlInlines, textMarkup } from './html-inlines.js'
import { tag } from './tag.js'

/** Drawings have hundredths of their unit: a rem is a hundred of them. */
const REM = 100
/** The unit in which the lengths of marks are counted, and the room for one. */
const UNIT = 0.1 * REM
const MARK_ROOM = 12 * REM

/** A value on a scale as a mark, which is read as its words; these words where it has too many steps for one. */
export function htmlMeter(block: Meter, context: HtmlContext): string {
  const style = { unit: UNIT, palette: diagramPalette(context.sheet) }
  const drawing = drawMeter(block.shape, block.scale, MARK_ROOM, style)
  return drawing
    ? markOf(block, drawing, context)
    : tag('p', {}, textMarkup(textOfInlines(block.children), context.lang))
}

/** A box to tick, on paper. */
export function htmlTickBox(block: TickBox, context: HtmlContext): string {
  const { text, paper } = diagramPalette(context.sheet)
  const [side, stroke] = [1.1 * REM, 0.08 * REM]
  const inner = side - stroke
  const drawing: Drawing = {
    width: side,
    height: side,
    shapes: [
      {
        kind: 'rectangle',
        ...{ x: stroke / 2, y: stroke / 2, width: inner, height: inner },
        ...{ fill: paper, stroke: { colour: text, width: stroke } },
      },
    ],
  }
  return markOf(block, drawing, context)
}

function markOf({ children }: Meter | TickBox, drawing: Drawing, context: HtmlContext): string {
  const { used, pictures, lang } = context
  const size = `width:${rem(drawing.width)};height:${rem(drawing.height)}`
  const svg = drawingToSvg(drawing, {
    label: textOfInlines(children),
    ...{ lang, direction: directionOf(lang) },
    attributes: { class: used.declare(size), width: '100%', height: '100%' },
    paint: pictures.paint,
  })
  return tag('p', { class: 'mark' }, svg)
}

const rem = (hundredths: number): string => `${Math.round(hundredths) / REM}rem`

/** Words over the points of the lines in the cells below. */
export function htmlTicks(block: Ticks, context: HtmlContext): string {
  const labels = block.labels.map(label => htmlInlines(label, context)).filter(label => label !== '')
  return labels.length === 0
    ? ''
    : tag('div', { class: 'ticks' }, labels.map(label => tag('p', {}, label)).join(''))
}

/** A line to write on, on paper, over the words that say what for. */
export function htmlSignatureLine(block: SignatureLine, context: HtmlContext): string {
  const content = htmlInlines(block.children, context)
  if (content === '') return ''
  const { used, style } = context
  used.use('signature-line')
  const length = used.declare(`width:${Math.round((block.length / style.typeSize) * 10) / 10}rem`)
  return tag('p', { class: `signature-line ${length}` }, content)
}
