import type { QuotedSpan } from '../../evidence/index.js'
import type { Sentence, Word } from '../language/tag.js'

/** A stretch between quotation marks, in the place that it takes in the reporter's sentence. */
export interface Quoted {
  readonly quoted: QuotedSpan
  /** The last character within the marks, or the comma after them. */
  readonly closing: string
}

export type Item = Word | Quoted

/** A sentence as the reporter wrote it: what stands in quotation marks counts as one item of it. */
export interface Frame {
  readonly items: readonly Item[]
  readonly paragraph: number
}

export function isWord(item: Item | undefined): item is Word {
  return item !== undefined && 'pos' in item
}

/** The word at an item; undefined where there is none, or a quotation. */
export function wordAt(items: readonly Item[], at: number): Word | undefined {
  const item = items[at]
  return isWord(item) ? item : undefined
}

export function isQuoted(item: Item | undefined): item is Quoted {
  return item !== undefined && 'quoted' in item
}

/**
 * Parts an article into the reporter's sentences. A quotation that ends with a full stop ends the sentence; after a comma,
 * or after `?` and `!` before a small letter or what `isTag` says, the sentence goes on.
 */
export function framesOf(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly QuotedSpan[],
  isTag: (items: readonly Item[]) => boolean,
): Frame[] {
  const frames: Frame[] = []
  let items: Item[] = []
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
        if (isQuoted(last) && last.quoted === around) {
          opens = false
          continue
        }
        if (opens && !isOpenEnded(last)) close()
        items.push({ quoted: around, closing: closingOf(text, around) })
        opens = false
        continue
      }
      const last = items.at(-1)
      if (isQuoted(last) ? endsSentence(last, word, sentence.words.slice(index), isTag) : opens) close()
      opens = false
      items.push(word)
    }
  }
  close()
  return frames
}

/** A colon or a comma leads on to the quotation. */
function isOpenEnded(item: Item | undefined): boolean {
  return isWord(item) && /^[:,]$/.test(item.text)
}

function endsSentence(
  { closing }: Quoted,
  next: Word,
  rest: readonly Word[],
  isTag: (items: readonly Item[]) => boolean,
): boolean {
  if (!/[.?!…]/.test(closing)) return false
  if (!/^[\p{Lu}“"‘']/u.test(next.text)) return false
  return closing === '.' || !isTag(rest)
}

function closingOf(text: string, { end }: QuotedSpan): string {
  const after = text.slice(end, end + 2)
  if (/^[”"»’][,]/.test(after)) return ','
  return (
    text
      .slice(Math.max(0, end - 3), end)
      .trimEnd()
      .at(-1) ?? ''
  )
}
