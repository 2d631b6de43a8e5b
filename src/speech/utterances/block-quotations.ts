import type { Range } from '../../diagnostics/index.js'
import { trimmedRange } from './turns.js'

/** Words in paragraphs of their own, without marks around them: after `Moe said:`, or as markup shows them. */
export interface BlockQuotation {
  readonly parts: readonly Range[]
  /** The paragraph (from 0) before it, if that introduces it. */
  readonly introduction?: number
  /** The name below it, after a dash. */
  readonly signature?: Range
  /** Nothing but their place tells that these paragraphs still are words of whoever spoke before. */
  readonly isUncertain: boolean
}

/** What the paragraphs of a text are, by their numbers from 0. */
export interface BlockSurroundings {
  /** No heading, and no part of a turn. */
  readonly isProper: (line: number) => boolean
  /** A block quotation by the markup of its document. */
  readonly isMarked: (line: number) => boolean
  /** It ends with words that introduce what somebody said, and a colon. */
  readonly introduces: (line: number) => boolean
  /** The reporter speaks in it. */
  readonly isReporting: (line: number) => boolean
}

/** Finds the quotations in paragraphs of their own. */
export function findBlockQuotations(
  text: string,
  lines: readonly Range[],
  context: BlockSurroundings,
): BlockQuotation[] {
  const isBlock = (at: number) =>
    context.isProper(at) &&
    !isDecoration(text, lines[at]) &&
    !OPENING_MARK.test(paragraphStart(text, lines[at])) &&
    (context.isMarked(at) || isQuoted(text, lines[at]))
  const blocks: BlockQuotation[] = []
  for (let at = 0; at < lines.length; at++) {
    const introduced = context.isProper(at) && context.introduces(at)
    if (isBlock(at)) {
      const end = runEnd(at, lines.length, isBlock)
      blocks.push(...blockOf(text, lines, at, end, introductionOf(at - 1, context)))
      at = end - 1
    } else if (introduced && at + 1 < lines.length && !isBlock(at + 1)) {
      const found = plainBlock(text, lines, at, context)
      blocks.push(...found.blocks)
      at = found.end - 1
    }
  }
  return blocks
}

function introductionOf(at: number, { isProper, introduces }: BlockSurroundings): number | undefined {
  return at >= 0 && isProper(at) && introduces(at) ? at : undefined
}

/** Paragraphs of words from one on, up to where they end; a signature below them is none of them. */
function blockOf(
  text: string,
  lines: readonly Range[],
  first: number,
  end: number,
  introduction: number | undefined,
  isUncertain = false,
): BlockQuotation[] {
  const ranges = lines.slice(first, end)
  const last = ranges.at(-1)
  const signature = last && ranges.length > 1 ? signatureOf(text, last) : undefined
  const parts = (signature ? ranges.slice(0, -1) : ranges).flatMap(range => wordsOfLine(text, range))
  if (parts.length === 0) return []
  return [
    {
      parts,
      isUncertain,
      ...(introduction !== undefined && { introduction }),
      ...(signature && { signature }),
    },
  ]
}

/** The words of a paragraph, without the `>` at the beginning of its lines and the marks around all of it. */
function wordsOfLine(text: string, line: Range): Range[] {
  const words = text.slice(line.start, line.end)
  if (!QUOTED_LINE.test(words)) {
    const whole = trimmedRange(text, line)
    return whole.start < whole.end ? [whole] : []
  }
  const parts: Range[] = []
  for (const found of words.matchAll(/^[^\S\n]*(?:>[^\S\n]?)+(.*)$/gm)) {
    const [whole, rest = ''] = found
    const end = line.start + found.index + whole.length
    const part = trimmedRange(text, { start: end - rest.length, end })
    if (part.start < part.end) parts.push(part)
  }
  return parts
}

/** `— Ann Moe, mayor` */
function signatureOf(text: string, line: Range): Range | undefined {
  const found = /^(\s*(?:>\s*)*(?:—|–|--?|―)\s*)(\p{Lu}[^\n]{1,100})$/u.exec(
    text.slice(line.start, line.end).trimEnd(),
  )
  const [, before = '', name = ''] = found ?? []
  if (!found) return undefined
  const start = line.start + before.length
  return { start, end: start + name.length }
}

const QUOTED_LINE = /^\s*>/

/** A paragraph whose lines all begin with `>`, as in Markdown and letters. */
function isQuoted(text: string, line: Range | undefined): boolean {
  if (!line || !/^\s*>/.test(text.slice(line.start, line.start + LONGEST_INDENT))) return false
  return text
    .slice(line.start, line.end)
    .split('\n')
    .every(one => QUOTED_LINE.test(one) || one.trim() === '')
}

/** A rule of dashes or stars. */
function isDecoration(text: string, line: Range | undefined): boolean {
  return (
    line === undefined || !/[\p{L}\p{N}]/u.test(text.slice(line.start, Math.min(line.end, line.start + 200)))
  )
}

const LONGEST_INDENT = 40

/**
 * The paragraphs after an introduction, until the reporter speaks again. Indented ones end with their indentation; of others
 * those are certain that come first, or before one in the first person.
 */
function plainBlock(
  text: string,
  lines: readonly Range[],
  introduction: number,
  context: BlockSurroundings,
): { blocks: BlockQuotation[]; end: number } {
  const first = introduction + 1
  const isWords = (at: number) =>
    context.isProper(at) &&
    !isDecoration(text, lines[at]) &&
    !END_MARK.test(paragraphStart(text, lines[at])) &&
    !LIST_ITEM.test(paragraphStart(text, lines[at])) &&
    !OPENING_MARK.test(paragraphStart(text, lines[at])) &&
    !isQuoted(text, lines[at]) &&
    !(context.isMarked(at) && at > first)
  if (!isWords(first)) return { blocks: [], end: first }
  const goesOn = (at: number) => isWords(at) && !context.introduces(at) && !context.isReporting(at)
  if (isIndented(text, lines[first]) && !isIndented(text, lines[introduction])) {
    const end = runEnd(first, lines.length, at => isWords(at) && isIndented(text, lines[at]))
    return { blocks: blockOf(text, lines, first, end, introduction), end }
  }
  const end = runEnd(first + 1, Math.min(lines.length, first + MAX_PLAIN_PARAGRAPHS), goesOn)
  let certain = first + 1
  for (let at = first; at < end; at++) {
    const line = lines[at]
    if (line && FIRST_PERSON.test(text.slice(line.start, line.end))) certain = at + 1
  }
  return {
    blocks: [
      ...blockOf(text, lines, first, certain, introduction),
      ...(certain < end ? blockOf(text, lines, certain, end, introduction, true) : []),
    ],
    end,
  }
}

/** Paragraphs that words without any mark go on over at most. */
const MAX_PLAIN_PARAGRAPHS = 40

const END_MARK =
  /^\s*(?:ENDS?\b|ends\s*$|#{2,}|notes? (?:to|for) editors?|notes?:|[-–—*_]{3,}|media (?:contact|enquiries|inquiries)|contact:|about )/i
const LIST_ITEM = /^\s*(?:[-*•·–◦▪]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)/i
const OPENING_MARK = /^\s*[“"«„»‘'’”]/
const FIRST_PERSON =
  /(?<![\p{L}\p{M}'’])(?:I|[Mm]y|[Mm]ine|[Mm]yself|[Mm]e|[Ww]e|[Oo]urs?|[Oo]urselves|us)(?![\p{L}\p{M}]|\.\p{L})/u

function paragraphStart(text: string, line: Range | undefined): string {
  return line ? text.slice(line.start, Math.min(line.end, line.start + 80)) : ''
}

/** Whether a paragraph begins to the right of the margin. */
function isIndented(text: string, line: Range | undefined): boolean {
  if (!line) return false
  const from = text.lastIndexOf('\n', line.start - 1) + 1
  return line.start - from < LONGEST_INDENT && /^(?:\t|[ \u00a0]{2,})/.test(text.slice(from, line.end))
}

function runEnd(from: number, limit: number, test: (at: number) => boolean): number {
  let end = from
  while (end < limit && test(end)) end++
  return end
}
