import type { Item } from '../edition/index.js'
import { markShortened, nodesOf, type Shortening, withoutDiagrams } from '../markup/index.js'
import { isFigure, optionalFigures } from './figures.js'
import { leastFirst, type Optional } from './least-first.js'
import { headingsOf, optionalItems } from './printed-items.js'
import { firstToServe } from './search.js'
import type { Settings } from './setting.js'
import { lengthOf, type Trial, type Trials } from './trials.js'
import { isMade, type Material, makeVersion, type Version } from './version.js'

/**
 * Leaves items out of an edition, the least important first, and has the edition say so: before any of them its
 * figures, which tell nothing that the text does not.
 */
export class LeavingOut {
  readonly #left = new Map<Version, readonly Item[]>()
  readonly #versions = new Map<number, Version>()
  #order: readonly Optional[] | undefined

  constructor(
    private readonly material: Material,
    private readonly whole: Version,
    private readonly trials: Trials,
    private readonly settings: Settings,
  ) {}

  /** What a version does without, in the order in which it was given up. */
  itemsOf(version: Version): readonly Item[] {
    return this.#left.get(version) ?? []
  }

  /**
   * The edition with as few items left out as lets it fit in its tightest setting: with the last of them put back
   * it would be too long. Where nothing else can go, the words about it move to the running line, so that what
   * must be shown never falls to them. If that is too long, too, so is the trial returned.
   */
  findFirstThatFits(tightest: Trial, limit: number): Trial {
    const order = this.#inOrder()
    if (order.length === 0) return tightest
    const weights = cumulative(order)
    const last = order.length + 1
    const lay = (step: number) => this.trials.lay(this.without(step), this.settings.tightest)
    const expected = lengthOf(tightest) * (1 - (weights.at(-1) ?? 0) / charactersOf(this.whole))
    const found = firstToServe(
      { fails: 0, serves: last, excess: { fails: lengthOf(tightest) - limit, serves: expected - limit } },
      Math.min(this.trials.left - 1, Math.ceil(Math.log2(last)) + 1),
      step => {
        const trial = lay(step)
        return { serves: trial.pages <= limit, excess: lengthOf(trial) - limit }
      },
      step => weights[Math.min(step, order.length)] ?? 0,
    )
    return lay(found)
  }

  #inOrder(): readonly Optional[] {
    this.#order ??= this.#ordered()
    return this.#order
  }

  #ordered(): readonly Optional[] {
    const { items } = this.whole.edition
    const optional = optionalItems(items, this.whole.document, list => {
      const bare = makeVersion(this.material, pathsOf(list))
      return isMade(bare) ? bare.document : undefined
    })
    return [...optionalFigures(this.whole.document), ...leastFirst(optional, items)]
  }

  /** One step more than there are items stands for all of them, and words about it that take no room. */
  without(step: number): Version {
    const known = this.#versions.get(step) ?? this.#make(step)
    this.#versions.set(step, known)
    return known
  }

  #make(step: number): Version {
    const order = this.#inOrder()
    const left = order.slice(0, step)
    const made = makeVersion(this.material, pathsOf(left))
    const shortened = isMade(made) ? made : this.whole
    const where = step > order.length ? 'running line' : 'paragraph'
    const figures = new Set(left.filter(isFigure).map(({ figure }) => figure))
    const document = withoutDiagrams(shortened.document, figures)
    const shortenings = this.#shortenings(left.filter(item => !isFigure(item)))
    const version = {
      ...shortened,
      document:
        shortenings.length > 0
          ? markShortened(document, shortenings, where, this.material.library)
          : document,
    }
    this.#left.set(version, left)
    return version
  }

  /** By the headings of the edition, in the order in which they stand. */
  #shortenings(left: readonly Item[]): Shortening[] {
    const headings = headingsOf(this.whole.edition.items, this.whole.document)
    const names = [...new Set(headings.values())]
    const countOf = (heading: string | undefined) =>
      left.filter(item => headings.get(item.path) === heading).length
    return [...names, undefined]
      .map(heading => ({ heading, count: countOf(heading) }))
      .filter(({ count }) => count > 0)
  }
}

const pathsOf = (items: readonly Item[]) => new Set(items.map(item => item.path))

/** Characters of the first items, by how many these are. */
function cumulative(order: readonly Optional[]): number[] {
  const sums = [0]
  for (const { weight } of order) sums.push((sums.at(-1) ?? 0) + weight)
  return sums
}

function charactersOf({ document }: Version): number {
  return Math.max(
    1,
    nodesOf(document.blocks, 'text').reduce((sum, { text }) => sum + text.length, 0),
  )
}
