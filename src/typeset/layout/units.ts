import { binds } from './bindings.js'
import { widthOf } from './measure.js'
import type { Box } from './optimum-fit.js'
import type { Word } from './word.js'

export const SOFT_HYPHEN = '\u00AD'

/** Words between which no line may end. */
export interface Unit extends Box {
  readonly words: readonly Word[]
  /** The line must end after it. */
  readonly lineEnd: boolean
  /** It should stand in one line with the unit after it, if a line has room for both. */
  readonly bound: boolean
  /** A part of a word cut by the rules of its language, and the whole that it is of. */
  readonly partOf?: Unit
}

/** The units of a paragraph, in order; remembered, as a paragraph is broken at one width after another. */
export function unitsOf(words: readonly Word[]): readonly Unit[] {
  const known = remembered.get(words)
  if (known) return known
  const units = grouped(words).map((group, index, groups) => unitOf(group, groups[index + 1]))
  remembered.set(words, units)
  return units
}

const remembered = new WeakMap<readonly Word[], readonly Unit[]>()

function grouped(words: readonly Word[]): Word[][] {
  const groups: Word[][] = []
  let open: Word[] | undefined
  for (const word of words) {
    if (open) open.push(word)
    else groups.push([word])
    open = word.noNewLine ? groups.at(-1) : undefined
  }
  return groups
}

function unitOf(words: readonly Word[], next: readonly Word[] | undefined): Unit {
  const last = words.at(-1)
  const spaced = last !== undefined && last.trailingCut > 0
  const text = last?.text.trimEnd() ?? ''
  const bound = spaced && !last.lineEnd && next?.[0] !== undefined && binds(text, firstOf(next[0]), last.lang)
  return {
    words,
    ...widths(words),
    bound,
    lineEnd: last?.lineEnd === true,
    penalty: penaltyOf(text, spaced, next?.[0]?.text ?? ''),
  }
}

const firstOf = (word: Word) => word.text.trimEnd()

/** Words as one unit, whose last word says what comes after it. */
export function joined(one: Unit, other: Unit): Unit {
  const words = [...one.words, ...other.words]
  return { ...other, words, width: one.width + other.width, bare: one.width + other.bare }
}

/** Points that words take within a line and at its end. */
export function widths(words: readonly Word[]): Pick<Box, 'width' | 'bare' | 'hyphen'> {
  let width = 0
  for (const word of words) width += word.width
  const last = words.at(-1)
  if (!last) return { width, bare: width, hyphen: false }
  const hyphen = last.text.endsWith(SOFT_HYPHEN)
  return { width, bare: width - last.trailingCut + (hyphen ? widthOf('-', last, last.font) : 0), hyphen }
}

/** What it costs to part two units that should stand together, where a line has no room for both. */
export const PARTED = 25
export const HYPHEN = 5
const WITHIN_COMPOUND = 1.5
const WITHIN_ADDRESS = 3
const BEFORE_DASH = 4
const AFTER_ONE_LETTER = 4
const AFTER_TWO_LETTERS = 0.5

/** A line should not end in a word so short that it belongs to what follows, nor begin with a dash. */
function penaltyOf(text: string, spaced: boolean, next: string): number {
  if (text.endsWith(SOFT_HYPHEN)) return HYPHEN
  if (/^[–—]/.test(next)) return BEFORE_DASH
  if (!spaced) return text.endsWith('-') ? WITHIN_COMPOUND : /[/._?&=#:@%+~]$/.test(text) ? WITHIN_ADDRESS : 0
  const letters = /^[(“"‘«]?(\p{L}{1,2})$/u.exec(text)?.[1]?.length
  return letters === 1 ? AFTER_ONE_LETTER : letters === 2 ? AFTER_TWO_LETTERS : 0
}
