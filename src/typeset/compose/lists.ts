import type { Place } from '../../diagnostics/index.js'
import type { DefinitionList, List, SourceList } from '../../markup/index.js'
import type { LayoutNode, ListMarker, TextRun } from '../nodes/layout-nodes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { DefinitionSettings, ListSettings } from '../theme/theme.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { mentionDestination, sourceDestination } from './document-index.js'
import { addAnchor, spacedParagraph, stackSpaced } from './spaced-nodes.js'

/** A bulleted or numbered list with hanging markers. */
export function composeList(block: List, context: ComposeContext): SpacedNode {
  const { sheet, inlines } = context
  const settings = sheet.withClass(block.ordered ? 'ol' : 'ul', block.style)
  const inner = indentedContext(context, settings)
  const textStyle = {
    ...inner.textStyle,
    colour: settings.marker_colour ? sheet.colour(settings.marker_colour) : inner.textStyle.colour,
  }
  const numbering = block.ordered ? 'Decimal' : settings.marker ? 'Disc' : 'None'
  const listElement = context.element.add('L', block.place, { numbering })
  const items = block.items.map((item, index) => {
    const place = item[0]?.place ?? block.place
    const { label, body } = addListItem(listElement, place)
    const text = block.ordered ? (settings.marker ?? `${index + 1}.`) : (settings.marker ?? '')
    const runs = text === '' ? [] : inlines.words(text, place, textStyle, elementAndLang(context, label))
    const node = hangingNode(
      context.composeBlocks(item, { ...inner, element: body }),
      runs,
      settings,
      block.ordered,
      context,
    )
    return { node, before: sheet.verticalSpace(settings.gap), after: sheet.verticalSpace(settings.gap) }
  })
  return {
    node: stackSpaced(keepFirstAndLastPairs(items)),
    before: sheet.verticalSpace(settings.before),
    after: sheet.verticalSpace(settings.after),
  }
}

/** An item of a list is its label and its body, in this order. */
function addListItem(
  list: StructureElement,
  place: Place,
): { label: StructureElement; body: StructureElement } {
  const item = list.add('LI', place)
  return { label: item.add('Lbl', place), body: item.add('LBody', place) }
}

/** Keeps the first two items of a list on one page, and the last two. */
function keepFirstAndLastPairs(items: readonly SpacedNode[]): readonly SpacedNode[] {
  for (const index of [0, items.length - 2]) {
    const item = items[index]
    if (item && items.length > 1) item.node.keepWithNext = true
  }
  return items
}

function indentedContext(context: ComposeContext, settings: ListSettings): ComposeContext {
  const textStyle = context.sheet.textStyle(settings, context.textStyle)
  return { ...context, textStyle, width: context.width - context.sheet.ems(settings.indent) }
}

function hangingNode(
  content: readonly SpacedNode[],
  runs: readonly TextRun[],
  settings: ListSettings,
  right: boolean,
  { sheet }: ComposeContext,
): LayoutNode {
  const room = sheet.ems(settings.indent)
  const marker: ListMarker | undefined =
    runs.length > 0 ? { runs, indent: room, gap: sheet.ems(MARKER_GAP), alignRight: right } : undefined
  return { ...stackSpaced(content), marker, margin: [room, 0, 0, 0] }
}

/** Ems between a number and the text. */
const MARKER_GAP = 0.45

/** The cited sources; each is a destination, and its number leads back to where it is first mentioned. */
export function composeSources(block: SourceList, context: ComposeContext): SpacedNode {
  const { sheet, inlines } = context
  const settings = sheet.style('source-list')
  const inner = indentedContext(context, settings)
  const listElement = context.element.add('L', block.place, { numbering: 'Decimal' })
  const items = block.entries.map(entry => {
    const goto = context.index.referencedSources.has(entry.id) ? mentionDestination(entry.id) : undefined
    const textStyle = {
      ...inner.textStyle,
      colour: settings.marker_colour ? sheet.colour(settings.marker_colour) : '#000000',
    }
    const { label, body } = addListItem(listElement, block.place)
    const element =
      goto === undefined ? label : label.add('Link', block.place, { linkDescription: `${entry.number}` })
    const number = inlines.words(`${entry.number}.`, block.place, textStyle, {
      ...elementAndLang(context, element),
      goto,
    })
    const note = elementAndLang(context, body.add('Note', block.place))
    const node = hangingNode(
      [spacedParagraph(inlines.runs(entry.children, inner.textStyle, note), {}, sheet)],
      number,
      settings,
      true,
      context,
    )
    addAnchor(node, sourceDestination(entry.id))
    return { node, before: sheet.verticalSpace(settings.gap), after: sheet.verticalSpace(settings.gap) }
  })
  return {
    node: stackSpaced(items),
    before: sheet.verticalSpace(settings.before),
    after: sheet.verticalSpace(settings.after),
  }
}

/** Terms with their definitions, in the arrangement of the style. */
export function composeDefinitions(block: DefinitionList, context: ComposeContext): SpacedNode {
  const { sheet } = context
  const settings = sheet.withClass('dl', block.style)
  const inner = { ...context, textStyle: sheet.textStyle(settings, context.textStyle) }
  const arrange = ARRANGEMENTS[settings.arrangement ?? 'above']
  const list = context.element.add('L', block.place)
  const entries = block.entries.map((entry, index) => {
    const place = entry.body[0]?.place ?? block.place
    const { label, body } = addListItem(list, place)
    const node = arrange(
      { ...entry, label },
      settings,
      { ...inner, element: body },
      index,
      block.entries.length,
    )
    const gap = settings.arrangement === 'rail' ? 0 : sheet.verticalSpace(settings.gap)
    return { node, before: gap, after: gap }
  })
  return {
    node: stackSpaced(keepFirstAndLastPairs(entries)),
    before: sheet.verticalSpace(settings.before),
    after: sheet.verticalSpace(settings.after),
  }
}

type DefinitionEntry = DefinitionList['entries'][number] & { readonly label: StructureElement }
type DefinitionArrangement = (
  entry: DefinitionEntry,
  settings: DefinitionSettings,
  context: ComposeContext,
  index: number,
  count: number,
) => LayoutNode

const termRuns = (
  { term, label }: DefinitionEntry,
  settings: DefinitionSettings,
  context: ComposeContext,
  align: TextRun['align'],
) =>
  context.inlines.runs(term, context.sheet.textStyle(settings.term ?? {}, context.textStyle), {
    ...elementAndLang(context, label),
    align,
  })

const arrangeAbove: DefinitionArrangement = (entry, settings, context) => {
  const indent = context.sheet.ems(settings.indent)
  const term: LayoutNode = { text: termRuns(entry, settings, context, 'left'), keepWithNext: true }
  const body = stackSpaced(context.composeBlocks(entry.body, { ...context, width: context.width - indent }))
  body.margin = [indent, 0, 0, 0]
  return { stack: [term, body] }
}

const arrangeRunIn: DefinitionArrangement = (entry, settings, context, index, count) => {
  const [first, ...rest] = entry.body
  if (first?.kind !== 'paragraph') return arrangeAbove(entry, settings, context, index, count)
  const textStyle = context.sheet.textStyle(context.sheet.classStyle('p', first.style), context.textStyle)
  const term = termRuns(entry, settings, context, 'left')
  const gap = context.inlines.words('  ', first.place, textStyle, elementAndLang(context, entry.label))
  const words = elementAndLang(context, context.element.add('P', first.place))
  const text = [...term, ...gap, ...context.inlines.runs(first.children, textStyle, words)]
  return stackSpaced([
    spacedParagraph(text, context.sheet.style('p'), context.sheet),
    ...context.composeBlocks(rest, context),
  ])
}

const arrangeColumn: DefinitionArrangement = (entry, settings, context, index) => {
  const { sheet, width } = context
  const gap = sheet.ems(1)
  const termWidth = width * (settings.term_width ?? DEFAULT_TERM_WIDTH)
  const bodyWidth = width - termWidth - gap
  const term: LayoutNode = { text: termRuns(entry, settings, context, 'left'), balanceLines: true }
  const body = stackSpaced(context.composeBlocks(entry.body, { ...context, width: bodyWidth }))
  const columns = [
    { ...term, width: termWidth },
    { ...body, width: bodyWidth },
  ]
  const row: LayoutNode = { columns, columnGap: gap, keepTogether: true }
  const top = index > 0 ? sheet.borderLine(settings.line, 'hair') : undefined
  return top
    ? {
        stack: [row],
        frame: { padding: [0, sheet.verticalSpace(settings.gap), 0, 0], top },
        keepTogether: true,
      }
    : row
}

const arrangeRail: DefinitionArrangement = (entry, settings, context, index, count) => {
  const { sheet, width, textStyle } = context
  const gap = sheet.ems(0.9)
  const termWidth = width * (settings.term_width ?? DEFAULT_TERM_WIDTH)
  const bodyWidth = width - termWidth
  const last = index === count - 1
  const below = last ? 0 : sheet.verticalSpace(settings.gap)
  const line = sheet.borderLine(settings.line, 'thin') ?? { colour: textStyle.colour, width: 0 }
  const frame = {
    padding: [2 * gap, 0, 0, below] as [number, number, number, number],
    rail: {
      ...line,
      x: gap,
      y: textStyle.leading / 2,
      radius: sheet.ems(0.19),
      dot: sheet.textStyle(settings.term ?? {}, textStyle).colour,
      first: index === 0,
      last,
    },
  }
  const term: LayoutNode = { text: termRuns(entry, settings, context, 'right'), balanceLines: true }
  const body = stackSpaced(context.composeBlocks(entry.body, { ...context, width: bodyWidth - 2 * gap }))
  const columns = [
    {
      stack: [term],
      frame: { padding: [0, 0, 0, below] as [number, number, number, number] },
      width: termWidth,
    },
    { ...body, frame, width: bodyWidth },
  ]
  return { columns, columnGap: 0, equal: true, keepTogether: true }
}

const DEFAULT_TERM_WIDTH = 0.2
const ARRANGEMENTS: Readonly<Record<NonNullable<DefinitionSettings['arrangement']>, DefinitionArrangement>> =
  {
    above: arrangeAbove,
    'run-in': arrangeRunIn,
    column: arrangeColumn,
    rail: arrangeRail,
  }
