import type { Place } from '../diagnostics/index.js'

/** Stands in `Text.markdown` after a quotation that is printed without a proof; no brief can hold it. */
export const NOT_VERIFIED_MARK = '\u0003'

/** Stand in `Text.markdown` around the name of a field of the recipient; no brief can hold either. */
export const PLACEHOLDER_MARKS = { open: '\u0091', close: '\u0092' } as const

/** A piece of prose chosen for an edition, with the place in the brief that it came from. */
export class ProseText {
  constructor(
    /** Inline Markdown with Pandoc citations; paragraphs are parted by an empty line. */
    readonly markdown: string,
    readonly place: Place,
    /** What it asks for of the recipient, each field once: its marks are filled in when it is printed. */
    readonly placeholders: readonly Placeholder[] = [],
    /** Set where its words are not in the language of the edition. */
    readonly untranslated?: Untranslated | undefined,
  ) {}

  /** The Markdown with the recipient's words in it as they are: for comparing, not for printing. */
  toString(): string {
    return fillPlaceholders(this.markdown, this.placeholders, placeholderText)
  }

  /** What of it reaches a page: two texts that are the same in JSON print the same for each recipient. */
  toJSON(): object {
    return { markdown: this.markdown, lang: this.untranslated?.lang }
  }
}

/** That a text has no wording in the language of its edition. */
export interface Untranslated {
  /** The language that its words are in (BCP 47). */
  readonly lang: string
  readonly wanted: string
  /** The field that lacks the wording. */
  readonly field: string
  readonly place: Place
}

/** A field of the recipient that a text asks for. */
export interface Placeholder {
  readonly field: string
  /** Where the text asks for it first. */
  readonly place: Place
  /** The recipient's row; undefined without a mail merge. */
  readonly row: Place | undefined
  /** What the row has for it; undefined if it lacks the field. */
  readonly words: Verbatim | undefined
}

/** The recipient's words, or the placeholder as the author wrote it. */
export function placeholderText({ field, words }: Placeholder): string {
  return words?.text ?? `{{recipient.${field}}}`
}

/** Replaces each mark of a placeholder by what `fill` makes of it. */
export function fillPlaceholders(
  text: string,
  placeholders: readonly Placeholder[],
  fill: (placeholder: Placeholder) => string,
): string {
  if (placeholders.length === 0) return text
  return text.replace(MARKED_PLACEHOLDER, (mark, name: string) => {
    const placeholder = placeholders.find(({ field }) => field === name)
    return placeholder ? fill(placeholder) : mark
  })
}

const MARKED_PLACEHOLDER = new RegExp(
  `${PLACEHOLDER_MARKS.open}([^${PLACEHOLDER_MARKS.close}]*)${PLACEHOLDER_MARKS.close}`,
  'g',
)

/** The place of words of the recipient that were put into a text of the brief. */
export interface PlaceholderPlace extends Place {
  readonly within: Place
}

/** Where words stand as far as the brief counts them: those of a recipient, in the text that they were put into. */
export function placeInBrief(place: Place | PlaceholderPlace): Place {
  return 'within' in place ? place.within : place
}

/** Words to be printed to the letter: no Markdown, no citations. */
export class Verbatim {
  constructor(
    readonly text: string,
    readonly place: Place,
  ) {}

  toString(): string {
    return this.text
  }
}

/** One source that a statement is from. */
export class SourceCitation {
  constructor(
    /** The id of a source that the edition may show. */
    readonly source: string,
    /** As the author wrote it, such as `para. 4`. */
    readonly locator: string | undefined,
    readonly place: Place,
  ) {}
}

/** The citations of one statement, in the author's order. */
export class SourceCitations {
  constructor(readonly list: readonly SourceCitation[]) {}
}
