import type { Place } from '../../diagnostics/index.js'
import type { Definitions, List, SourceList } from '../../markup/index.js'
import type { LayoutNode, Marker, Run } from '../layout/nodes.js'
import type { Tag } from '../tags/tag.js'
import type { DefinitionSettings, ListSettings } from '../theme/theme.js'
import { type Context, type Flowed, ofBlock } from './context.js'
import { anchor, leafOf, stackOf } from './flow.js'
import { entryOf, mentionOf } from './inlines.js'

/** A bulleted or numbered list with hanging markers. */
export function list(block: List, context: Context): Flowed {
  const { sheet, inlines } = context
  const settings = sheet.styled(block.ordered ? 'ol' : 'ul', block.style)
  const inner = indented(context, settings)
  const look = {
    ...inner.look,
    colour: settings.marker_colour ? sheet.colour(settings.marker_colour) : inner.look.colour,
  }
  const numbering = block.ordered ? 'Decimal' : settings.marker ? 'Disc' : 'None'
  const whole = context.tag.add('L', block.place, { numbering })
  const items = block.items.map((item, index) => {
    const place = item[0]?.place ?? block.place
    const { label, body } = listItem(whole, place)
    const text = block.ordered ? (settings.marker ?? `${index + 1}.`) : (settings.marker ?? '')
    const runs = text === '' ? [] : inlines.words(text, place, look, ofBlock(context, label))
    const node = hanging(
      context.blocks(item, { ...inner, tag: body }),
      runs,
      settings,
      block.ordered,
      context,
    )
    return { node, before: sheet.space(settings.gap), after: sheet.space(settings.gap) }
  })
  return {
    node: stackOf(paired(items)),
    before: sheet.space(settings.before),
    after: sheet.space(settings.after),
  }
}

/** An item of a list is its label and its body, in this order. */
function listItem(list: Tag, place: Place): { label: Tag; body: Tag } {
  const item = list.add('LI', place)
  return { label: item.add('Lbl', place), body: item.add('LBody', place) }
}

/** Neither the first item of a list nor its last stands alone on a page. */
function paired(items: readonly Flowed[]): readonly Flowed[] {
  for (const index of [0, items.length - 2]) {
    const item = items[index]
    if (item && items.length > 1) item.node.keepNext = true
  }
  return items
}

function indented(context: Context, settings: ListSettings): Context {
  const look = context.sheet.look(settings, context.look)
  return { ...context, look, width: context.width - context.sheet.ems(settings.indent) }
}

function hanging(
  content: readonly Flowed[],
  runs: readonly Run[],
  settings: ListSettings,
  right: boolean,
  { sheet }: Context,
): LayoutNode {
  const room = sheet.ems(settings.indent)
  const marker: Marker | undefined =
    runs.length > 0 ? { runs, room, gap: sheet.ems(MARKER_GAP), right } : undefined
  return { ...stackOf(content), marker, margin: [room, 0, 0, 0] }
}

/** Ems between a number and the text. */
const MARKER_GAP = 0.45

/** The cited sources; each is a destination, and its number leads back to where it is first mentioned. */
export function sources(block: SourceList, context: Context, mentioned: ReadonlySet<string>): Flowed {
  const { sheet, inlines } = context
  const settings = sheet.style('source-list')
  const inner = indented(context, settings)
  const whole = context.tag.add('L', block.place, { numbering: 'Decimal' })
  const items = block.entries.map(entry => {
    const goto = mentioned.has(entry.id) ? mentionOf(entry.id) : undefined
    const look = { ...inner.look, colour: sheet.colour(settings.marker_colour ?? '') }
    const { label, body } = listItem(whole, block.place)
    const tag = goto === undefined ? label : label.add('Link', block.place, { leadsTo: `${entry.number}` })
    const number = inlines.words(`${entry.number}.`, block.place, look, { ...ofBlock(context, tag), goto })
    const note = ofBlock(context, body.add('Note', block.place))
    const node = hanging(
      [leafOf(inlines.runs(entry.children, inner.look, note), {}, sheet)],
      number,
      settings,
      true,
      context,
    )
    anchor(node, entryOf(entry.id))
    return { node, before: sheet.space(settings.gap), after: sheet.space(settings.gap) }
  })
  return { node: stackOf(items), before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** Terms and what belongs to each, arranged as the style says. */
export function definitions(block: Definitions, context: Context): Flowed {
  const { sheet } = context
  const settings = sheet.styled('dl', block.style)
  const inner = { ...context, look: sheet.look(settings, context.look) }
  const arrange = ARRANGEMENTS[settings.arrangement ?? 'above']
  const list = context.tag.add('L', block.place)
  const entries = block.entries.map((entry, index) => {
    const place = entry.body[0]?.place ?? block.place
    const { label, body } = listItem(list, place)
    const node = arrange({ ...entry, label }, settings, { ...inner, tag: body }, index, block.entries.length)
    const gap = settings.arrangement === 'rail' ? 0 : sheet.space(settings.gap)
    return { node, before: gap, after: gap }
  })
  return {
    node: stackOf(paired(entries)),
    before: sheet.space(settings.before),
    after: sheet.space(settings.after),
  }
}

type Entry = Definitions['entries'][number] & { readonly label: Tag }
type Arrange = (
  entry: Entry,
  settings: DefinitionSettings,
  context: Context,
  index: number,
  count: number,
) => LayoutNode

const termRuns = (
  { term, label }: Entry,
  settings: DefinitionSettings,
  context: Context,
  align: Run['align'],
) =>
  context.inlines.runs(term, context.sheet.look(settings.term ?? {}, context.look), {
    ...ofBlock(context, label),
    align,
  })

const above: Arrange = (entry, settings, context) => {
  const indent = context.sheet.ems(settings.indent)
  const term: LayoutNode = { text: termRuns(entry, settings, context, 'left'), keepNext: true }
  const body = stackOf(context.blocks(entry.body, { ...context, width: context.width - indent }))
  body.margin = [indent, 0, 0, 0]
  return { stack: [term, body] }
}

const runIn: Arrange = (entry, settings, context, index, count) => {
  const [first, ...rest] = entry.body
  if (first?.kind !== 'paragraph') return above(entry, settings, context, index, count)
  const look = context.sheet.look(context.sheet.classed('p', first.style), context.look)
  const term = termRuns(entry, settings, context, 'left')
  const gap = context.inlines.words('  ', first.place, look, ofBlock(context, entry.label))
  const words = ofBlock(context, context.tag.add('P', first.place))
  const text = [...term, ...gap, ...context.inlines.runs(first.children, look, words)]
  return stackOf([leafOf(text, context.sheet.style('p'), context.sheet), ...context.blocks(rest, context)])
}

const column: Arrange = (entry, settings, context, index) => {
  const { sheet, width } = context
  const gap = sheet.ems(1)
  const termWidth = width * (settings.term_width ?? DEFAULT_TERM_WIDTH)
  const bodyWidth = width - termWidth - gap
  const term: LayoutNode = { text: termRuns(entry, settings, context, 'left'), heading: true }
  const body = stackOf(context.blocks(entry.body, { ...context, width: bodyWidth }))
  const columns = [
    { ...term, width: termWidth },
    { ...body, width: bodyWidth },
  ]
  const row: LayoutNode = { columns, columnGap: gap, whole: true }
  const top = index > 0 ? sheet.edge(settings.line, 'hair') : undefined
  return top
    ? { stack: [row], frame: { padding: [0, sheet.space(settings.gap), 0, 0], top }, whole: true }
    : row
}

const rail: Arrange = (entry, settings, context, index, count) => {
  const { sheet, width, look } = context
  const gap = sheet.ems(0.9)
  const termWidth = width * (settings.term_width ?? DEFAULT_TERM_WIDTH)
  const bodyWidth = width - termWidth
  const last = index === count - 1
  const below = last ? 0 : sheet.space(settings.gap)
  const line = sheet.edge(settings.line, 'thin') ?? { colour: look.colour, width: 0 }
  const frame = {
    padding: [2 * gap, 0, 0, below] as [number, number, number, number],
    rail: {
      ...line,
      x: gap,
      y: look.leading / 2,
      radius: sheet.ems(0.19),
      dot: sheet.look(settings.term ?? {}, look).colour,
      first: index === 0,
      last,
    },
  }
  const term: LayoutNode = { text: termRuns(entry, settings, context, 'right'), heading: true }
  const body = stackOf(context.blocks(entry.body, { ...context, width: bodyWidth - 2 * gap }))
  const columns = [
    {
      stack: [term],
      frame: { padding: [0, 0, 0, below] as [number, number, number, number] },
      width: termWidth,
    },
    { ...body, frame, width: bodyWidth },
  ]
  return { columns, columnGap: 0, equal: true, whole: true }
}

const DEFAULT_TERM_WIDTH = 0.2
const ARRANGEMENTS: Readonly<Record<NonNullable<DefinitionSettings['arrangement']>, Arrange>> = {
  above,
  'run-in': runIn,
  column,
  rail,
}
