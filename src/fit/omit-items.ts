import type { Item } from '../edition/index.js'
import { addOmissionNote, findNodes, removeDiagrams, type SectionOmission } from '../markup/index.js'
import { type EditionInputs, type EditionVariant, isVariantMade, makeVariant } from './edition-variant.js'
import type { SettingRange } from './layout-setting.js'
import { type LayoutTrial, type LayoutTrials, lengthInPages } from './layout-trials.js'
import { type OptionalItem, omissionOrder } from './omission-order.js'
import { type OptionalFigure, optionalFigures } from './optional-figures.js'
import { itemHeadings, optionalItems } from './printed-items.js'
import { findFirstFitting } from './search.js'

/** What an edition does without, in the order in which it was given up. */
export interface OmittedContent {
  readonly figures: readonly OptionalFigure[]
  readonly items: readonly Item[]
}

const NOTHING_OMITTED: OmittedContent = { figures: [], items: [] }

/**
 * Leaves items out of an edition, the least important first, and has the edition say so: before any of them its
 * figures, which tell nothing that the text does not.
 */
export class ItemOmitter {
  readonly #left = new Map<EditionVariant, OmittedContent>()
  readonly #versions = new Map<number, EditionVariant>()
  #order: OmissionOrder | undefined

  constructor(
    private readonly material: EditionInputs,
    private readonly whole: EditionVariant,
    private readonly trials: LayoutTrials,
    private readonly settings: SettingRange,
  ) {}

  of(version: EditionVariant): OmittedContent {
    return this.#left.get(version) ?? NOTHING_OMITTED
  }

  /**
   * The edition with as few items left out as lets it fit in its tightest setting: with the last of them put back
   * it would be too long. Where nothing else can go, the words about it move to the running line, so that what
   * must be shown never falls to them. If that is too long, too, so is the trial returned.
   */
  findFirstThatFits(tightest: LayoutTrial, limit: number): LayoutTrial {
    const { figures, items } = this.#inOrder()
    const weights = cumulativeWeights([...figures, ...items])
    const all = figures.length + items.length
    if (all === 0) return tightest
    const last = all + 1
    const lay = (step: number) => this.trials.layOut(this.without(step), this.settings.tightest)
    const expected = lengthInPages(tightest) * (1 - (weights.at(-1) ?? 0) / charactersOf(this.whole))
    const found = findFirstFitting(
      {
        fails: 0,
        serves: last,
        excess: { fails: lengthInPages(tightest) - limit, serves: expected - limit },
      },
      Math.min(this.trials.remaining - 1, Math.ceil(Math.log2(last)) + 1),
      step => {
        const trial = lay(step)
        return { serves: trial.pages <= limit, excess: lengthInPages(trial) - limit }
      },
      step => weights[Math.min(step, all)] ?? 0,
    )
    return lay(found)
  }

  #inOrder(): OmissionOrder {
    this.#order ??= this.#ordered()
    return this.#order
  }

  #ordered(): OmissionOrder {
    const { document, edition } = this.whole
    const optional = optionalItems(edition.items, document, list => {
      const bare = makeVariant(this.material, pathsOf(list))
      return isVariantMade(bare) ? bare.document : undefined
    })
    return { figures: optionalFigures(document), items: omissionOrder(optional, edition.items) }
  }

  /** One step more than there are figures and items stands for all of them, and words about them that take no room. */
  without(step: number): EditionVariant {
    const known = this.#versions.get(step) ?? this.#make(step)
    this.#versions.set(step, known)
    return known
  }

  #make(step: number): EditionVariant {
    const order = this.#inOrder()
    const figures = order.figures.slice(0, step)
    const items = order.items.slice(0, Math.max(0, step - figures.length))
    const made = makeVariant(this.material, pathsOf(items))
    const shortened = isVariantMade(made) ? made : this.whole
    const undrawn = removeDiagrams(shortened.document, new Set(figures.map(({ figure }) => figure)))
    const where = step > figures.length + items.length ? 'running line' : 'paragraph'
    const document =
      items.length > 0
        ? addOmissionNote(undrawn, this.#shortenings(items), where, this.material.library)
        : undrawn
    const version = { ...shortened, document }
    this.#left.set(version, { figures, items })
    return version
  }

  /** By the headings of the edition, in the order in which they stand. */
  #shortenings(left: readonly Item[]): SectionOmission[] {
    const headings = itemHeadings(this.whole.edition.items, this.whole.document)
    const names = [...new Set(headings.values())]
    const countOf = (heading: string | undefined) =>
      left.filter(item => headings.get(item.path) === heading).length
    return [...names, undefined]
      .map(heading => ({ heading, count: countOf(heading) }))
      .filter(({ count }) => count > 0)
  }
}

interface OmissionOrder {
  readonly figures: readonly OptionalFigure[]
  readonly items: readonly OptionalItem[]
}

const pathsOf = (items: readonly Item[]) => new Set(items.map(item => item.path))

/** Characters of the first of them, by how many these are. */
function cumulativeWeights(order: readonly { readonly weight: number }[]): number[] {
  const sums = [0]
  for (const { weight } of order) sums.push((sums.at(-1) ?? 0) + weight)
  return sums
}

function charactersOf({ document }: EditionVariant): number {
  return Math.max(
    1,
    findNodes(document.blocks, 'text').reduce((sum, { text }) => sum + text.length, 0),
  )
}
