/** Builds a value, and for each of its characters (UTF-16) the range in the file that it came from. */
export class Aligner {
  value = ''
  readonly starts: number[] = []
  readonly ends: number[] = []

  /** Adds characters that are the same in the file and in the value. */
  copy(source: string, offset: number): void {
    this.value += source
    for (let index = 0; index < source.length; index += 1) {
      this.starts.push(offset + index)
      this.ends.push(offset + index + 1)
    }
  }

  /** Adds characters that are written differently in the file: as an escape or a folded line end. */
  put(characters: string, start: number, end: number): void {
    this.value += characters
    for (let index = 0; index < characters.length; index += 1) {
      this.starts.push(start)
      this.ends.push(end)
    }
  }
}

/** A line of a scalar, without its line end. */
export interface ScalarLine {
  readonly text: string
  readonly start: number
}

/** The lines of a token, with offsets in the file. */
export function scalarLines(source: string, offset: number): ScalarLine[] {
  let start = offset
  return source.split('\n').map(line => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    const at = start
    start += line.length + 1
    return { text, start: at }
  })
}
