import { present } from '../diagnostics/index.js'
import type { Item } from '../edition/index.js'
import { addOmissionNote, removeDiagrams, type SectionOmission } from '../markup/index.js'
import { type EditionInputs, type EditionVariant, isVariantMade, makeVariant } from './edition-variant.js'
import type { SettingRange } from './layout-setting.js'
import { type LayoutTrial, type LayoutTrials, lengthInPages } from './layout-trials.js'
import { type OptionalItem, omissionOrder } from './omission-order.js'
import { type OptionalFigure, optionalFigures } from './optional-figures.js'
import { itemHeadings, optionalItems, printedCharacters } from './printed-items.js'
import { findFirstFitting } from './search.js'

/** What is left out of an edition, in the order in which it was left out. */
export interface OmittedContent {
  readonly figures: readonly OptionalFigure[]
  readonly items: readonly Item[]
}

const NOTHING_OMITTED: OmittedContent = { figures: [], items: [] }

/**
 * Leaves content out of an edition and has the edition say so: first its figures, which show nothing that the text does
 * not say, then its items, the least important first.
 */
export class ItemOmitter {
  readonly #omitted = new Map<EditionVariant, OmittedContent>()
  readonly #variants = new Map<number, EditionVariant>()
  #known: OmissibleContent | undefined

  constructor(
    private readonly inputs: EditionInputs,
    private readonly whole: EditionVariant,
    private readonly trials: LayoutTrials,
    private readonly range: SettingRange,
  ) {}

  /** What a variant made by `without` leaves out; nothing for the whole edition. */
  omittedFrom(variant: EditionVariant): OmittedContent {
    return this.#omitted.get(variant) ?? NOTHING_OMITTED
  }

  /**
   * The edition with as little left out as lets it fit in its tightest setting. Where nothing more can be left out, the
   * note about the omissions moves to the running line, so that it takes no space from what must be shown. If even that
   * is too long, so is the trial returned.
   */
  findFirstThatFits(tightest: LayoutTrial, limit: number): LayoutTrial {
    const { figures, items } = this.#omissible()
    const weights = cumulativeWeights([...figures, ...items])
    const all = figures.length + items.length
    if (all === 0) return tightest
    const last = all + 1
    const layOutStep = (step: number) => this.trials.layOut(this.without(step), this.range.tightest)
    const expected =
      lengthInPages(tightest) *
      (1 - present(weights.at(-1), 'weight of all that can be left out') / charactersOf(this.whole))
    const found = findFirstFitting(
      {
        tooLong: 0,
        fitting: last,
        excess: { tooLong: lengthInPages(tightest) - limit, fitting: expected - limit },
      },
      Math.min(this.trials.remaining - 1, Math.ceil(Math.log2(last)) + 1),
      step => {
        const trial = layOutStep(step)
        return { fits: trial.pages <= limit, excess: lengthInPages(trial) - limit }
      },
      step => present(weights[Math.min(step, all)], 'weight of a step'),
    )
    return layOutStep(found)
  }

  #omissible(): OmissibleContent {
    this.#known ??= this.#findOmissible()
    return this.#known
  }

  #findOmissible(): OmissibleContent {
    const { document, edition } = this.whole
    const optional = optionalItems(edition.items, document, list => {
      const without = makeVariant(this.inputs, pathsOf(list))
      return isVariantMade(without) ? without.document : undefined
    })
    return { figures: optionalFigures(document), items: omissionOrder(optional, edition.items) }
  }

  /** The variant without as many figures and items as the step says; one step more moves the note to the running line. */
  without(step: number): EditionVariant {
    const known = this.#variants.get(step) ?? this.#make(step)
    this.#variants.set(step, known)
    return known
  }

  #make(step: number): EditionVariant {
    const omissible = this.#omissible()
    const figures = omissible.figures.slice(0, step)
    const items = omissible.items.slice(0, Math.max(0, step - figures.length))
    const made = makeVariant(this.inputs, pathsOf(items))
    const shortened = isVariantMade(made) ? made : this.whole
    const withoutFigures = removeDiagrams(shortened.document, new Set(figures.map(({ figure }) => figure)))
    const where = step > figures.length + items.length ? 'running line' : 'paragraph'
    const document =
      items.length > 0
        ? addOmissionNote(withoutFigures, this.#shortenings(items), where, this.inputs.library)
        : withoutFigures
    const variant = { ...shortened, document }
    this.#omitted.set(variant, { figures, items })
    return variant
  }

  /** The numbers of items left out, by the headings of the edition, in order. */
  #shortenings(omitted: readonly Item[]): SectionOmission[] {
    const headings = itemHeadings(this.whole.edition.items, this.whole.document)
    const names = [...new Set(headings.values())]
    const countOf = (heading: string | undefined) =>
      omitted.filter(item => headings.get(item.path) === heading).length
    return [...names, undefined]
      .map(heading => ({ heading, count: countOf(heading) }))
      .filter(({ count }) => count > 0)
  }
}

/** What may be left out, in the order in which it is. */
interface OmissibleContent {
  readonly figures: readonly OptionalFigure[]
  readonly items: readonly OptionalItem[]
}

const pathsOf = (items: readonly Item[]) => new Set(items.map(item => item.path))

/** The total weight of the first entries, by their number. */
function cumulativeWeights(entries: readonly { readonly weight: number }[]): number[] {
  let total = 0
  const sums = [total]
  for (const { weight } of entries) {
    total += weight
    sums.push(total)
  }
  return sums
}

function charactersOf({ document }: EditionVariant): number {
  return Math.max(
    1,
    printedCharacters(document).reduce((sum, { characters }) => sum + characters, 0),
  )
}
