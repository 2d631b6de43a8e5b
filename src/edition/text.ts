import type { Place } from '../diagnostics/index.js'

/** Stands in `Text.markdown` after a quotation that is printed without a proof; no brief can hold it. */
export const NOT_VERIFIED = '\u0003'

/** A piece of prose chosen for an edition, with the place in the brief that it came from. */
export class Text {
  constructor(
    /** Inline Markdown with Pandoc citations; paragraphs are parted by an empty line. */
    readonly markdown: string,
    readonly place: Place,
  ) {}

  toString(): string {
    return this.markdown
  }
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
export class Citation {
  constructor(
    /** The id of a source that the edition may show. */
    readonly source: string,
    /** As the author wrote it, such as `para. 4`. */
    readonly locator: string | undefined,
    readonly place: Place,
  ) {}
}

/** The citations of one statement, in the author's order. */
export class Citations {
  constructor(readonly list: readonly Citation[]) {}
}
