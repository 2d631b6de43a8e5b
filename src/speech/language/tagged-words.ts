import { present, type Range } from '../../diagnostics/index.js'

/** A word or punctuation mark of an article. */
export interface TaggedWord extends Range {
  readonly text: string
  /** In lower case, with a straight apostrophe, as the lexicon has it. */
  readonly lower: string
  /** One of the Universal POS tags; white space is not a word. */
  readonly pos: PartOfSpeech
}

/** The Universal POS tags (universaldependencies.org), and that of white space. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A sentence of an article, within one paragraph. */
export interface Sentence extends Range {
  /** From 0. */
  readonly paragraph: number
  readonly words: readonly TaggedWord[]
}

/** Words as one text, with a space where the article has white space. */
export function textOfWords(words: readonly TaggedWord[]): string {
  let text = ''
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    text += before && word.start > before.end ? ` ${word.text}` : word.text
  }
  return text
}

/** The characters of the article from the first to the last of some words. */
export function rangeOf(words: readonly TaggedWord[]): Range {
  return { start: present(words[0], 'first word').start, end: present(words.at(-1), 'last word').end }
}

/** Whether there is a word, and its lower case is of a class. */
export function isOfClass(word: TaggedWord | undefined, test: (lower: string) => boolean): boolean {
  return word !== undefined && test(word.lower)
}

/** The genitive ending, which is a word of its own. */
export function isGenitive(word: TaggedWord | undefined): boolean {
  return word !== undefined && /^(?:'s|')$/.test(word.lower)
}
