import { present } from './present.js'

/** A range in a text: offsets in UTF-16 code units, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Line and column as editors count them: both from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A text and the path by which findings name it (relative to the workspace, with `/` as separator). */
export class SourceFile {
  #lineStarts: number[] | undefined

  constructor(
    readonly path: string,
    readonly text: string,
    /** The number of the text's first line, where the text is only a part of the file. */
    readonly firstLine = 1,
  ) {}

  position(offset: number): Position {
    const starts = this.#starts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (present(starts[middle], 'line start') <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + this.firstLine, column: offset - present(starts[low], 'line start') + 1 }
  }

  /** The range of a line without its line end, by the line's number in the file. */
  line(number: number): Range {
    const starts = this.#starts()
    const index = number - this.firstLine
    const start = starts[index] ?? this.text.length
    const next = starts[index + 1]
    const end = next === undefined ? this.text.length : next - 1
    return { start, end: end > start && this.text[end - 1] === '\r' ? end - 1 : end }
  }

  #starts(): number[] {
    if (!this.#lineStarts) {
      this.#lineStarts = [0]
      for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1))
        this.#lineStarts.push(at + 1)
    }
    return this.#lineStarts
  }
}

/** A range in a named text: what a finding points at, or where a printed word comes from. */
export interface Place {
  readonly file: SourceFile
  readonly range: Range
}
