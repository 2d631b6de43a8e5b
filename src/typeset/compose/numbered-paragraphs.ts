import type { Place } from '../../diagnostics/index.js'
import type { Paragraph } from '../../markup/index.js'
import type { ListMarker } from '../nodes/layout-nodes.js'
import type { Line } from '../nodes/line.js'
import { LAYOUT_ARTIFACT } from '../nodes/structure-element.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { hangingNode, hangOf, markerLine } from './lists.js'
import { stackSpaced } from './spaced-nodes.js'
import { composeParagraph } from './text-blocks.js'

/** A paragraph with its number in the indent; the number is its label, and read before it. */
export function composeNumberedParagraph(
  block: Paragraph,
  number: number,
  context: ComposeContext,
): SpacedNode {
  const element = context.element.add('P', block.place)
  const label = numberLine(number, block.place, context, element.add('Lbl', block.place))
  const hang = numberHang(block.place, context)
  const inner = { ...context, width: context.width - hang.indent }
  const { node, before, after } = composeParagraph(block, inner, element)
  const hanging = hangingNode([{ node, before: 0, after: 0 }], label, hang)
  return { node: stackSpaced([{ node: hanging, before: 0, after: 0 }]), before, after }
}

/** Composes what belongs to a numbered paragraph and has no number: it begins where the words of that do. */
export function composeUnderNumber(
  place: Place,
  context: ComposeContext,
  compose: (context: ComposeContext) => SpacedNode,
): SpacedNode {
  const { indent } = numberHang(place, context)
  const { node, ...spaces } = compose({ ...context, width: context.width - indent })
  const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0]
  return { ...spaces, node: { ...node, margin: [left + indent, top, right, bottom] } }
}

/** The same for all paragraphs of a document: as the theme says, but wide enough for the highest number. */
function numberHang(place: Place, context: ComposeContext): Omit<ListMarker, 'line'> {
  const widest = numberLine(context.index.highestNumber, place, context)
  const { indent } = context.sheet.style('section.numbered')
  return hangOf([{ label: widest }], { indent }, false, context)
}

function numberLine(
  number: number,
  place: Place,
  context: ComposeContext,
  element?: ComposeContext['element'],
): Line | undefined {
  const { sheet, inlines, textStyle } = context
  const { marker_colour } = sheet.style('section.numbered')
  const style =
    marker_colour === undefined ? textStyle : { ...textStyle, colour: sheet.colour(marker_colour) }
  const around = element ? elementAndLang(context, element) : { element: LAYOUT_ARTIFACT }
  return markerLine(inlines.words(`${number}. `, place, style, around), context)
}
