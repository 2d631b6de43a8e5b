import type { RatedStake } from '../../markup/index.js'
import type { Pens } from '../drawing.js'
import { lineHeight } from '../letters.js'
import { wrapText } from '../wrap-text.js'
import { GREATEST_RADIUS } from './numbered-disc.js'

/** A stake as the list names it, in lines; lengths are points, from the top of the entry. */
export interface ListEntry {
  readonly stake: RatedStake
  readonly name: readonly string[]
  readonly who: readonly string[]
  /** Top of the words; the number is centred on their first line, and may be higher. */
  readonly top: number
  readonly height: number
}

/** Between two entries, in points. */
export const ENTRY_SPACE = 4

/** Breaks a stake and the names of those who bear it into no more than the given lines. */
export function entryOf(
  stake: RatedStake,
  width: number,
  most: { readonly stake: number; readonly who: number },
  size: number,
  { type }: Pens,
): ListEntry {
  const bold = { size: type.size, bold: true }
  const small = { size: type.small, bold: false }
  const disc = 2 * GREATEST_RADIUS * size
  const name = wrapText(stake.stake.text, width - indentOf(size), bold, type, most.stake)
  const bearers = stake.who.map(({ text }) => text).join(', ')
  const who = wrapText(bearers, width - indentOf(size), small, type, most.who)
  const line = lineHeight(bold.size, type)
  const top = Math.max(0, (disc - line) / 2)
  const words = name.length * line + who.length * lineHeight(small.size, type)
  return { stake, name, who, top, height: Math.max(disc, top + words) }
}

/** Where words begin, right of the numbers, in points. */
export function indentOf(size: number): number {
  return 2 * GREATEST_RADIUS * size + NUMBER_SPACE
}

/** Between a number and its stake, in points. */
const NUMBER_SPACE = 5
