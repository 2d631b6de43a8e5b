import type { Range, SourceFile } from '../../diagnostics/index.js'
import { sha256 } from '../../diagnostics/index.js'
import { paragraphsOf } from './paragraphs.js'
import { readSourceTokens, type SourceTokens } from './source-tokens.js'
import { lookupKey, tokenise } from './tokens.js'

/** The text of a source, prepared once for any number of quotations. */
export interface SourceText extends SourceTokens {
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
export function prepareSourceText(file: SourceFile): SourceText {
  const paragraphs = paragraphsOf(file.text)
  const speech = readSourceTokens(file.text, tokenise(file.text), paragraphCounter(paragraphs))
  const keys = speech.tokens.map(token => lookupKey(token.form))
  return {
    ...speech,
    file,
    sha256: sha256(file.text),
    paragraphs,
    keys,
    index: indexTokens(speech.tokens, keys),
  }
}

/** Which paragraph (from 1) an offset lies in, for offsets that only grow. */
function paragraphCounter(paragraphs: readonly Range[]): (offset: number) => number {
  let number = 1
  return offset => {
    while (offset >= (paragraphs[number]?.start ?? Number.POSITIVE_INFINITY)) number++
    return number
  }
}

function indexTokens(tokens: SourceTokens['tokens'], keys: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  const add = (key: string, position: number) => {
    const positions = index.get(key)
    if (positions) positions.push(position)
    else index.set(key, [position])
  }
  keys.forEach((key, position) => {
    add(key, position)
    const variant = tokens[position]?.variant
    if (variant !== undefined && lookupKey(variant) !== key) add(lookupKey(variant), position)
  })
  return index
}
