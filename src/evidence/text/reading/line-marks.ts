import type { Range } from '../../../diagnostics/index.js'
import { replaceRanges, type SourceLine, textLines } from './mask.js'

/** Blanks what stands beside the words of lines: marks of quoted mail, time codes, and the numbers of lines. */
export function withoutLineMarks(text: string): string {
  let masked = text
  if (masked.includes('>'))
    masked = masked.replace(/^[ \t]*(?:>[ \t]?)+(?=.*\S)/gm, all => ' '.repeat(all.length))
  if (/\d:\d\d/.test(masked)) masked = withoutTimeCodes(masked)
  return /\d/.test(masked) ? withoutLineNumbers(masked) : masked
}

const CLOCK = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`
const LONG_CLOCK = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?`
const TIME_CODE = new RegExp(
  String.raw`\[${CLOCK}(?:\s*[-–]\s*${CLOCK})?\]|[(<{]${LONG_CLOCK}[)>}]|^[ \t]*\(${CLOCK}\)(?=\s)`,
  'gm',
)
const LEADING_CLOCK = new RegExp(String.raw`^${CLOCK}(?:\s*[-–—|]\s*${CLOCK})?\s*(?:[-–—|]\s*)?(?=\s|$)`)

function withoutTimeCodes(text: string): string {
  const masked = text.replace(TIME_CODE, all => ' '.repeat(all.length))
  const coded = textLines(masked).flatMap(line => {
    const code = LEADING_CLOCK.exec(line.text)?.[0].trimEnd()
    return code === undefined
      ? []
      : [{ start: line.start, end: line.start + code.length, at: secondsOf(code) }]
  })
  const ascending = coded.filter(({ at }, index) => index > 0 && at > (coded[index - 1]?.at ?? at))
  return ascending.length >= 2 && ascending.length >= coded.length * 0.6
    ? replaceRanges(masked, coded)
    : masked
}

function secondsOf(code: string): number {
  return (/^[\d:]+/.exec(code)?.[0] ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** Lines that are numbered one by one, as in transcripts and bills, or every fifth of them. */
function withoutLineNumbers(text: string): string {
  const lines = textLines(text)
  return replaceRanges(
    text,
    [...leadingNumbers(lines), ...trailingNumbers(lines)].sort((a, b) => a.start - b.start),
  )
}

const FEWEST_NUMBERED_LINES = 5

function leadingNumbers(lines: readonly SourceLine[]): Range[] {
  const found: Range[] = []
  let run: { line: SourceLine; number: number; width: number }[] = []
  const close = () => {
    const open = run.filter(({ line }) => !/[.!?:;]["”’)]*$/.test(line.text)).length
    if (run.length >= FEWEST_NUMBERED_LINES && open * 3 >= run.length)
      for (const { line, width } of run) found.push({ start: line.start, end: line.start + width })
    run = []
  }
  for (const line of lines) {
    const number = /^\d{1,3}(?=\s|$)/.exec(line.text)?.[0]
    const last = run.at(-1)
    if (last && number !== undefined && Number(number) !== last.number + 1 && Number(number) !== 1) close()
    if (last && (number === undefined || Number(number) === 1)) close()
    if (number !== undefined && (run.length > 0 || Number(number) <= 2 || line.newPage))
      run.push({ line, number: Number(number), width: number.length })
  }
  close()
  return found
}

function trailingNumbers(lines: readonly SourceLine[]): Range[] {
  const ends = lines.flatMap(line => {
    const number = /\s{2,}(\d{1,3})$/.exec(line.text)?.[1]
    return number === undefined || Number(number) % 5 !== 0 ? [] : [{ line, number }]
  })
  return ends.flatMap(({ line, number }, at) => {
    const [before, after] = [ends[at - 1], ends[at + 1]]
    const counts =
      (before && Number(before.number) === Number(number) - 5) ||
      (after && Number(after.number) === Number(number) + 5)
    return counts ? [{ start: line.end - number.length, end: line.end }] : []
  })
}
