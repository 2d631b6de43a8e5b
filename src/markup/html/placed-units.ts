import { parseTargetName, targetName } from '../../brief/index.js'
import { attributeOf, type HtmlElement, type HtmlNode, isWhitespace } from './html-node.js'
import { PAGE_CLASSES } from './vocabulary.js'

/** What stands in `placed` and is moved as one: a table with its notes, a figure, a box, a section. */
export interface PlacedUnit {
  readonly nodes: readonly HtmlNode[]
  /** What references call it; undefined where none can. */
  readonly name: string | undefined
  /** How far it comes out of what refers to it: after the block, the section, or all that shares its pages. */
  readonly extent: UnitExtent
  /** The id of the section that it stands after, as it was asked for. */
  readonly after: string | undefined
  readonly refersTo: ReadonlySet<string>
}

export type UnitExtent = 'block' | 'section' | 'page'

/** The units of a `placed`: each begins with an element that references can name, or that is a section. */
export function placedUnits({ children }: HtmlElement): PlacedUnit[] {
  const groups: HtmlNode[][] = []
  for (const node of children) {
    if (isWhitespace(node)) continue
    const last = groups.at(-1)
    if (last && !beginsUnit(node)) last.push(node)
    else groups.push([node])
  }
  return groups.map(unitOf)
}

function beginsUnit(node: HtmlNode): boolean {
  return node.name === 'section' || targetNamesIn([node]).length > 0
}

function unitOf(nodes: readonly HtmlNode[]): PlacedUnit {
  const [first, ...others] = nodes
  const section = first?.name === 'section' ? first : undefined
  return {
    nodes: section ? [withoutAfter(section), ...others] : nodes,
    name: targetNamesIn(nodes)[0],
    extent: section ? extentOf(section) : 'block',
    after: section && attributeOf(section, 'after'),
    refersTo: new Set(referredNames(nodes)),
  }
}

function withoutAfter(section: HtmlElement): HtmlElement {
  const attributes = new Map([...section.attributes].filter(([name]) => name !== 'after'))
  return { ...section, attributes }
}

/** A section that only holds a table or a figure goes where that would. */
function extentOf(section: HtmlElement): UnitExtent {
  if (isOnOwnPages(section)) return 'page'
  const own = parseTargetName(attributeOf(section, 'id') ?? '')
  return own === undefined && targetNamesIn([section]).length > 0 ? 'block' : 'section'
}

/** Whether a section begins and ends pages. */
export function isOnOwnPages(element: HtmlElement): boolean {
  const style = attributeOf(element, 'class')
  return element.name === 'section' && PAGE_CLASSES.some(name => name === style)
}

/** The names of what references may lead to, in the order of a document, in one form each. */
export function targetNamesIn(nodes: readonly HtmlNode[]): string[] {
  return nodes.flatMap(node => {
    if (node.name === undefined) return []
    const own = targetOf(node)
    return [...(own === undefined ? [] : [own]), ...targetNamesIn(node.children)]
  })
}

/** What references call an element, if they can. */
export function targetOf(element: HtmlElement): string | undefined {
  return normalTargetName(attributeOf(element, 'id'))
}

export function normalTargetName(name: string | undefined): string | undefined {
  const parsed = parseTargetName(name ?? '')
  return parsed && targetName(parsed)
}

/** The names that references within some nodes have, in order. */
export function referredNames(nodes: readonly HtmlNode[]): string[] {
  return nodes.flatMap(node => {
    if (node.name === undefined) return []
    const own = node.name === 'ref' ? normalTargetName(attributeOf(node, 'to')) : undefined
    return [...(own === undefined ? [] : [own]), ...referredNames(node.children)]
  })
}

/** The ids of the sections within some nodes, themselves included. */
export function sectionIdsIn(nodes: readonly HtmlNode[]): string[] {
  return nodes.flatMap(node => {
    if (node.name === undefined) return []
    const id = node.name === 'section' ? attributeOf(node, 'id') : undefined
    return [...(id === undefined ? [] : [id]), ...sectionIdsIn(node.children)]
  })
}
