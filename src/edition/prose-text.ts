import type { ProseBlockKinds } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'
import type { FieldPlace } from './field-place.js'

/** Follows a quotation in `ProseText.markdown` that is printed without a proof; no brief can contain it. */
export const NOT_VERIFIED_MARK = '\u0003'

/** Enclose the name of a field of the recipient, encoded as in addresses, in `ProseText.markdown`; no brief can contain either. */
export const PLACEHOLDER_MARKS = { open: '\u0091', close: '\u0092' } as const

/** A prose text of an edition, with the place in the brief that it comes from. */
export class ProseText {
  constructor(
    /** Markdown with Pandoc citations; paragraphs are separated by an empty line. */
    readonly markdown: string,
    readonly place: Place,
    /** The fields of the recipient that it uses, each once; they are filled in when the text is printed. */
    readonly placeholders: readonly Placeholder[] = [],
    /** Set where the text is not in the language of the edition. */
    readonly untranslated?: Untranslated | undefined,
    /** Stands before each of its paragraphs, such as `(S)`; no part of the text itself. */
    readonly portionMark?: string | undefined,
    /** The blocks that its field takes. */
    readonly takes: ProseBlockKinds = 'lists',
  ) {}

  withPortionMark(mark: string | undefined): ProseText {
    return new ProseText(this.markdown, this.place, this.placeholders, this.untranslated, mark, this.takes)
  }

  /** The Markdown with the recipient's values filled in unescaped: for comparing, not for printing. */
  toString(): string {
    return fillPlaceholders(this.markdown, this.placeholders, placeholderText)
  }

  /** What decides how it is printed: two texts with the same JSON are printed alike for every recipient. */
  toJSON(): object {
    return { markdown: this.markdown, lang: this.untranslated?.lang }
  }
}

/** Says that a text has no wording in the language of its edition. */
export interface Untranslated {
  /** The language that the text is in (BCP 47). */
  readonly lang: string
  readonly wanted: string
  /** The field that lacks the wording. */
  readonly field: string
  readonly place: Place
}

/** A field of the recipient that a text uses. */
export interface Placeholder {
  readonly field: string
  /** Its first place in the text. */
  readonly place: Place
  /** The recipient's row; undefined without a mail merge. */
  readonly row: Place | undefined
  /** The value in the row; undefined if the row lacks the field. */
  readonly words: Verbatim | undefined
}

/** The recipient's value, or the placeholder as the author wrote it. */
export function placeholderText({ field, words }: Placeholder): string {
  return words?.text ?? `{{recipient.${field}}}`
}

/** Replaces each marked placeholder by the result of `fill`. */
export function fillPlaceholders(
  text: string,
  placeholders: readonly Placeholder[],
  fill: (placeholder: Placeholder) => string,
): string {
  if (placeholders.length === 0) return text
  return text.replace(MARKED_PLACEHOLDER, (mark, name: string) => {
    const placeholder = placeholders.find(({ field }) => encodeURIComponent(field) === name)
    return placeholder ? fill(placeholder) : mark
  })
}

const MARKED_PLACEHOLDER = new RegExp(
  `${PLACEHOLDER_MARKS.open}([^${PLACEHOLDER_MARKS.close}]*)${PLACEHOLDER_MARKS.close}`,
  'g',
)

/** The place of a recipient's value that was filled into a text of the brief. */
export interface PlaceholderPlace extends Place {
  readonly within: Place
}

/** The place in the brief of something printed: for a recipient's value, that of the text that it was filled into. */
export function placeInBrief(place: Place | PlaceholderPlace): Place {
  return 'within' in place ? place.within : place
}

/** A text that is printed verbatim, without Markdown or citations. */
export class Verbatim {
  constructor(
    readonly text: string,
    readonly place: Place,
    /** Stands before it, such as `(S)`; no part of the text itself. */
    readonly portionMark?: string | undefined,
  ) {}

  withPortionMark(mark: string | undefined): Verbatim {
    return new Verbatim(this.text, this.place, mark)
  }

  toString(): string {
    return this.text
  }
}

/** A date, a term of a fixed list or a number of the brief: what it is, and the place that it comes from. */
export class PlainValue {
  constructor(
    readonly value: string | number,
    readonly place: Place,
  ) {}

  toString(): string {
    return String(this.value)
  }

  valueOf(): string | number {
    return this.value
  }

  toJSON(): string | number {
    return this.value
  }
}

/** What is said somewhere in the brief: a text, a name, a date, a term or a number. */
export type PlacedValue = ProseText | Verbatim | PlainValue

export function isPlacedValue(value: unknown): value is PlacedValue {
  return value instanceof ProseText || value instanceof Verbatim || value instanceof PlainValue
}

/** The same words as coming from another place. */
export function atPlace(value: PlacedValue, place: Place | FieldPlace): PlacedValue {
  if (value instanceof PlainValue) return new PlainValue(value.value, place)
  if (value instanceof Verbatim) return new Verbatim(value.text, place, value.portionMark)
  const { markdown, placeholders, untranslated, portionMark, takes } = value
  return new ProseText(markdown, place, placeholders, untranslated, portionMark, takes)
}

/** A source that a statement is from. */
export class SourceCitation {
  constructor(
    /** The id of a source that the edition may show. */
    readonly source: string,
    /** As the author wrote it, such as `para. 4`. */
    readonly locator: string | undefined,
    readonly place: Place,
    /** Words before it, such as `see`. */
    readonly prefix?: string | undefined,
  ) {}
}

/** The citations of one statement, in the author's order. */
export class SourceCitations {
  constructor(readonly list: readonly SourceCitation[]) {}
}
