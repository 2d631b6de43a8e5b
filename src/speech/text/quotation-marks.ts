import type { Range } from '../../diagnostics/index.js'

/** The characters between two outermost quotation marks, or between one and the end of its paragraph. */
export interface QuotedSpan extends Range {
  /** It has no closing mark, and the next paragraph repeats the opening mark. */
  readonly runsOn: boolean
}

/** Pairs the quotation marks of a text, given its paragraphs; marks without a counterpart are `unbalanced`. */
export function pairQuotationMarks(
  text: string,
  paragraphs: readonly Range[],
): { readonly spans: readonly QuotedSpan[]; readonly unbalanced: readonly Range[] } {
  const spans: QuotedSpan[] = []
  const unbalanced: Range[] = []
  paragraphs.forEach((paragraph, index) => {
    let open: QuotationMark[] = []
    for (const mark of quotationMarks(text, paragraph)) {
      const match =
        mark.kind === 'open'
          ? -1
          : open.findLastIndex(({ character }) => isClosedBy(character, mark.character))
      if (match >= 0) {
        const [left] = open.splice(match)
        if (match === 0 && left) spans.push({ start: left.at + 1, end: mark.at, runsOn: false })
      } else if (mark.kind !== 'close') open.push(mark)
      else if (open.length === 0 && isStray(text, mark)) unbalanced.push({ start: mark.at, end: mark.at + 1 })
    }
    const [outer] = open
    const next = paragraphs[index + 1]
    if (outer && next && OPENING_MARK_AT_START.test(text.slice(next.start, next.start + LONGEST_INDENT)))
      spans.push({ start: outer.at + 1, end: paragraph.end, runsOn: true })
    else {
      open = open.filter(({ character }) => character !== '‘')
      for (const { at } of open) unbalanced.push({ start: at, end: at + 1 })
    }
  })
  return { spans, unbalanced: unbalanced.sort((a, b) => a.start - b.start) }
}

/** The most characters of white space at the start of a paragraph. */
const LONGEST_INDENT = 20
const OPENING_MARK_AT_START = /^\s*[“"«„]/

interface QuotationMark {
  readonly kind: 'open' | 'close' | 'either'
  readonly character: string
  readonly at: number
}

function* quotationMarks(text: string, { start, end }: Range): Iterable<QuotationMark> {
  for (const match of text.slice(start, end).matchAll(/["“”„«»‘’]/g)) {
    const at = start + match.index
    const [character] = match
    const before = at === start ? '' : text.charAt(at - 1)
    const kind = markKind(character, before, text.slice(at + 1, Math.min(at + 3, end)))
    if (kind) yield { character, at, kind }
  }
}

function markKind(character: string, before: string, after: string): QuotationMark['kind'] | undefined {
  const startsWord = before === '' || /[\s([{—–\-*_/"“„«‘]/.test(before)
  const endsWord = /^(?:$|[^\p{L}\p{N}])/u.test(after)
  if (character === '“') return startsWord || !endsWord ? 'open' : 'either'
  if (character === '„' || character === '«') return 'open'
  if (character === '‘') return startsWord ? 'open' : undefined
  if (character === '’') return endsWord && !startsWord ? 'close' : undefined
  if (character !== '"') return 'close'
  if (startsWord && !/^(?:\s|$)/.test(after)) return 'open'
  return 'close'
}

/** Whether a closing mark without an opening one is neither an apostrophe nor an inch mark. */
function isStray(text: string, mark: QuotationMark): boolean {
  return mark.character !== '’' && !(mark.character === '"' && /\d/.test(text.charAt(mark.at - 1)))
}

function isClosedBy(open: string, close: string): boolean {
  if (open === '„') return close === '“' || close === '”'
  if (open === '“') return close === '”' || close === '"'
  if (open === '«') return close === '»'
  if (open === '‘') return close === '’'
  return close === '"' || close === '”'
}
