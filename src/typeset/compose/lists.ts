import type { Place } from '../../diagnostics/index.js'
import type { DefinitionList, List } from '../../markup/index.js'
import { unbrokenLines } from '../lines/break-lines.js'
import type { LayoutNode, ListMarker, StackNode } from '../nodes/layout-nodes.js'
import type { Line } from '../nodes/line.js'
import type { Margin, TextRun } from '../nodes/paragraph.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { DefinitionSettings, ListSettings } from '../theme/style-settings.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { ofBlock, spacedParagraph, stackSpaced } from './spaced-nodes.js'

/** A bulleted or numbered list with hanging markers. */
export function composeList(block: List, context: ComposeContext): SpacedNode {
  const { sheet, inlines } = context
  const settings = sheet.withClass(block.ordered ? 'ol' : 'ul', block.style)
  const textStyle = sheet.textStyle(settings, context.textStyle)
  const colour = settings.marker_colour ? sheet.colour(settings.marker_colour) : textStyle.colour
  const numbering = block.ordered ? 'Decimal' : settings.marker ? 'Disc' : 'None'
  const listElement = context.element.add('L', block.place, { numbering })
  const labelled = block.items.map((item, index) => {
    const place = item[0]?.place ?? block.place
    const { label, body } = addListItem(listElement, place)
    const text = settings.marker ?? (block.ordered ? `${index + 1}.` : '')
    const runs =
      text === '' ? [] : inlines.words(text, place, { ...textStyle, colour }, elementAndLang(context, label))
    return { item, body, label: markerLine(runs, context) }
  })
  const hang = hangOf(labelled, settings, block.ordered, context)
  const inner = { ...context, textStyle, width: context.width - hang.indent }
  const gap = sheet.verticalSpace(settings.gap)
  const items = labelled.map(({ item, body, label }) => {
    const content = context.composeBlocks(item, { ...inner, element: body })
    return { node: hangingNode(content, label, hang), before: gap, after: gap }
  })
  return {
    node: stackSpaced(keepFirstAndLastPairs(items)),
    before: sheet.verticalSpace(settings.before),
    after: sheet.verticalSpace(settings.after),
  }
}

/** An item of a list is its label and its body, in this order. */
export function addListItem(
  list: StructureElement,
  place: Place,
): { label: StructureElement; body: StructureElement } {
  const item = list.add('LI', place)
  return { label: item.add('Lbl', place), body: item.add('LBody', place) }
}

/** Keeps the first two items of a list on one page, and the last two. */
function keepFirstAndLastPairs(items: readonly SpacedNode[]): readonly SpacedNode[] {
  if (items.length < 2) return items
  return items.map((item, index) =>
    index === 0 || index === items.length - 2
      ? { ...item, node: { ...item.node, keepWithNext: true } }
      : item,
  )
}

/** The line of a marker; none where an item has no marker. */
export const markerLine = (runs: readonly TextRun[], { session }: ComposeContext): Line | undefined =>
  runs.length > 0 ? unbrokenLines(session.measure(runs))[0] : undefined

/** How the items of a list hang. Lengths are points. */
type Hang = Omit<ListMarker, 'line'>

/** As the style says, but never so narrow that the widest marker would stand in the margin. */
export function hangOf(
  labelled: readonly { readonly label: Line | undefined }[],
  settings: ListSettings,
  alignRight: boolean,
  { sheet }: ComposeContext,
): Hang {
  const gap = sheet.ems(MARKER_GAP)
  const widest = labelled.reduce((wide, { label }) => Math.max(wide, label?.width ?? 0), 0)
  const room = widest > 0 ? widest + (alignRight ? gap : sheet.ems(LEAST_MARKER_GAP)) : 0
  return { indent: Math.max(sheet.ems(settings.indent), room), gap, alignRight }
}

export function hangingNode(content: readonly SpacedNode[], line: Line | undefined, hang: Hang): StackNode {
  const marker = line && { line, ...hang }
  return { ...stackSpaced(content), marker, margin: [hang.indent, 0, 0, 0] }
}

/** Ems between a number and the text. */
const MARKER_GAP = 0.45
/** Ems between the widest mark and the text, at least. */
const LEAST_MARKER_GAP = 0.25

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
  const text = termRuns(entry, settings, context, 'left')
  const term: LayoutNode = { kind: 'paragraph', text, keepWithNext: true }
  const body = stackSpaced(context.composeBlocks(entry.body, { ...context, width: context.width - indent }))
  return { kind: 'stack', stack: [term, { ...body, margin: [indent, 0, 0, 0] }] }
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
    ofBlock(first, spacedParagraph(text, context.sheet.style('p'), context.sheet)),
    ...context.composeBlocks(rest, context),
  ])
}

const arrangeColumn: DefinitionArrangement = (entry, settings, context, index) => {
  const { sheet, width } = context
  const gap = sheet.ems(1)
  const termWidth = width * (settings.term_width ?? DEFAULT_TERM_WIDTH)
  const bodyWidth = width - termWidth - gap
  const text = termRuns(entry, settings, context, 'left')
  const body = stackSpaced(context.composeBlocks(entry.body, { ...context, width: bodyWidth }))
  const columns = [
    { width: termWidth, node: { kind: 'paragraph', text, balanceLines: true } as const },
    { width: bodyWidth, node: body },
  ]
  const row: LayoutNode = { kind: 'columns', columns, gap, keepTogether: true }
  const top = index > 0 ? sheet.borderLine(settings.line, 'hair') : undefined
  return top
    ? {
        kind: 'stack',
        stack: [row],
        frame: { padding: [0, sheet.verticalSpace(settings.gap), 0, 0], top, isSeparator: true },
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
    padding: [2 * gap, 0, 0, below] as Margin,
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
  const text = termRuns(entry, settings, context, 'right')
  const term: LayoutNode = { kind: 'paragraph', text, balanceLines: true }
  const body = stackSpaced(context.composeBlocks(entry.body, { ...context, width: bodyWidth - 2 * gap }))
  const columns = [
    {
      width: termWidth,
      node: { kind: 'stack', stack: [term], frame: { padding: [0, 0, 0, below] as Margin } } as const,
    },
    { width: bodyWidth, node: { ...body, frame } },
  ]
  return { kind: 'columns', columns, gap: 0, equal: true, keepTogether: true }
}

const DEFAULT_TERM_WIDTH = 0.2
const ARRANGEMENTS: Readonly<Record<NonNullable<DefinitionSettings['arrangement']>, DefinitionArrangement>> =
  {
    above: arrangeAbove,
    'run-in': arrangeRunIn,
    column: arrangeColumn,
    rail: arrangeRail,
  }
