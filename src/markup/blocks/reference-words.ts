import type { CitationStyle } from '../../edition/index.js'
import { fillPattern, type Locale } from '../locale/locale.js'

/** What a reference names in its source. */
export interface CitedPlaces {
  /** Numbers of paragraphs and ranges of them: `4`, `8–9`. */
  readonly paragraphs: readonly string[]
  /** Places of any other kind, as they are printed: `p. 9`. */
  readonly others: readonly string[]
}

/** What a reference says, before it has words. */
export interface ReferenceContent {
  readonly number: number
  readonly places: CitedPlaces
  /** Words before it, such as `see`. */
  readonly prefix: string | undefined
  /** As in running text; otherwise on the baseline, as in the attribution of a quotation. */
  readonly superscript: boolean
}

/** The words of references in one document, by the style of its audience, the language and how many sources it cites. */
export class ReferenceWords {
  readonly #paragraphWord: RegExp

  constructor(
    private readonly locale: Locale,
    readonly style: CitationStyle,
    /** The document cites one source only, which needs no number. */
    private readonly isOnlySource: boolean,
    /** A reference names no place, so that only the number of its source can stand for it. */
    private readonly citesWithoutPlace: boolean,
  ) {
    const own = locale.citations.paragraph.replace(/\{number\}.*/, '').trim()
    const words = own === '' ? PARAGRAPH_WORDS : `${PARAGRAPH_WORDS}|${escapeRegExp(own)}`
    this.#paragraphWord = new RegExp(`^(?:${words})\\.?\\s*(?=\\d)`, 'iu')
  }

  /** Whether references print nothing: a number alone tells nothing where there is one source. */
  get areSilent(): boolean {
    return this.isOnlySource && this.style !== 'dense'
  }

  get isListNumbered(): boolean {
    return !this.isOnlySource || (!this.areSilent && this.citesWithoutPlace)
  }

  /** On which side of a stop raised references stand. */
  get side(): 'after' | 'before' {
    return this.locale.citationFormat('side') ?? 'after'
  }

  placesIn(locator: string | undefined): CitedPlaces {
    if (this.style !== 'dense' || locator === undefined) return { paragraphs: [], others: [] }
    const numbers = locator.replace(this.#paragraphWord, '')
    if (numbers === locator) return { paragraphs: [], others: [locator] }
    if (PARAGRAPH_NUMBERS.test(numbers)) return { paragraphs: numbers.split(/,\s*/), others: [] }
    return { paragraphs: [], others: [this.#sign(numbers)] }
  }

  /** What is printed in running text, raised. */
  raised({ number, places, prefix }: ReferenceContent): string {
    const { paragraphs, others } = places
    const locator = [...(paragraphs.length > 0 ? [this.#sign(paragraphs.join(', '))] : []), ...others].join(
      ', ',
    )
    const label = this.#isNumbered(places) ? `${number} ${locator}`.trimEnd() : locator
    return withPrefix(prefix, label)
  }

  /** What is printed on the baseline, with the place as it is written. */
  inline({ number, places, prefix }: ReferenceContent, locator: string | undefined): string {
    const { source, source_at } = this.locale.citations
    if (locator === undefined || this.style !== 'dense')
      return withPrefix(prefix, fillPattern(source, { number }))
    const label = this.#isNumbered(places) ? fillPattern(source_at, { number, locator }) : locator
    return withPrefix(prefix, label)
  }

  /** What is read out, in words: `source 1, paragraph 3`. */
  spoken({ number, places, prefix }: ReferenceContent): string {
    const { source, source_at } = this.locale.citations
    const { paragraphs, others } = places
    const isOne = paragraphs.length === 1 && /^\d+\p{L}?$/u.test(paragraphs[0] ?? '')
    const words = this.locale.citationFormat(isOne ? 'spoken_paragraph' : 'spoken_paragraphs')
    const named = fillPattern(words ?? '{number}', { number: paragraphs.join(', ') })
    const locator = [...(paragraphs.length > 0 ? [named] : []), ...others].join(', ')
    const pattern = this.#isNumbered(places)
      ? locator === ''
        ? source
        : source_at
      : (this.locale.citationFormat('only_source_at') ?? '{locator}')
    return withPrefix(prefix, fillPattern(pattern, { number, locator }))
  }

  /** What the link from a source back to its first reference says. */
  spokenBack(number: number): string {
    return fillPattern(this.locale.citationFormat('back') ?? '{number}', { number })
  }

  #isNumbered({ paragraphs, others }: CitedPlaces): boolean {
    return !this.isOnlySource || paragraphs.length + others.length === 0
  }

  #sign(number: string): string {
    return fillPattern(this.locale.citationFormat('mark') ?? '¶{number}', { number })
  }
}

/** All that two references to one source name, paragraphs in the order of their numbers. */
export function joinPlaces(one: CitedPlaces, other: CitedPlaces): CitedPlaces {
  const paragraphs = [...new Set([...one.paragraphs, ...other.paragraphs])]
  return {
    paragraphs: paragraphs.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    others: [...new Set([...one.others, ...other.others])],
  }
}

const withPrefix = (prefix: string | undefined, words: string): string =>
  prefix === undefined ? words : `${prefix} ${words}`

const PARAGRAPH_WORDS = '¶¶?|paragraph(?:s|en)?|paragraphes?|párrafos?|absatz|absätze|paras?|párrs?|par|abs'
const PARAGRAPH_NUMBERS = /^\d+\p{L}?(?:[-–]\d+\p{L}?)?(?:,\s*\d+\p{L}?(?:[-–]\d+\p{L}?)?)*$/u

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
