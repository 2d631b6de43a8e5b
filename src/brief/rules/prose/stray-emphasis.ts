import type { Range } from '../../../diagnostics/index.js'

/** A run of `*` or `_` that may open or close emphasis, with as many of its marks as are still unpaired. */
interface Delimiter {
  readonly mark: string
  readonly start: number
  readonly length: number
  left: number
  readonly opens: boolean
  readonly closes: boolean
}

/** Runs that are looked at; the longest text of an author has a hundred. */
const MAX_RUNS = 2000

/**
 * The marks of emphasis that have no counterpart: two or more, or one before a word, and neither within a word (`f**k`). One
 * that begins a paragraph, or follows another after a word, is the sign of a note (`*without tax`).
 */
export function strayEmphasis(text: string): Range[] {
  const runs = pairedRuns(text)
  const stray = runs.filter(({ left, opens, closes }) => left > 0 && (opens || closes))
  const hasNoteSign = stray.some(({ left, opens, closes }) => left === 1 && closes && !opens)
  return stray.flatMap(run => {
    const { start, length, left, opens, closes } = run
    const isOfWord = /\w/.test(text.charAt(start - 1)) && /\w/.test(text.charAt(start + length))
    const isStray =
      left > 1
        ? !(isOfWord && stray.length === 1)
        : opens && !closes && !hasNoteSign && text.slice(0, start).trim() !== '' && length === 1
    return isStray ? [{ start, end: start + length }] : []
  })
}

/** Pairs runs as CommonMark 0.31, 6.2, and its appendix “An algorithm for parsing nested emphasis and links” do. */
function pairedRuns(text: string): Delimiter[] {
  const runs = delimiterRuns(text)
  const openers: Record<string, Delimiter[]> = { '*': [], _: [] }
  for (const run of runs) {
    const stack = openers[run.mark] ?? []
    while (run.closes && run.left > 0) {
      const at = stack.findLastIndex(opener => canPair(opener, run))
      const opener = stack[at]
      if (!opener) break
      stack.length = at + 1
      const used = Math.min(2, opener.left, run.left)
      opener.left -= used
      run.left -= used
      if (opener.left === 0) stack.pop()
    }
    if (run.opens && run.left > 0) stack.push(run)
  }
  return runs
}

/** The sum of two runs that can both open and close must not be a multiple of 3, unless both are. */
function canPair(opener: Delimiter, closer: Delimiter): boolean {
  if (!((opener.opens && opener.closes) || (closer.opens && closer.closes))) return true
  const sum = opener.length + closer.length
  return sum % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
}

function delimiterRuns(text: string): Delimiter[] {
  const runs: Delimiter[] = []
  for (const { 0: run, index: start } of text.matchAll(/\*+|_+/g)) {
    if (runs.length === MAX_RUNS) break
    const [before, after] = [characterBefore(text, start), characterAt(text, start + run.length)]
    const [spaceBefore, spaceAfter] = [/^\s?$/.test(before), /^\s?$/.test(after)]
    const [markBefore, markAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)]
    const left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
    const right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
    const isUnderscore = run.startsWith('_')
    runs.push({
      mark: run.charAt(0),
      start,
      length: run.length,
      left: run.length,
      opens: left && (!isUnderscore || !right || markBefore),
      closes: right && (!isUnderscore || !left || markAfter),
    })
  }
  return runs
}

const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0x20)
function characterBefore(text: string, at: number): string {
  const last = text.charCodeAt(at - 1)
  return text.slice(at - (last >= 0xdc00 && last <= 0xdfff ? 2 : 1), at)
}
