import { present, type Range, type SourceFile, sha256 } from '../../diagnostics/index.js'
import { lookupKey, paragraphsOf, type Speech, tokenise } from '../../speech/index.js'
import { markLeadIns } from './lead-ins.js'
import { readingCopy } from './reading/reading-copy.js'
import { readSourceTokens, type SourceTokens } from './source-tokens.js'

/** The text of a source, prepared once for any number of quotations. */
export interface SourceText extends SourceTokens {
  readonly file: SourceFile
  /** SHA-256 of the text as UTF-8, as lower-case hexadecimal. */
  readonly sha256: string
  /** The text without page heads, line numbers, time codes and the marks of notes, which are blanked: all offsets stay. */
  readonly reading: string
  /** As a reader counts them. */
  readonly paragraphs: readonly Range[]
  /** The lookup key of each token. */
  readonly keys: readonly string[]
  /** The positions of each word by its lookup key: token numbers in ascending order. */
  readonly index: ReadonlyMap<string, readonly number[]>
  /** Who says what in it; left out until somebody asks. */
  readonly speech?: Speech
}

/** Indexes a text by its words, so that the time to find a quotation does not grow with the length of the text. */
export function prepareSourceText(file: SourceFile): SourceText {
  const { reading, words } = readingCopy(file.text)
  return indexWords(file, words, reading, paragraphsOf(reading))
}

/** The same text with all that it holds, for a quotation that repeats the mark of a note or `(Applause.)`; itself where that is all. */
export function wholeSourceText(source: SourceText): SourceText {
  const { file, reading, paragraphs } = source
  let whole = wholeTexts.get(source)
  if (!whole) {
    const { words } = readingCopy(file.text)
    whole = words === file.text ? source : indexWords(file, file.text, reading, paragraphs)
    wholeTexts.set(source, whole)
  }
  return whole
}

const wholeTexts = new WeakMap<SourceText, SourceText>()

function indexWords(
  file: SourceFile,
  words: string,
  reading: string,
  paragraphs: readonly Range[],
): SourceText {
  const all = markLeadIns(words, tokenise(words), paragraphs)
  const speech = readSourceTokens(words, all, paragraphCounter(paragraphs))
  const keys = speech.tokens.map(token => lookupKey(token.form))
  return {
    ...speech,
    file,
    sha256: sha256(file.text),
    reading,
    paragraphs,
    keys,
    index: indexTokens(speech.tokens, keys),
  }
}

/** The paragraph of a token, counted from 1. */
export function paragraphAt({ paragraphOf }: SourceText, token: number): number {
  return present(paragraphOf[token], 'paragraph of the token')
}

/** The lookup key of a token. */
export function keyAt({ keys }: SourceText, token: number): string {
  return present(keys[token], 'key of the token')
}

/** The form of a token. */
export function formAt({ tokens }: SourceText, token: number): string {
  return present(tokens[token], 'token').form
}

/** The number of the paragraph (from 1) that holds an offset, for offsets in ascending order. */
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
