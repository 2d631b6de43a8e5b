import { attributeOf, attributePlace, type HtmlElement } from '../html/html-node.js'
import type { BlockContext } from './block-context.js'
import type { Block, ColumnLayout, DefinitionList, List } from './blocks.js'
import { buildInlines } from './build-inlines.js'

/** Builds the content of an element; builders of containers take it as an argument, so that files do not import in a circle. */
export type BuildContent = (element: HtmlElement) => Block[]

/** Builds `ul` and `ol`; items without content are left out. */
export function buildList(element: HtmlElement, context: BlockContext, buildContent: BuildContent): List[] {
  const { place } = element
  const items = context
    .allowedChildren(element, ['li'])
    .map(buildContent)
    .filter(item => item.length > 0)
  if (items.length === 0) return []
  const style = attributeOf(element, 'class')
  return [{ kind: 'list', ordered: element.name === 'ol', style, items, place }]
}

/** Builds `dl`; a `dd` belongs to the `dt` before it. */
export function buildDefinitionList(
  element: HtmlElement,
  context: BlockContext,
  buildContent: BuildContent,
): DefinitionList[] {
  const entries: { term: DefinitionList['entries'][number]['term']; body: Block[] }[] = []
  for (const child of context.allowedChildren(element, ['dt', 'dd'])) {
    const last = entries.at(-1)
    if (child.name === 'dt')
      entries.push({ term: buildInlines(child.children, child.name, context), body: [] })
    else if (last) last.body.push(...buildContent(child))
    else context.report('misplaced-element', child.place, '`dd` comes before any `dt`')
  }
  const kept = entries.filter(({ term, body }) => term.length > 0 || body.length > 0)
  if (kept.length === 0) return []
  return [{ kind: 'definitions', style: attributeOf(element, 'class'), entries: kept, place: element.place }]
}

/** Builds `columns`, of equal widths unless others are given. */
export function buildColumnLayout(
  element: HtmlElement,
  context: BlockContext,
  buildContent: BuildContent,
): ColumnLayout[] {
  const columns = context.allowedChildren(element, ['column']).map(column => {
    if (attributeOf(column, 'lang') !== undefined)
      context.report(
        'invalid-attribute',
        attributePlace(column, 'lang'),
        'a column of `columns` has no language of its own',
        'put columns of several languages into `parallel`',
      )
    return buildContent(column)
  })
  const widths = context.positiveNumbers(element, 'widths') ?? columns.map(() => 1)
  if (widths.length !== columns.length)
    context.reportInvalidAttribute(element, 'widths', `a number for each of its ${columns.length} columns`)
  const flow = attributeOf(element, 'flow')
  if (flow !== undefined && flow !== 'auto') context.reportInvalidAttribute(element, 'flow', '`auto`')
  const place = { place: element.place }
  return [{ kind: 'columns', widths, columns, ...(flow === 'auto' && { flow }), ...place }]
}
