import { wordList } from './word-list.js'

/** Whether a word (in small letters) stands for a name, or asks for one; `R-Ohio` and `I’ve` are no names either. */
export function isPronounLike(lower: string): boolean {
  return PRONOUNS.has(lower) || /^(?:[rdi]-|i['’])/.test(lower)
}

/** Whether a word (in small letters) is one of those that sentences begin with, whatever follows. */
export function isSentenceOpener(lower: string): boolean {
  return SENTENCE_OPENERS.has(lower)
}

const PRONOUNS = wordList(`
  i he she it we they you this that these those there here who what when where why how my his her its our their your`)

const SENTENCE_OPENERS = wordList(`
  the a an and but or so yet if as at by in on of to for from with about after before while since despite although though because however according asked also still now then both all some most many more no not yes even just only once one two three such under during instead meanwhile moreover former new`)
