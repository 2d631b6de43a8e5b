import type { SourceList } from '../../markup/index.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { TextStyle } from '../theme/style-sheet.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { mentionDestination, sourceDestination } from './document-index.js'
import { addListItem, hangingNode, hangOf, markerLine } from './lists.js'
import { spacedParagraph, stackSpaced, withAnchor } from './spaced-nodes.js'

/** The cited sources; each is a destination, and its number leads back to where it is first mentioned. */
export function composeSources(block: SourceList, context: ComposeContext): SpacedNode {
  const { sheet } = context
  const settings = sheet.style('source-list')
  const textStyle = sheet.textStyle(settings, context.textStyle)
  const items = block.numbered
    ? numberedEntries(block, textStyle, context)
    : block.entries.map(entry => {
        const words = entryParagraph(entry, textStyle, context.element.add('P', block.place), context)
        return withAnchor(words.node, sourceDestination(entry.id))
      })
  const gap = sheet.verticalSpace(settings.gap)
  return {
    node: stackSpaced(items.map(node => ({ node, before: gap, after: gap }))),
    before: sheet.verticalSpace(settings.before),
    after: sheet.verticalSpace(settings.after),
  }
}

function numberedEntries(block: SourceList, textStyle: TextStyle, context: ComposeContext) {
  const { sheet, inlines } = context
  const settings = sheet.style('source-list')
  const colour = settings.marker_colour ? sheet.colour(settings.marker_colour) : textStyle.colour
  const listElement = context.element.add('L', block.place, { numbering: 'Decimal' })
  const labelled = block.entries.map(entry => {
    const goto = context.index.referencedSources.has(entry.id) ? mentionDestination(entry.id) : undefined
    const { label, body } = addListItem(listElement, block.place)
    const element =
      goto === undefined ? label : label.add('Link', block.place, { linkDescription: entry.spoken })
    const around = { ...elementAndLang(context, element), goto }
    const number = inlines.words(`${entry.number}.`, block.place, { ...textStyle, colour }, around)
    return { entry, body, label: markerLine(number, context) }
  })
  const hang = hangOf(labelled, settings, true, context)
  return labelled.map(({ entry, body, label }) => {
    const words = entryParagraph(entry, textStyle, body, context)
    return withAnchor(hangingNode([words], label, hang), sourceDestination(entry.id))
  })
}

/** What references lead to is a note in the tags. */
function entryParagraph(
  { id, children }: SourceList['entries'][number],
  textStyle: TextStyle,
  within: StructureElement,
  context: ComposeContext,
): SpacedNode {
  const isReferredTo = context.index.referencedSources.has(id) || within.type === 'LBody'
  const element = isReferredTo ? within.add('Note', within.place) : within
  const runs = context.inlines.runs(children, textStyle, elementAndLang(context, element))
  return spacedParagraph(runs, {}, context.sheet)
}
