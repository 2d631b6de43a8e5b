import type { Sentence, TaggedWord } from '../language/tagged-words.js'
import type { QuotedSpan } from '../text/quotation-marks.js'

/** The words between two quotation marks, as one item of the reporter's sentence. */
export interface QuotedItem {
  readonly span: QuotedSpan
  /** The last character within the marks, or the comma after them. */
  readonly closing: string
}

export type SentenceItem = TaggedWord | QuotedItem
export type SentenceItems = readonly SentenceItem[]

/** A sentence of the reporter, in which a quotation counts as one item. */
export interface ReportingSentence {
  readonly items: SentenceItems
  readonly paragraph: number
}

export function isWordItem(item: SentenceItem | undefined): item is TaggedWord {
  return item !== undefined && 'pos' in item
}

/** The word at an item; undefined where there is none, or a quotation. */
export function wordAt(items: SentenceItems, at: number): TaggedWord | undefined {
  const item = items[at]
  return isWordItem(item) ? item : undefined
}

export function isQuotedItem(item: SentenceItem | undefined): item is QuotedItem {
  return item !== undefined && 'span' in item
}

/**
 * Divides an article into the reporter's sentences. A quotation that ends with a full stop ends the sentence; after a comma,
 * or after `?` and `!` before a lower-case letter or an attribution tag, the sentence goes on.
 */
export function reportingSentences(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly QuotedSpan[],
  isTag: (items: SentenceItems) => boolean,
): ReportingSentence[] {
  const reporting: ReportingSentence[] = []
  let items: SentenceItem[] = []
  let nextSpan = 0
  let paragraph = 0
  const endSentence = () => {
    if (items.length > 0) reporting.push({ items, paragraph })
    items = []
  }
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) endSentence()
    paragraph = sentence.paragraph
    let isFirst = true
    for (const [index, word] of sentence.words.entries()) {
      let span = spans[nextSpan]
      while (span && span.end < word.start) span = spans[++nextSpan]
      const last = items.at(-1)
      if (!span || word.end < span.start || word.start > span.end) {
        const ends = isQuotedItem(last)
          ? endsReportingSentence(last, word, sentence.words.slice(index), isTag)
          : isFirst
        if (ends) endSentence()
        items.push(word)
      } else if (!isQuotedItem(last) || last.span !== span) {
        if (isFirst ? !introducesQuotation(last) : endsWithAbbreviation(last, text.charAt(span.start)))
          endSentence()
        items.push({ span, closing: closingMark(text, span) })
      }
      isFirst = false
    }
  }
  endSentence()
  return reporting
}

/** `said Bo Lund, R-Neb. “The port …”`: the full stop is also that of the sentence. */
function endsWithAbbreviation(item: SentenceItem | undefined, first: string): boolean {
  return isWordItem(item) && item.text.endsWith('.') && /\p{Lu}/u.test(first)
}

/** A colon or a comma introduces a quotation. */
function introducesQuotation(item: SentenceItem | undefined): boolean {
  return isWordItem(item) && /^[:,]$/.test(item.text)
}

function endsReportingSentence(
  { closing }: QuotedItem,
  next: TaggedWord,
  rest: readonly TaggedWord[],
  isTag: (items: SentenceItems) => boolean,
): boolean {
  if (!/[.?!…]/.test(closing)) return false
  if (!/^[\p{Lu}“"‘']/u.test(next.text)) return false
  return closing === '.' || !isTag(rest)
}

function closingMark(text: string, { end }: QuotedSpan): string {
  const after = text.slice(end, end + 2)
  if (/^[”"»’][,]/.test(after)) return ','
  return (
    text
      .slice(Math.max(0, end - 3), end)
      .trimEnd()
      .at(-1) ?? ''
  )
}
