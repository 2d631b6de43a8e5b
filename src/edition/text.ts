import type { Place } from '../diagnostics/index.js'

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
