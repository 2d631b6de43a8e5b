import { attributeOf, type HtmlElement, isWhitespace } from '../html/html-node.js'
import type { BlockBuildContext } from './block-build-context.js'
import type { Block, DefinitionList } from './blocks.js'
import { buildBlocks, buildFlowContent } from './build-blocks.js'
import { buildInlines } from './build-inlines.js'

/** Builds `ul` and `ol`; items without content are left out. */
export function buildList(element: HtmlElement, building: BlockBuildContext): Block[] {
  const items = allowedChildren(element, ['li'], building).map(item =>
    buildFlowContent(item.children, item.name, building),
  )
  const kept = items.filter(item => item.length > 0)
  if (kept.length === 0) return []
  const { place } = element
  return [
    {
      kind: 'list',
      ordered: element.name === 'ol',
      style: attributeOf(element, 'class'),
      items: kept,
      place,
    },
  ]
}

/** Builds `dl`; a `dd` belongs to the `dt` before it. */
export function buildDefinitionList(element: HtmlElement, building: BlockBuildContext): Block[] {
  const entries: { term: DefinitionList['entries'][number]['term']; body: Block[] }[] = []
  for (const child of allowedChildren(element, ['dt', 'dd'], building)) {
    const last = entries.at(-1)
    if (child.name === 'dt')
      entries.push({ term: buildInlines(child.children, child.name, building), body: [] })
    else if (last) last.body.push(...buildFlowContent(child.children, child.name, building))
    else building.report('misplaced-element', child.place, '`dd` stands before any `dt`')
  }
  const kept = entries.filter(({ term, body }) => term.length > 0 || body.length > 0)
  if (kept.length === 0) return []
  return [{ kind: 'definitions', style: attributeOf(element, 'class'), entries: kept, place: element.place }]
}

/** Builds `columns`, of equal widths unless others are given. */
export function buildColumnLayout(element: HtmlElement, building: BlockBuildContext): Block[] {
  const parts = allowedChildren(element, ['column'], building).map(column =>
    buildBlocks(column.children, column.name, building),
  )
  const widths = building.positiveNumbers(element, 'widths') ?? parts.map(() => 1)
  if (widths.length !== parts.length)
    building.reportInvalidAttribute(element, 'widths', `a number for each of its ${parts.length} columns`)
  return [{ kind: 'columns', widths, columns: parts, place: element.place }]
}

/** The children that an element may have; all else is a finding. */
export function allowedChildren(
  element: HtmlElement,
  names: readonly string[],
  building: BlockBuildContext,
): HtmlElement[] {
  return element.children.flatMap(child => {
    if (isWhitespace(child)) return []
    if (child.name !== undefined && names.includes(child.name)) return [child]
    if (child.name !== undefined) building.reportMisplaced(child, element.name)
    else
      building.report(
        'misplaced-element',
        child.place,
        `text stands in \`${element.name}\``,
        `put it into ${names.map(name => `\`${name}\``).join(' or ')}`,
      )
    return []
  })
}
