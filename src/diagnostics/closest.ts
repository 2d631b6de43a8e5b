import { present } from './present.js'

/** Characters; a longer word is not compared. */
const MAX_WORD_LENGTH = 60

/** Characters; a shorter word is not compared, and one as short may have only one edit. */
const MIN_WORD_LENGTH = 3

/** Edits of the restricted Damerau-Levenshtein distance by which a longer word may be misspelt. */
const MAX_EDITS = 2

/**
 * The word that a misspelt one most likely stands for: the one with the fewest edits, up to the maximum, or else
 * one that it begins, or that begins it.
 */
export function closest(word: string, known: Iterable<string>): string | undefined {
  const typed = normalized(word)
  if (typed.length < MIN_WORD_LENGTH || typed.length > MAX_WORD_LENGTH) return undefined
  const candidates = [...known]
  let best: string | undefined
  let maxEdits = typed.length === MIN_WORD_LENGTH ? 1 : MAX_EDITS
  for (const name of candidates) {
    const target = normalized(name)
    if (Math.abs(target.length - typed.length) > maxEdits) continue
    const edits = editDistance(typed, target)
    if (edits > maxEdits || (edits === maxEdits && best !== undefined && !isLiker(typed, target, best)))
      continue
    ;[best, maxEdits] = [name, edits]
  }
  if (best !== undefined) return best
  return candidates.find(name => normalized(name).startsWith(typed) || typed.startsWith(normalized(name)))
}

/** Of two words with as many edits, that which begins as the misspelt one does is meant, as slips are rare there. */
function isLiker(typed: string, target: string, best: string): boolean {
  return typed[0] === target[0] && typed[0] !== normalized(best)[0]
}

/** Known words that a hint lists at most. */
const MAX_LISTED = 50

/** A hint for a word that is not a known one: the one that was probably meant, else a list of them. */
export function didYouMean(word: string, known: Iterable<string>, label?: string): string | undefined {
  const names = [...known]
  if (names.length === 0) return undefined
  const meant = closest(word, names)
  if (meant !== undefined) return `did you mean \`${meant}\`?`
  const listed = names.slice(0, MAX_LISTED).map(name => `\`${name}\``)
  const more = names.length > MAX_LISTED ? ', …' : ''
  return `use one of ${label === undefined ? '' : `these ${label}: `}${listed.join(', ')}${more}`
}

function normalized(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '_')
}

function editDistance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, row]
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number) => present(row[index], 'cell of the distance table')
