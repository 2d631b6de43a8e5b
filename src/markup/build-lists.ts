import type { Block, Definitions } from './blocks.js'
import { blocksOf, flowOf } from './build-blocks.js'
import { inlinesOf } from './build-inlines.js'
import type { Building } from './building.js'
import { attributeOf, type ElementNode, isBlank } from './element.js'

/** Builds `ul` and `ol`; items without content are left out. */
export function list(element: ElementNode, building: Building): Block[] {
  const items = childrenNamed(element, ['li'], building).map(item =>
    flowOf(item.children, item.name, building),
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
export function definitions(element: ElementNode, building: Building): Block[] {
  const entries: { term: Definitions['entries'][number]['term']; body: Block[] }[] = []
  for (const child of childrenNamed(element, ['dt', 'dd'], building)) {
    const last = entries.at(-1)
    if (child.name === 'dt') entries.push({ term: inlinesOf(child.children, child.name, building), body: [] })
    else if (last) last.body.push(...flowOf(child.children, child.name, building))
    else building.report('misplaced-element', child.place, '`dd` stands before any `dt`')
  }
  const kept = entries.filter(({ term, body }) => term.length > 0 || body.length > 0)
  if (kept.length === 0) return []
  return [{ kind: 'definitions', style: attributeOf(element, 'class'), entries: kept, place: element.place }]
}

/** Builds `columns`, of equal widths unless others are given. */
export function columns(element: ElementNode, building: Building): Block[] {
  const parts = childrenNamed(element, ['column'], building).map(column =>
    blocksOf(column.children, column.name, building),
  )
  const widths = building.numbers(element, 'widths') ?? parts.map(() => 1)
  if (widths.length !== parts.length)
    building.invalid(element, 'widths', `a number for each of its ${parts.length} columns`)
  return [{ kind: 'columns', widths, columns: parts, place: element.place }]
}

/** The children that an element may have; all else is a finding. */
export function childrenNamed(
  element: ElementNode,
  names: readonly string[],
  building: Building,
): ElementNode[] {
  return element.children.flatMap(child => {
    if (isBlank(child)) return []
    if (child.name !== undefined && names.includes(child.name)) return [child]
    if (child.name !== undefined) building.misplaced(child, element.name)
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
