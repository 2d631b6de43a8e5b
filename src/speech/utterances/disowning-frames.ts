import type { Range } from '../../diagnostics/index.js'
import { lastIndexBefore } from '../language/text.js'
import {
  type FramePattern,
  type FramePatterns,
  framePatterns,
  type SpeechLanguage,
} from '../lexicon/languages.js'
import { hasNecessaryWords } from '../lexicon/necessary-words.js'

/** Finds the words by which a text disowns a quotation of which these are the parts: that it was never said, or is forged. */
export type FrameFinder = (parts: readonly Range[], within?: Range, introduction?: Range) => Range | undefined

/**
 * Prepares the search for a text. `spans` are the outermost quotations, whose words are no frame; of a quotation within
 * another the frame lies in `within`, and of one in paragraphs of its own at the end of its `introduction`.
 */
export function frameFinder(
  text: string,
  paragraphs: readonly Range[],
  spans: readonly Range[],
  language: SpeechLanguage,
): FrameFinder {
  const patterns = framePatterns(language)
  const paragraphAt = (offset: number) =>
    paragraphs[lastIndexBefore(paragraphs, offset + 1, ({ start }) => start)]
  return (parts, within, introduction) => {
    const [first] = parts
    const last = parts.at(-1)
    if (!first || !last) return undefined
    const start = introduction ?? within ?? paragraphAt(first.start) ?? first
    const end = within ?? (introduction ? undefined : paragraphAt(last.start))
    const open = introduction
      ? introduction.end
      : first.start - (/^['`]{2}$/.test(text.slice(first.start - 2, first.start)) ? 2 : 1)
    const before = withoutQuotations(
      text,
      { start: Math.max(start.start, open - REACH), end: open },
      within ? [] : spans,
    )
    const from = Math.min(last.end + 1, end?.end ?? last.end)
    const after = withoutQuotations(
      text,
      { start: from, end: Math.min(end?.end ?? from, from + REACH) },
      within ? [] : spans,
    )
    return (
      frameBefore(before, open - before.length, patterns) ??
      frameAfter(after, from, patterns) ??
      noteAt(text, start, open, before, patterns)
    )
  }
}

/** Characters to both sides of a quotation that are looked at. */
const REACH = 320

/** The reporter's words, each character in its place: those in other quotations become `_`, and apostrophes straight. */
function withoutQuotations(text: string, range: Range, spans: readonly Range[]): string {
  let words = ''
  let at = range.start
  let index = Math.max(
    0,
    lastIndexBefore(spans, range.start + 1, ({ start }) => start),
  )
  for (let span = spans[index]; span && span.start < range.end; span = spans[++index]) {
    if (span.end <= at) continue
    const from = Math.max(at, span.start)
    const to = Math.min(range.end, span.end)
    words += text.slice(at, from) + '_'.repeat(to - from)
    at = to
  }
  return (words + text.slice(at, Math.max(at, range.end))).replaceAll('’', "'").replace(/\s/g, ' ')
}

/** A sentence ends before a capital letter or another quotation, but for one after a title. */
const SENTENCE_END =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Hon|St|Sr|Sra|Dr|M))[.?!]["”’»)\]]*\s+(?=[\p{Lu}"“„«‘'_¿¡])/gu

function frameBefore(words: string, offset: number, patterns: FramePatterns): Range | undefined {
  const ends = [...words.matchAll(SENTENCE_END)]
  const last = ends.at(-1)
  const from = last ? last.index + last[0].length : 0
  const sentence = words.slice(from)
  const found = firstMatch(patterns.before, sentence)
  if (!found || vouches(sentence.slice(found.start), patterns)) return undefined
  return trimmedFrame(sentence, found, offset + from)
}

/** Whether later words of a frame give what follows as said after all. */
function vouches(words: string, { affirming, before }: FramePatterns): boolean {
  const match = firstMatch(affirming, words)
  return match !== undefined && match.start > 0 && firstMatch(before, words.slice(match.start)) === undefined
}

function frameAfter(words: string, offset: number, patterns: FramePatterns): Range | undefined {
  const lead = /^[”’"'»›]*[,.]?[”’"'»›]*/.exec(words)?.[0].length ?? 0
  const rest = words.slice(lead)
  const [end] = rest.matchAll(SENTENCE_END)
  const startsSentence = /^\s+[\p{Lu}]/u.test(rest) && /[.?!]/.test(words.slice(0, lead))
  const own = startsSentence ? '' : rest.slice(0, end ? end.index + 1 : undefined)
  const found = own === '' ? undefined : firstMatch(patterns.after, own)
  if (found) return trimmedFrame(own, found, offset + lead)
  const nextAt = startsSentence ? 0 : end ? end.index + end[0].length : -1
  if (nextAt === -1) return undefined
  const next = rest.slice(nextAt).trimStart()
  const skipped = rest.length - next.length
  const denial = firstMatch(patterns.next, next)
  return denial && trimmedFrame(next, denial, offset + lead + skipped)
}

/** A paragraph that corrects an earlier one disowns what it quotes, until it says what was right. */
function noteAt(
  text: string,
  paragraph: Range,
  open: number,
  before: string,
  patterns: FramePatterns,
): Range | undefined {
  const found = firstMatch(
    patterns.notes,
    text.slice(paragraph.start, Math.min(open, paragraph.start + 120)).replaceAll('’', "'"),
  )
  if (!found || firstMatch(patterns.affirming, before)) return undefined
  return { start: paragraph.start + found.start, end: paragraph.start + found.end }
}

function firstMatch(patterns: readonly FramePattern[], words: string): Range | undefined {
  const lower = words.toLowerCase()
  for (const { pattern, necessary } of patterns) {
    if (!hasNecessaryWords(lower, necessary)) continue
    const found = pattern.exec(words)
    if (found) return { start: found.index, end: found.index + found[0].length }
  }
  return undefined
}

function trimmedFrame(words: string, { start, end }: Range, offset: number): Range {
  const found = words.slice(start, end)
  const lead = found.length - found.trimStart().length
  return {
    start: offset + start + lead,
    end: offset + start + found.replace(/[\s,:;"“„«‘'(—–-]+$/, '').length,
  }
}
