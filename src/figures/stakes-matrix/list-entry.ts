import type { RatedStake } from '../../markup/index.js'
import type { FigureStyle } from '../drawing.js'
import { lineHeight } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { CIRCLE_RADIUS } from './numbered-circle.js'

/** An entry of the list of stakes, in lines; lengths are points from the top of the entry. */
export interface StakeListEntry {
  readonly stake: RatedStake
  readonly name: readonly string[]
  readonly who: readonly string[]
  /** Top of the text; the number is centred on its first line, and may reach higher. */
  readonly top: number
  readonly height: number
}

/** Between two entries, in points. */
export const ENTRY_GAP = 4

/** Breaks a stake and the names of those who bear it into no more than the given lines. */
export function stakeListEntry(
  stake: RatedStake,
  width: number,
  most: { readonly stake: number; readonly who: number },
  size: number,
  { type }: FigureStyle,
): StakeListEntry {
  const bold = { size: type.size, bold: true }
  const small = { size: type.small, bold: false }
  const diameter = 2 * CIRCLE_RADIUS * size
  const name = wrapText(stake.stake.text, width - entryIndent(size), bold, type, most.stake)
  const bearers = stake.who.map(({ text }) => text).join(', ')
  const who = wrapText(bearers, width - entryIndent(size), small, type, most.who)
  const line = lineHeight(bold.size, type)
  const top = Math.max(0, (diameter - line) / 2)
  const words = name.length * line + who.length * lineHeight(small.size, type)
  return { stake, name, who, top, height: Math.max(diameter, top + words) }
}

/** The indent of the text, right of the numbers, in points. */
export function entryIndent(size: number): number {
  return 2 * CIRCLE_RADIUS * size + NUMBER_GAP
}

/** Between a number and its stake, in points. */
const NUMBER_GAP = 5
