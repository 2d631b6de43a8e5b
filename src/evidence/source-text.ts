import type { Range, SourceFile } from '../diagnostics/index.js'
import { sha256 } from './hash.js'
import { paragraphsOf } from './paragraphs.js'
import { type Speech, speechOf } from './speech.js'
import { keyOf, tokenise } from './tokens.js'

/** The text of a source, prepared once for any number of quotations. */
export interface SourceText extends Speech {
  readonly file: SourceFile
  /** SHA-256 of the text as UTF-8, as lower-case hexadecimal. */
  readonly sha256: string
  readonly paragraphs: readonly Range[]
  /** What each token is looked up by. */
  readonly keys: readonly string[]
  /** The places (token numbers, ascending) of each word by its key. */
  readonly index: ReadonlyMap<string, readonly number[]>
}

/** Prepares a text, so that quotations are found in it by their words in a time that does not grow with its length. */
export function sourceText(file: SourceFile): SourceText {
  const paragraphs = paragraphsOf(file.text)
  const speech = speechOf(file.text, tokenise(file.text), ascending(paragraphs))
  const keys = speech.tokens.map(token => keyOf(token.form))
  return { ...speech, file, sha256: sha256(file.text), paragraphs, keys, index: indexOf(speech.tokens, keys) }
}

/** Which paragraph (from 1) an offset lies in, for offsets that only grow. */
function ascending(paragraphs: readonly Range[]): (offset: number) => number {
  let number = 1
  return offset => {
    while (offset >= (paragraphs[number]?.start ?? Number.POSITIVE_INFINITY)) number++
    return number
  }
}

function indexOf(tokens: Speech['tokens'], keys: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  const add = (key: string, position: number) => {
    const positions = index.get(key)
    if (positions) positions.push(position)
    else index.set(key, [position])
  }
  keys.forEach((key, position) => {
    add(key, position)
    const variant = tokens[position]?.variant
    if (variant !== undefined && keyOf(variant) !== key) add(keyOf(variant), position)
  })
  return index
}
