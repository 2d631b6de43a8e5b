import type { Document } from '../../markup/index.js'
import type { Line } from '../nodes/line.js'
import { heightOfLines } from '../nodes/line.js'

/** Sets text of a running head or foot; lengths are points. */
export interface RunningSetter {
  widthOf(text: string): number
  /** Lines of a width at most; `even` for lines of one length. */
  lines(text: string, width: number, even?: boolean): readonly Line[]
  /** Between what stands side by side. */
  readonly gap: number
}

/** What stands at the left and at the right of a running head or foot, the first line of each at the same height. */
export interface RunningLines {
  readonly left: readonly Line[]
  readonly right: readonly Line[]
}

export const NO_RUNNING_LINES: RunningLines = { left: [], right: [] }

/** Points that a running head or foot is high. */
export const heightOfRunningLines = ({ left, right }: RunningLines): number =>
  Math.max(heightOfLines(left), heightOfLines(right))

/** Share of the width that may stand beside a text in several lines. */
const WIDEST_BESIDE = 0.4

/**
 * The running head of a width: the audience at the left, after the organisation where one line has room for both, and the
 * title at the right, in as many lines as it needs; below what is at the left where that is long. A title that has no room in
 * `most` points is shortened after a word; the rest is left out where there is no room for it.
 */
export function headLines(
  { organisation, audience, title }: Document['running'],
  width: number,
  most: number,
  setter: RunningSetter,
): RunningLines {
  const whole = joined([organisation, audience])
  const { widthOf, gap } = setter
  const arrangements: (() => RunningLines)[] = [whole, audience]
    .filter(left => widthOf(left) + gap + widthOf(title) <= width)
    .map(left => () => ({ left: setter.lines(left, width), right: setter.lines(title, width) }))
  for (const left of [whole, audience])
    if (widthOf(left) <= width * WIDEST_BESIDE)
      arrangements.push(() => ({
        left: setter.lines(left, width),
        right: setter.lines(title, width - widthOf(left) - gap, true),
      }))
  const above = packedLines([organisation, audience], width, setter)
  arrangements.push(
    () => ({ left: [...above, ...setter.lines(title, width, true)], right: [] }),
    () => ({
      left: [...above, ...shortenedLines(title, width, most - heightOfLines(above), setter)],
      right: [],
    }),
  )
  for (const arrange of arrangements) {
    const lines = arrange()
    if (heightOfRunningLines(lines) <= most) return lines
  }
  return NO_RUNNING_LINES
}

/** A text in as many lines as there is room for, with … after the last word that has it; none, if there is room for no word. */
function shortenedLines(text: string, width: number, most: number, setter: RunningSetter): readonly Line[] {
  const words = text.split(' ')
  let [fits, tooMany] = [0, words.length]
  const linesOf = (count: number) =>
    setter.lines(
      `${words
        .slice(0, count)
        .join(' ')
        .replace(/[\p{P}\s]+$/u, '')}…`,
      width,
    )
  while (tooMany - fits > 1) {
    const count = Math.floor((fits + tooMany) / 2)
    if (heightOfLines(linesOf(count)) <= most) fits = count
    else tooMany = count
  }
  return fits === 0 ? [] : linesOf(fits)
}

/** Digits of the longest number of pages for which a foot keeps room beside its notes. */
const LONGEST_NUMBER = '000'

/** The running foot of a width: its notes at the left, and at the right the number of the page, below them where they are long. */
export function footLines(
  { notes, page_of }: Document['running'],
  width: number,
  number: string,
  setter: RunningSetter,
): RunningLines {
  const widest = setter.widthOf(numberOfPage(page_of, LONGEST_NUMBER, LONGEST_NUMBER))
  const room = width - setter.gap - Math.max(widest, setter.widthOf(number))
  const right = setter.lines(number, width)
  if (notes.length === 0) return { left: [], right }
  if (room >= width * WIDEST_BESIDE || setter.widthOf(joined(notes)) <= room)
    return { left: packedLines(notes, room, setter), right }
  return { left: [...packedLines(notes, width, setter), ...right], right: [] }
}

/** Which page it is of how many, in the words of the language. */
export const numberOfPage = (page_of: string, page: string, pages: string): string =>
  page_of.replace('{page}', page).replace('{pages}', pages)

/** Parts in as few lines as have room for them, a middle dot between those that share one. */
function packedLines(parts: readonly string[], width: number, setter: RunningSetter): Line[] {
  const rows: string[] = []
  for (const part of parts) {
    if (part === '') continue
    const row = rows.at(-1)
    const together = row === undefined ? part : joined([row, part])
    if (row !== undefined && setter.widthOf(together) <= width) rows[rows.length - 1] = together
    else rows.push(part)
  }
  return rows.flatMap(row => setter.lines(row, width))
}

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ')
