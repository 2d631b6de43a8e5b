import { attributeOf, type HtmlElement, type HtmlNode, isWhitespace } from './html-node.js'
import {
  isOnOwnPages,
  type PlacedUnit,
  placedUnits,
  referredNames,
  sectionIdsIn,
  type UnitExtent,
} from './placed-units.js'

/**
 * Moves what stands in `placed` to where readers look for it: a section after the one that it names; what is referred to
 * after the block, and a section after the section, that does so first. All else stays where its `placed` stands.
 */
export function placeContent(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const apart = nodes.map(placedWithinLanguages)
  const elements = placedElements(apart)
  return elements.length === 0 ? apart : new ContentPlacer(apart, elements).place()
}

/** What stands in one language is moved within that: each column beside another is a text of its own. */
function placedWithinLanguages(node: HtmlNode): HtmlNode {
  if (node.name === undefined || (node.name !== 'parallel' && !isContainer(node))) return node
  const within = node.name === 'parallel' ? placedInColumn : placedWithinLanguages
  const children = node.children.map(within)
  return children.every((child, index) => child === node.children[index]) ? node : { ...node, children }
}

const placedInColumn = (node: HtmlNode): HtmlNode =>
  node.name === 'column' ? { ...node, children: placeContent(node.children) } : node

function placedElements(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap(node => {
    if (node.name === 'placed') return [node]
    return node.name !== undefined && isContainer(node) ? placedElements(node.children) : []
  })
}

/** Elements between whose blocks others can be put. */
const isContainer = ({ name }: HtmlElement): boolean =>
  name === 'section' || name === 'columns' || name === 'column'

/** What may be put between the blocks of a list. */
type Extents = ReadonlySet<UnitExtent>
const BLOCKS: Extents = new Set(['block'])
const BLOCKS_AND_SECTIONS: Extents = new Set(['block', 'section'])
const ALL: Extents = new Set(['block', 'section', 'page'])

interface PlacedNodes {
  readonly nodes: HtmlNode[]
  /** What has to stand farther out. */
  readonly outside: PlacedUnit[]
}

class ContentPlacer {
  readonly #unitsOf: ReadonlyMap<HtmlElement, readonly PlacedUnit[]>
  readonly #named = new Map<string, PlacedUnit>()
  /** By the id of the section that they stand after. */
  readonly #followers = new Map<string, PlacedUnit[]>()
  readonly #isFollower = new Set<PlacedUnit>()
  readonly #done = new Set<PlacedUnit>()

  constructor(
    readonly nodes: readonly HtmlNode[],
    elements: readonly HtmlElement[],
  ) {
    this.#unitsOf = new Map(elements.map(element => [element, placedUnits(element)]))
    const units = [...this.#unitsOf.values()].flat()
    for (const unit of units)
      if (unit.name !== undefined && !this.#named.has(unit.name)) this.#named.set(unit.name, unit)
    this.#findFollowers(units)
  }

  place(): readonly HtmlNode[] {
    return this.#walk(this.nodes, ALL).nodes
  }

  /** A section of the template goes before a free one of the same name; sections that follow each other in a circle stay. */
  #findFollowers(units: readonly PlacedUnit[]): void {
    const ids = new Set(sectionIdsIn(this.nodes))
    const targets = new Map(
      units.flatMap(unit => {
        const { after } = unit
        const found = [after, `sec:${after}`].find(id => id !== undefined && ids.has(id))
        return after === undefined || found === undefined ? [] : [[unit, found] as const]
      }),
    )
    for (const [unit, id] of targets) {
      if (leadsTo(unit, unit, targets, this.#named)) continue
      this.#followers.set(id, [...(this.#followers.get(id) ?? []), unit])
      this.#isFollower.add(unit)
    }
  }

  #walk(nodes: readonly HtmlNode[], takes: Extents): PlacedNodes {
    const placed: HtmlNode[] = []
    const outside: PlacedUnit[] = []
    let afterHeading: PlacedUnit[] = []
    const put = (units: readonly PlacedUnit[]): void => {
      for (const unit of units) {
        if (!takes.has(unit.extent)) {
          outside.push(unit)
          continue
        }
        this.#done.add(unit)
        const inner = this.#walk(unit.nodes, takes)
        placed.push(...inner.nodes)
        outside.push(...inner.outside)
      }
    }
    for (const node of nodes) {
      if (node.name === 'placed') {
        for (const standing of this.#standing(node)) put(this.#claim([standing]))
        continue
      }
      const { shown, units } = this.#node(node, takes)
      placed.push(shown)
      if (isHeading(node)) afterHeading.push(...units)
      else if (!isWhitespace(node)) {
        put([...afterHeading, ...units])
        afterHeading = []
      }
    }
    put(afterHeading)
    return { nodes: placed, outside }
  }

  /** A node with what belongs between its own blocks, and what belongs after it. */
  #node(node: HtmlNode, takes: Extents): { readonly shown: HtmlNode; readonly units: readonly PlacedUnit[] } {
    if (node.name === undefined) return { shown: node, units: [] }
    if (!isContainer(node)) {
      const following = sectionIdsIn([node]).flatMap(id => this.#followers.get(id) ?? [])
      return { shown: node, units: [...this.#claim(following), ...this.#referredIn(node)] }
    }
    const { nodes, outside } = this.#walk(node.children, extentsWithin(node, takes))
    const following = this.#followers.get(attributeOf(node, 'id') ?? '') ?? []
    const own = node.name === 'section' ? this.#claim(following) : []
    return { shown: { ...node, children: nodes }, units: [...own, ...outside] }
  }

  #referredIn(node: HtmlNode): PlacedUnit[] {
    const units = referredNames([node]).flatMap(name => this.#named.get(name) ?? [])
    return this.#claim(units.filter(unit => !this.#isFollower.has(unit)))
  }

  /** Those that have no place yet, which they are about to get. */
  #claim(units: readonly PlacedUnit[]): PlacedUnit[] {
    return units.filter(unit => {
      const isFree = !this.#done.has(unit)
      this.#done.add(unit)
      return isFree
    })
  }

  /** What stays where a `placed` stands, those first that no other of them refers to; what later text refers to comes there. */
  #standing(element: HtmlElement): readonly PlacedUnit[] {
    const units = this.#unitsOf.get(element) ?? []
    const later = this.#placedBy(referredNames(nodesAfter(element, this.nodes)))
    const here = units.filter(unit => !this.#isFollower.has(unit) && !later.has(unit))
    const isReferredTo = ({ name }: PlacedUnit) =>
      name !== undefined && here.some(other => other.name !== name && other.refersTo.has(name))
    return [...here.filter(unit => !isReferredTo(unit)), ...here.filter(isReferredTo)]
  }

  /** The units that come to where some names are referred to, with what they bring along and refer to in turn. */
  #placedBy(names: readonly string[]): ReadonlySet<PlacedUnit> {
    const found = new Set<PlacedUnit>()
    const add = (from: Iterable<string>): void => {
      for (const name of from) {
        const unit = this.#named.get(name)
        if (unit && unit.extent !== 'page' && !this.#isFollower.has(unit)) found.add(unit)
      }
    }
    add(names)
    for (const unit of found) {
      add(unit.refersTo)
      for (const id of sectionIdsIn(unit.nodes))
        for (const follower of this.#followers.get(id) ?? []) found.add(follower)
    }
    return found
  }
}

/** An annex holds sections of its own, as nothing but annexes can follow it; columns without a heading hold those that flow through them. */
function extentsWithin(element: HtmlElement, around: Extents): Extents {
  const isFlow = attributeOf(element, 'class') === 'two-columns' && !element.children.some(isHeading)
  if (element.name === 'section' && !isFlow)
    return attributeOf(element, 'class') === 'annex' ? BLOCKS_AND_SECTIONS : BLOCKS
  return around.has('section') && !isOnOwnPages(element) ? BLOCKS_AND_SECTIONS : BLOCKS
}

const isHeading = ({ name }: HtmlNode): boolean => name !== undefined && /^h\d$|^subheading$/.test(name)

/** Whether units that stand after one another come back to one of them. */
function leadsTo(
  unit: PlacedUnit,
  wanted: PlacedUnit,
  targets: ReadonlyMap<PlacedUnit, string>,
  named: ReadonlyMap<string, PlacedUnit>,
): boolean {
  const seen = new Set<PlacedUnit>()
  for (let at: PlacedUnit | undefined = unit; at && !seen.has(at); ) {
    seen.add(at)
    at = named.get(targets.get(at) ?? '')
    if (at === wanted) return true
  }
  return false
}

/** What follows an element in the order of a document. */
function nodesAfter(element: HtmlElement, nodes: readonly HtmlNode[]): HtmlNode[] {
  const index = nodes.findIndex(node => node === element || holds(node, element))
  const node = nodes[index]
  if (!node) return []
  const inner = node === element || node.name === undefined ? [] : nodesAfter(element, node.children)
  return [...inner, ...nodes.slice(index + 1)]
}

const holds = (node: HtmlNode, element: HtmlElement): boolean =>
  node.name !== undefined && node.children.some(child => child === element || holds(child, element))
