/** How many words a piece of prose has; text without spaces between words is measured by its characters. */
export function countQuotedWords(text: string): number {
  return countUpTo(text, Number.POSITIVE_INFINITY)
}

/** Whether at least `least` words follow a place of a text, near it. */
export function hasWordsAfter(text: string, from: number, least: number): boolean {
  return hasWordsBetween(text, from, text.length, least)
}

/** Whether at least `least` words stand between two places of a text, near the first. */
export function hasWordsBetween(text: string, from: number, to: number, least: number): boolean {
  const near = text.slice(from, Math.min(to, from + REACH))
  return countUpTo(near, least) >= least
}

/** Characters in which a few words stand: thousands of marks without any are passed over once and not for each. */
const REACH = 1000

/**
 * Whether quoted words are the title of a work, `The Daily Herald` or `Face the Nation`, which nobody said: few words, all
 * with a capital but for short ones between them, and no sentence.
 */
export function isTitleOfWork(text: string): boolean {
  const words = text.match(TITLE_WORD) ?? []
  if (words.length > MOST_WORDS_OF_TITLE || /[.;:!?…][\s\S]*\S\s+\S/u.test(text.replace(/\b\p{Lu}\./gu, '')))
    return false
  const capital = words.filter(word => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word))
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || first === last || !/\p{Ll}/u.test(text)) return false
  if (!capital.includes(first) || !capital.includes(last) || capital.length * 2 <= words.length) return false
  return words.every(word => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word) || SMALL_WORDS.has(word))
}

/** Words. */
const MOST_WORDS_OF_TITLE = 8
const TITLE_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or nor but of in on at to by for from with as vs v via per de del la las el los le les du des et y e en da do dos das ' +
    'der die das und von zum zur im am di della dei il lo van het een i og och'
  ).split(' '),
)

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
/** Runs of unspaced script, and words of others: up to a space, a dash or a double mark, with a letter or digit in them. */
const PIECE = new RegExp(
  String.raw`[${UNSPACED}][${UNSPACED}\p{M}]*|[\p{L}\p{N}](?:(?![${UNSPACED}])[^\s—–…"“”„«»「」『』《》])*`,
  'gu',
)
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u')
/** A word of Chinese has about one and a half characters. */
const CHARACTERS_OF_A_WORD = 1.5

function countUpTo(text: string, least: number): number {
  let words = 0
  let characters = 0
  for (const [piece] of text.matchAll(PIECE)) {
    if (STARTS_UNSPACED.test(piece)) characters += piece.length
    else words += 1
    const total = words + Math.floor(characters / CHARACTERS_OF_A_WORD)
    if (total >= least) return total
  }
  return words + Math.floor(characters / CHARACTERS_OF_A_WORD)
}
