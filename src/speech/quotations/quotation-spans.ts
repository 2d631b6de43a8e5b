import type { Range } from '../../diagnostics/index.js'
import { lastIndexBefore } from '../language/text.js'
import { pairQuotationMarks, type QuotedSpan } from '../text/quotation-marks.js'

/** Fewer words in quotation marks are a name, or a word that the reporter does not own. */
export const MIN_QUOTATION_WORDS = 4

/** The spans between quotation marks; one without a closing mark goes to the end of its paragraph. */
export function quotationSpans(text: string, paragraphs: readonly Range[]): QuotedSpan[] {
  const { spans, unbalanced } = pairQuotationMarks(text, paragraphs)
  const unclosed: QuotedSpan[] = []
  let index = 0
  for (const { start, end } of unbalanced) {
    while ((paragraphs[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index++
    const paragraph = paragraphs[index]
    if (paragraph && /[“"]\p{Lu}/u.test(text.slice(start, start + 2)))
      unclosed.push({ start: end, end: paragraph.end, runsOn: false })
  }
  return unclosed.length === 0 ? [...spans] : [...spans, ...unclosed].sort((a, b) => a.start - b.start)
}

/** Whether a span is direct speech: long enough or a short sentence (`“No,” she said`), and not the title of a work. */
export function isDirectSpeech(text: string, span: QuotedSpan): boolean {
  return (
    !isWorkTitle(text, span) &&
    (countWords(text, span) >= MIN_QUOTATION_WORDS || isShortUtterance(text, span))
  )
}

/** Whether the fragments of a quotation have enough words together. */
export function isLongEnough(text: string, fragments: readonly Range[]): boolean {
  return fragments.reduce((sum, fragment) => sum + countWords(text, fragment), 0) >= MIN_QUOTATION_WORDS
}

function countWords(text: string, { start, end }: Range): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

function isShortUtterance(text: string, { start, end }: QuotedSpan): boolean {
  const words = text.slice(start, end).trimEnd()
  return /^\p{Lu}/u.test(words) && (/[.,?!…—]$/.test(words) || text.charAt(end + 1) === ',')
}

/** The title of a book or a broadcast: `on “Face the Nation,”`. */
function isWorkTitle(text: string, { start, end }: QuotedSpan): boolean {
  const words = text.slice(start, end).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
  const long = words.filter(word => word.length > 3 || /^\p{Lu}/u.test(word))
  if (words.length > MAX_WORK_TITLE_WORDS || long.length * 2 < words.length) return false
  return (
    long.every(word => /^[\p{Lu}\p{N}]/u.test(word)) &&
    /[\p{Ll}\p{N}’']\s*[“"‘']$/u.test(text.slice(start - 6, start))
  )
}

/** Words. */
export const MAX_WORK_TITLE_WORDS = 12

/** Tells whether offsets lie within spans, which are sorted. */
export function withinSpans(spans: readonly Range[]): (offset: number) => boolean {
  return offset => (spans[lastIndexBefore(spans, offset + 1, ({ start }) => start)]?.end ?? -1) >= offset
}
