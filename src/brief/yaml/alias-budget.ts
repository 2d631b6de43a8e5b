import type { Place, Report } from '../../diagnostics/index.js'
import type { YamlNode } from './tree.js'

/** Nodes that all aliases of a file may add in total. */
const MAX_ADDED = 20_000

/** Resolves aliases while the tree is built, and stops before they expand to more than any brief contains. */
export class AliasBudget {
  readonly #anchors = new Map<string, YamlNode>()
  readonly #open = new Set<string>()
  readonly #used = new Set<string>()
  readonly #sizes = new Map<YamlNode, number>()
  #added = 0
  #exceeded = false

  constructor(readonly report: Report) {}

  open(anchor: string | undefined): void {
    if (anchor !== undefined) this.#open.add(anchor)
  }

  /** Records a finished node, with its anchor if it has one. */
  close(node: YamlNode, children: readonly YamlNode[], anchor: string | undefined): void {
    this.#sizes.set(
      node,
      children.reduce((sum, child) => sum + this.#size(child), 1),
    )
    if (anchor === undefined) return
    this.#open.delete(anchor)
    this.#anchors.set(anchor, node)
  }

  /** The node that an alias stands for; a finding where there is none, where it contains the alias, or where it is too large. */
  resolve(name: string, place: Place): YamlNode | undefined {
    if (this.#open.has(name)) {
      this.report('yaml-alias-bomb', place, `the alias \`*${name}\` repeats what contains it`)
      return undefined
    }
    this.#used.add(name)
    const target = this.#anchors.get(name)
    if (!target) {
      const hint = 'put the text in quotes if it is to begin with `*`'
      this.report('yaml-syntax', place, `the alias \`*${name}\` has no anchor \`&${name}\` above it`, hint)
      return undefined
    }
    this.#added += this.#size(target)
    if (this.#added <= MAX_ADDED) return target
    if (!this.#exceeded)
      this.report('yaml-alias-bomb', place, `aliases would add more than ${MAX_ADDED} values to the file`)
    this.#exceeded = true
    return undefined
  }

  /** The texts whose anchors no alias has named, with the names. */
  unusedTexts(): { readonly name: string; readonly node: YamlNode }[] {
    return [...this.#anchors]
      .filter(([name, { kind }]) => kind === 'scalar' && !this.#used.has(name))
      .map(([name, node]) => ({ name, node }))
  }

  #size(node: YamlNode): number {
    return this.#sizes.get(node) ?? 1
  }
}
