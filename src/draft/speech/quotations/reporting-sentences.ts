import type { QuotedSpan } from '../../../evidence/index.js'
import type { Sentence, TaggedWord } from '../language/tagged-words.js'

/** A stretch between quotation marks, in the place that it takes in the reporter's sentence. */
export interface QuotedItem {
  readonly span: QuotedSpan
  /** The last character within the marks, or the comma after them. */
  readonly closing: string
}

export type SentenceItem = TaggedWord | QuotedItem

/** A sentence as the reporter wrote it: what stands in quotation marks counts as one item of it. */
export interface ReportingSentence {
  readonly items: readonly SentenceItem[]
  readonly paragraph: number
}

export function isWordItem(item: SentenceItem | undefined): item is TaggedWord {
  return item !== undefined && 'pos' in item
}

/** The word at an item; undefined where there is none, or a quotation. */
export function wordAt(items: readonly SentenceItem[], at: number): TaggedWord | undefined {
  const item = items[at]
  return isWordItem(item) ? item : undefined
}

export function isQuotedItem(item: SentenceItem | undefined): item is QuotedItem {
  return item !== undefined && 'span' in item
}

/**
 * Parts an article into the reporter's sentences. A quotation that ends with a full stop ends the sentence; after a comma,
 * or after `?` and `!` before a small letter or what `isTag` says, the sentence goes on.
 */
export function reportingSentences(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly QuotedSpan[],
  isTag: (items: readonly SentenceItem[]) => boolean,
): ReportingSentence[] {
  const frames: ReportingSentence[] = []
  let items: SentenceItem[] = []
  let span = 0
  let paragraph = sentences[0]?.paragraph ?? 0
  const close = () => {
    if (items.length > 0) frames.push({ items, paragraph })
    items = []
  }
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) close()
    paragraph = sentence.paragraph
    let opens = true
    for (const [index, word] of sentence.words.entries()) {
      while (span < spans.length && (spans[span]?.end ?? 0) < word.start) span++
      const around = spans[span]
      if (around && word.end >= around.start && word.start <= around.end) {
        const last = items.at(-1)
        if (isQuotedItem(last) && last.span === around) {
          opens = false
          continue
        }
        if (opens && !introducesQuotation(last)) close()
        items.push({ span: around, closing: closingMark(text, around) })
        opens = false
        continue
      }
      const last = items.at(-1)
      if (isQuotedItem(last) ? endsReportingSentence(last, word, sentence.words.slice(index), isTag) : opens)
        close()
      opens = false
      items.push(word)
    }
  }
  close()
  return frames
}

/** A colon or a comma leads on to the quotation. */
function introducesQuotation(item: SentenceItem | undefined): boolean {
  return isWordItem(item) && /^[:,]$/.test(item.text)
}

function endsReportingSentence(
  { closing }: QuotedItem,
  next: TaggedWord,
  rest: readonly TaggedWord[],
  isTag: (items: readonly SentenceItem[]) => boolean,
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
