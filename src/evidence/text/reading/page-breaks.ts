import { type SourceLine, textLines } from './mask.js'

/**
 * Takes page heads, page numbers and the marks of subtitles out of a text, and joins the paragraph that they interrupt. A line that
 * only looks like a head stays, unless a page number or a form feed stands beside it, or it comes again.
 */
export function withoutPageBreaks(text: string): string {
  const lines = textLines(text)
  const keys = countKeys(lines)
  const numbers = new Set(lines.flatMap(line => pageNumberOf(line) ?? []))
  const pieces: string[] = []
  let done = 0
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1]
    const length = before ? lengthOfBreak(lines, at, keys, numbers) : undefined
    const after = length === undefined ? undefined : lines[at + length]
    if (!before || length === undefined) continue
    if (after && isInterrupted(before, after)) {
      pieces.push(text.slice(done, before.end), ' '.repeat(after.start - before.end - 1), '\n')
      done = after.start
    } else
      for (const line of lines.slice(at, at + length)) {
        pieces.push(text.slice(done, line.start), ' '.repeat(line.end - line.start))
        done = line.end
      }
    at += length
  }
  return pieces.join('') + text.slice(done)
}

const LONGEST_BREAK = 4
const LONGEST_HEAD = 100
const NUMBER = /^[-–—[(]?\s*(\d{1,4}|x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})\s*[-–—\])]?$/
const NAMED_NUMBER =
  /^(?:page|p\.|seite|s\.|página|pág\.|pagina|blz\.)\s*(\d{1,4})(?:\s*(?:of|von|de|sur|van|di|\/)\s*\d{1,4})?$|^(\d{1,4})\s*(?:of|\/)\s*\d{1,4}$|^[-–—]\s*(\d{1,4})\s*[-–—]$/i
const CUE = /^(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->/

/** How many lines from one on stand between two pages, or between two subtitles; 0 where only a form feed does. */
function lengthOfBreak(
  lines: readonly SourceLine[],
  at: number,
  keys: ReadonlyMap<string, number>,
  numbers: ReadonlySet<number>,
): number | undefined {
  const [before, first] = [lines[at - 1], lines[at]]
  if (!before || !first) return undefined
  if (first.newPage && !isAgain(first, keys) && isInterrupted(before, first)) return 0
  for (const length of [1, 2]) if (isCue(lines.slice(at, at + length))) return length
  for (let length = 1; length <= LONGEST_BREAK && at + length <= lines.length; length++) {
    const run = lines.slice(at, at + length)
    const after = lines[at + length]
    if (run.some(({ text }) => text.length > LONGEST_HEAD)) return undefined
    const ends = after === undefined || after.apart
    const comesAgain = (line: SourceLine) => isAgain(line, keys)
    const isNumber = (line: SourceLine) => pageNumberOf(line) !== undefined
    const marked =
      run.some(isNumber) || run.some(line => line.newPage) || after?.newPage === true || run.some(comesAgain)
    if (!marked || !run.every(line => isNumber(line) || isHead(line))) continue
    const sure = run.every(line => isSureNumber(line, numbers) || comesAgain(line))
    if (!((first.apart && ends) || sure)) continue
    if (after && isInterrupted(before, after)) return length
    if (sure && run.some(line => isSureNumber(line, numbers) || line.newPage)) return length
  }
  return undefined
}

/** The number and the times of a subtitle. */
function isCue(run: readonly SourceLine[]): boolean {
  const last = run.at(-1)
  if (!last || !CUE.test(last.text)) return false
  return run.slice(0, -1).every(({ text }, at) => at === 0 && /^\d{1,5}$/.test(text))
}

function pageNumberOf({ text }: SourceLine): number | undefined {
  const [, named, ofAll, dashed] = NAMED_NUMBER.exec(text) ?? []
  const number = named ?? ofAll ?? dashed ?? NUMBER.exec(text)?.[1]
  if (number === undefined) return undefined
  return /^\d/.test(number) ? Number(number) : 0
}

/** Whether a number can only be that of a page: it says so, or one more or less stands on another line alone. */
function isSureNumber(line: SourceLine, numbers: ReadonlySet<number>): boolean {
  const number = pageNumberOf(line)
  if (number === undefined) return false
  return NAMED_NUMBER.test(line.text) || (line.apart && (numbers.has(number - 1) || numbers.has(number + 1)))
}

function isHead({ text }: SourceLine): boolean {
  return /\p{L}/u.test(text) && !/[.!?:,;…]["”’»)]*$/.test(text) && !/^["“«„‘]/.test(text)
}

function countKeys(lines: readonly SourceLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of lines)
    if (text.length <= LONGEST_HEAD) counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1)
  return counts
}

/** Whether a head comes again, with another number of the page or without one. */
function isAgain(line: SourceLine, keys: ReadonlyMap<string, number>): boolean {
  return isHead(line) && /\p{L}{3}/u.test(line.text) && (keys.get(keyOf(line.text)) ?? 0) > 1
}

function keyOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()
}

/** Whether a sentence goes on from one line to another. */
function isInterrupted({ text: before }: SourceLine, { text: after }: SourceLine): boolean {
  if (/[\p{L}\p{Nd}][-‐¬]$/u.test(before)) return /^\p{L}/u.test(after)
  if (!/[\p{L}\p{Nd},;–—]$/u.test(before)) return false
  if (/^["“«„(]?\p{Ll}/u.test(after)) return true
  return (
    before.length >= FULL_LINE && /^\p{Lu}\p{L}*[’']?\p{L}* \p{L}/u.test(after) && /\p{Ll}$|,$/u.test(before)
  )
}

/** Characters of a line that is no heading. */
const FULL_LINE = 40
