import { FOLDED_CHARACTERS, IGNORABLE, NEEDS_FOLDING } from './characters.js'

/** A text in its normalised form, with the original offset of each character. */
export interface FoldedText {
  readonly text: string
  /** The offset in the original (UTF-16) of the folded text's character at `offset`, or of its end. */
  originalOffset(offset: number): number
}

/** Normalises characters, so that later steps compare plain text and still refer to offsets in the original. */
export function fold(text: string): FoldedText {
  const pieces: string[] = []
  const offsets = new Offsets(text.length)
  let done = 0
  for (const match of text.matchAll(FOLDABLE_RUN)) {
    const run = match[0]
    if (!NEEDS_FOLDING.test(run) && run.normalize('NFC') === run) continue
    pieces.push(text.slice(done, match.index))
    offsets.copy(done, match.index)
    for (const cluster of run.matchAll(CLUSTER)) {
      const folded = foldCluster(cluster[0])
      pieces.push(folded)
      offsets.repeat(match.index + cluster.index, folded.length)
    }
    done = match.index + run.length
  }
  if (done === 0) return { text, originalOffset: offset => offset }
  pieces.push(text.slice(done))
  offsets.copy(done, text.length + 1)
  const map = offsets.values()
  return { text: pieces.join(''), originalOffset: offset => map[offset] ?? text.length }
}

/** Characters beyond ASCII with the one before them, which they may combine with, and the space or line end after a soft hyphen. */
const FOLDABLE_RUN = /[\s\S]?(?:[^\x00-\x7f]|(?<=\xad)(?:[ \t]+(?:\r?\n[ \t]*)?|\r?\n[ \t]*))+/g

/** A character with what combines with it: marks, conjoining Hangul letters and characters without width. */
const CLUSTER = new RegExp(String.raw`\P{M}(?:\p{M}|[\u1160-\u11ff\ud7b0-\ud7ff]|${IGNORABLE})*|[\s\S]`, 'gu')
const IGNORABLES = new RegExp(IGNORABLE, 'gu')

function foldCluster(cluster: string): string {
  let folded = ''
  for (const character of cluster.replace(IGNORABLES, '').normalize('NFC'))
    folded += FOLDED_CHARACTERS.get(character) ?? character
  return folded
}

/** A growing list of offsets in one typed array. */
class Offsets {
  #values: Int32Array
  #length = 0

  constructor(capacity: number) {
    this.#values = new Int32Array(capacity + 64)
  }

  copy(start: number, end: number): void {
    this.#reserve(end - start)
    for (let offset = start; offset < end; offset++) this.#values[this.#length++] = offset
  }

  repeat(offset: number, times: number): void {
    this.#reserve(times)
    for (let i = 0; i < times; i++) this.#values[this.#length++] = offset
  }

  values(): Int32Array {
    return this.#values.subarray(0, this.#length)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#values.length) return
    const wider = new Int32Array(2 * (this.#length + more))
    wider.set(this.#values)
    this.#values = wider
  }
}
