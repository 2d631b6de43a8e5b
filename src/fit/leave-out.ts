import type { Item } from '../edition/index.js'
import { markShortened, nodesOf, type Shortening, withoutDiagrams } from '../markup/index.js'
import { type OptionalFigure, optionalFigures } from './figures.js'
import { leastFirst, type Optional } from './least-first.js'
import { headingsOf, optionalItems } from './printed-items.js'
import { firstToServe } from './search.js'
import type { Settings } from './setting.js'
import { lengthOf, type Trial, type Trials } from './trials.js'
import { isMade, type Material, makeVersion, type Version } from './version.js'

/** What an edition does without, in the order in which it was given up. */
export interface LeftOut {
  readonly figures: readonly OptionalFigure[]
  readonly items: readonly Item[]
}

const NOTHING: LeftOut = { figures: [], items: [] }

/**
 * Leaves items out of an edition, the least important first, and has the edition say so: before any of them its
 * figures, which tell nothing that the text does not.
 */
export class LeavingOut {
  readonly #left = new Map<Version, LeftOut>()
  readonly #versions = new Map<number, Version>()
  #order: Order | undefined

  constructor(
    private readonly material: Material,
    private readonly whole: Version,
    private readonly trials: Trials,
    private readonly settings: Settings,
  ) {}

  of(version: Version): LeftOut {
    return this.#left.get(version) ?? NOTHING
  }

  /**
   * The edition with as few items left out as lets it fit in its tightest setting: with the last of them put back
   * it would be too long. Where nothing else can go, the words about it move to the running line, so that what
   * must be shown never falls to them. If that is too long, too, so is the trial returned.
   */
  findFirstThatFits(tightest: Trial, limit: number): Trial {
    const { figures, items } = this.#inOrder()
    const weights = cumulative([...figures, ...items])
    const all = figures.length + items.length
    if (all === 0) return tightest
    const last = all + 1
    const lay = (step: number) => this.trials.lay(this.without(step), this.settings.tightest)
    const expected = lengthOf(tightest) * (1 - (weights.at(-1) ?? 0) / charactersOf(this.whole))
    const found = firstToServe(
      { fails: 0, serves: last, excess: { fails: lengthOf(tightest) - limit, serves: expected - limit } },
      Math.min(this.trials.left - 1, Math.ceil(Math.log2(last)) + 1),
      step => {
        const trial = lay(step)
        return { serves: trial.pages <= limit, excess: lengthOf(trial) - limit }
      },
      step => weights[Math.min(step, all)] ?? 0,
    )
    return lay(found)
  }

  #inOrder(): Order {
    this.#order ??= this.#ordered()
    return this.#order
  }

  #ordered(): Order {
    const { document, edition } = this.whole
    const optional = optionalItems(edition.items, document, list => {
      const bare = makeVersion(this.material, pathsOf(list))
      return isMade(bare) ? bare.document : undefined
    })
    return { figures: optionalFigures(document), items: leastFirst(optional, edition.items) }
  }

  /** One step more than there are figures and items stands for all of them, and words about them that take no room. */
  without(step: number): Version {
    const known = this.#versions.get(step) ?? this.#make(step)
    this.#versions.set(step, known)
    return known
  }

  #make(step: number): Version {
    const order = this.#inOrder()
    const figures = order.figures.slice(0, step)
    const items = order.items.slice(0, Math.max(0, step - figures.length))
    const made = makeVersion(this.material, pathsOf(items))
    const shortened = isMade(made) ? made : this.whole
    const undrawn = withoutDiagrams(shortened.document, new Set(figures.map(({ figure }) => figure)))
    const where = step > figures.length + items.length ? 'running line' : 'paragraph'
    const document =
      items.length > 0
        ? markShortened(undrawn, this.#shortenings(items), where, this.material.library)
        : undrawn
    const version = { ...shortened, document }
    this.#left.set(version, { figures, items })
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

interface Order {
  readonly figures: readonly OptionalFigure[]
  readonly items: readonly Optional[]
}

const pathsOf = (items: readonly Item[]) => new Set(items.map(item => item.path))

/** Characters of the first of them, by how many these are. */
function cumulative(order: readonly { readonly weight: number }[]): number[] {
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
