import type { Shape } from '../../figures/index.js'
import type { SignatureLine, TickBox } from '../../markup/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { diagramPalette } from './diagrams.js'
import { readAsWords } from './meters.js'
import { spacedParagraph } from './spaced-nodes.js'

/** Points: a box that a pen ticks with ease. Where type is larger than that, the box is nearly as large as the type. */
const BOX = { side: 10, stroke: 0.8, share: 0.9, around: 1.5 }

/** An empty box to tick by hand, drawn so that no font needs to have it, and read as its words. */
export function composeTickBox(block: TickBox, context: ComposeContext): SpacedNode[] {
  const side = Math.max(BOX.side, context.textStyle.size * BOX.share)
  const { text, paper } = diagramPalette(context.sheet)
  const inner = side - BOX.stroke
  const box: Shape = {
    kind: 'rectangle',
    ...{ x: BOX.stroke / 2, y: BOX.stroke / 2, width: inner, height: inner },
    ...{ fill: paper, stroke: { colour: text, width: BOX.stroke } },
  }
  const element = context.element.add('P', block.place)
  const drawing = { width: side, height: side, shapes: [box] }
  return [readAsWords(block, drawing, BOX.around, { ...context, element })]
}

/** Points above the line, in which a hand writes. */
const WRITING_ROOM = 26
/** Points. */
const WRITING_LINE = 0.8

/** A line to write on, no part of what is read, over the words that say what for. */
export function composeSignatureLine(block: SignatureLine, context: ComposeContext): SpacedNode {
  const { sheet, inlines, width } = context
  const style = sheet.style('signature-line')
  const length = Math.min(block.length, width)
  const element = context.element.add('P', block.place)
  const runs = inlines.runs(
    block.children,
    sheet.textStyle(style, context.textStyle),
    elementAndLang(context, element),
  )
  const label: LayoutNode = {
    kind: 'stack',
    stack: [spacedParagraph(runs, {}, sheet).node],
    frame: {
      padding: [0, 0, 0, 0],
      inset: { top: WRITING_LINE, bottom: 0 },
      top: { colour: sheet.colour('text'), width: WRITING_LINE },
    },
    margin: [0, 0, width - length, 0],
    keepTogether: true,
  }
  const { before, after } = style
  return {
    node: {
      kind: 'stack',
      stack: [label],
      frame: { padding: [0, 0, 0, 0], inset: { top: WRITING_ROOM, bottom: 0 } },
      keepTogether: true,
    },
    before: sheet.verticalSpace(before),
    after: sheet.verticalSpace(after),
  }
}
