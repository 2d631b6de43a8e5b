import type { Range } from '../../diagnostics/index.js'
import { quotationSpans } from '../quotations/quotation-spans.js'
import { pairQuotationMarks, type QuotedSpan } from '../text/quotation-marks.js'
import { pairSingleMarks } from './single-marks.js'

/** The spans between the outermost quotation marks of a text, of whatever kind, in its order. */
export function outermostSpans(text: string, paragraphs: readonly Range[]): QuotedSpan[] {
  const paired = isReversed(text)
    ? quotationSpans(text, paragraphs).filter(({ start }) => !/[«»]/.test(text.charAt(start - 1)))
    : quotationSpans(text, paragraphs)
  const others = [
    ...pairsOf(text, isReversed(text) ? [...OTHER_PAIRS, ['»', '«']] : OTHER_PAIRS, paragraphs),
    ...(text.includes("''") ? doubledSpans(text, paragraphs) : []),
    ...(/['‘]/.test(text) ? singleSpans(text, paragraphs, paired) : []),
  ]
  return outermost([...paired, ...others])
}

/** The spans between marks within words that are somebody's already. */
export function spansWithin(text: string, part: Range): QuotedSpan[] {
  const words = text.slice(part.start, part.end)
  if (!ANY_MARK.test(words)) return []
  const { spans } = pairQuotationMarks(text, [part])
  const doubles = spans.filter(({ start }) => text.charAt(start - 1) !== '‘')
  return outermost([...doubles, ...pairsOf(text, OTHER_PAIRS, [part]), ...pairSingleMarks(text, part)])
}

const ANY_MARK = /["“”„«»'‘‹›‚「『＂]/

/** Marks that the usual pairing does not know, of one kind each. */
const OTHER_PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['‹', '›'],
  ['‚', '‘'],
  ['「', '」'],
  ['『', '』'],
]

/** Whether a text quotes `»so«`, as German and Danish books do: the first one stands before a word. */
function isReversed(text: string): boolean {
  const first = /[«»]/.exec(text)
  if (first?.[0] !== '»') return false
  return (
    /^(?:[^\s]|$)/.test(text.charAt(first.index + 1)) && /^[\s([—–-]?$/.test(text.charAt(first.index - 1))
  )
}

function pairsOf(
  text: string,
  pairs: readonly (readonly [open: string, close: string])[],
  paragraphs: readonly Range[],
): QuotedSpan[] {
  const present = pairs.filter(([open]) => text.includes(open))
  return present.flatMap(([open, close]) =>
    paragraphs.flatMap(({ start, end }) => {
      const words = text.slice(start, end)
      const spans: QuotedSpan[] = []
      let from = words.indexOf(open)
      while (from !== -1) {
        const to = words.indexOf(close, from + 1)
        if (to === -1) break
        spans.push({ start: start + from + 1, end: start + to, runsOn: false })
        from = words.indexOf(open, to + 1)
      }
      return spans
    }),
  )
}

/** `''so''` and ``` ``so'' ```: doubled single marks, as typewriters and archives have them. */
function doubledSpans(text: string, paragraphs: readonly Range[]): QuotedSpan[] {
  return paragraphs.flatMap(({ start, end }, at) => {
    const spans: QuotedSpan[] = []
    let open: number | undefined
    for (const { index, 0: mark } of text.slice(start, end).matchAll(/(?<!['`])(?:''|``)(?!['`])/g)) {
      const from = start + index
      const startsWord = /^[\s([—–-]?$/.test(index === 0 ? '' : text.charAt(from - 1))
      if (mark === '``' || (startsWord && /\S/.test(text.charAt(from + 2)))) open = from + 2
      else if (open !== undefined) {
        spans.push({ start: open, end: from, runsOn: false })
        open = undefined
      }
    }
    const next = paragraphs[at + 1]
    if (open !== undefined && next && /^\s*(?:''|``)/.test(text.slice(next.start, next.start + 20)))
      spans.push({ start: open, end, runsOn: true })
    return spans
  })
}

/**
 * Single marks where no others stand around them. A straight one counts where it closes as speech does, so that apostrophes
 * never swallow words in other marks; a curly one replaces what an apostrophe cut short.
 */
function singleSpans(
  text: string,
  paragraphs: readonly Range[],
  paired: readonly QuotedSpan[],
): QuotedSpan[] {
  const curly = new Map(
    paired.filter(({ start }) => text.charAt(start - 1) === '‘').map(span => [span.start, span]),
  )
  return paragraphs.flatMap((paragraph, at) =>
    pairSingleMarks(text, paragraph, paragraphs[at + 1]).filter(span => {
      if (!span.isCurly) return span.isSpeech || !/["“”«»]/.test(text.slice(span.start, span.end))
      const shorter = curly.get(span.start)
      return shorter === undefined || shorter.end < span.end
    }),
  )
}

/** The spans that lie in no other, in order; of two that cross, the one that begins first. */
function outermost(spans: readonly QuotedSpan[]): QuotedSpan[] {
  const kept: QuotedSpan[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || span.start > last.end) kept.push(span)
  }
  return kept
}
