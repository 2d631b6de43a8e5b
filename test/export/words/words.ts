/** What a word of a printed edition is, where a twin may treat it in another way than others. */
export type WordKind =
  | 'text'
  /** The alternative text of a figure. */
  | 'alt'
  /** A word within the drawing of a figure. */
  | 'drawn'
  /** The bullet of an item. */
  | 'bullet'
  /** The number of an item, of a paragraph or of a source. */
  | 'number'
  /** The page of an entry of the contents. */
  | 'page-number'
  /** The letter that calls a note. */
  | 'call'
  | 'note'
  /** What calls a source. */
  | 'reference'
  | 'marking'

export interface PrintedWord {
  readonly text: string
  readonly kind: WordKind
  /** Which of the document's references it is of, from 0. */
  readonly reference?: number
}

/** What is not seen: soft hyphens, joiners, marks of direction, and the mark of a file's encoding. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** A mark that stands by itself between two texts, which a page leaves out where a line ends. */
const SEPARATORS: ReadonlySet<string> = new Set(['·', '|', '•'])
const BRACKET = /[[\](){}]/g

/**
 * The words of a text as all formats are compared by them: brackets stand by themselves, spaces are of one kind, and marks
 * between texts are none.
 */
export const splitWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\u2011/g, '-')
    .replace(BRACKET, ' $& ')
    .split(/\s+/)
    .filter(word => word !== '' && !SEPARATORS.has(word))

export const wordsOfKind = (text: string, kind: WordKind): PrintedWord[] =>
  splitWords(text).map(word => ({ text: word, kind }))

/** What a web address begins with is no part of its words. */
export const withoutScheme = (word: string): string => word.replace(/^https?:\/\//, '')

/** Words shown before and after a difference. */
const BEFORE = 8
const AFTER = 14

/** Where two editions first differ, with the words around; undefined where they say the same. */
export function firstDifference(expected: readonly string[], actual: readonly string[]): string | undefined {
  const length = Math.max(expected.length, actual.length)
  for (let at = 0; at < length; at++) {
    if (expected[at] === actual[at]) continue
    const around = (words: readonly string[]) =>
      `${words.slice(Math.max(0, at - BEFORE), at).join(' ')} >>> ${words.slice(at, at + AFTER).join(' ')}`
    return `word ${at + 1} differs\n  pdf:  ${around(expected)}\n  twin: ${around(actual)}`
  }
  return undefined
}
