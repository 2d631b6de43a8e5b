import type { Range } from '../../../diagnostics/index.js'
import { findCitationGroups } from '../../notation/citations.js'
import { findLinks, mayHoldAddress } from '../../notation/links.js'
import { findNoteCalls } from '../../notation/prose-notes.js'
import { strayEmphasis } from './stray-emphasis.js'

/** A mark within a line that nothing reads, so that it is printed as it stands. */
export interface UnreadMark extends Range {
  /** A clause. */
  readonly why: string
  readonly hint: string
}

/** What a text takes beside inline Markdown: marks of it are reported elsewhere, or have another hint. */
export interface InlineTaker {
  /** Whether notes are looked at by another rule. */
  readonly notes: boolean
  /** What to do with a picture. */
  readonly pictures: string
}

/** Names and titles, which are printed to the letter. */
const LETTERS: InlineTaker = { notes: false, pictures: 'remove it: pictures stand in long prose' }

/** The marks of a paragraph that are printed as they stand. */
export function unreadMarks(text: string, taker = LETTERS): UnreadMark[] {
  if (!MARKS.test(text)) return []
  if (!OTHER_THAN_EMPHASIS.test(text)) return withoutOverlaps(strayMarks(text, maskAddresses(text)))
  const code = codeSpans(text)
  const spans = code.filter(({ start }) => !text.startsWith('```', start))
  const found: UnreadMark[] = spans.map(range => ({
    ...range,
    why: 'prose has no code',
    hint: 'write it without backticks, or between quotation marks',
  }))
  const unescaped = maskRanges(text, code).replace(/\\[!-/:-@[-`{-~]/g, blank)
  const withoutLinks = maskLinks(taker.notes ? maskRanges(unescaped, findNoteCalls(unescaped)) : unescaped)
  const masked = maskAddresses(withoutLinks)
  for (const { pattern, why, hint, ofAddress } of patternsFor(taker)) {
    for (const { 0: whole, index } of (ofAddress ? withoutLinks : masked).matchAll(pattern))
      found.push({ start: index, end: index + whole.length, why, hint })
  }
  found.push(...unreadEscapes(masked), ...strayMarks(text, masked))
  return withoutOverlaps(found)
}

/** What any of the marks below has, and what any but emphasis has. */
const MARKS = /[`\\[\]<{^~=&*_]/
const OTHER_THAN_EMPHASIS = /[`\\[\]<{^~=&]/

function strayMarks(text: string, masked: string): UnreadMark[] {
  return strayEmphasis(masked).map(range => {
    const mark = text.slice(range.start, range.end)
    const hint = `add its counterpart, without a blank between mark and word, or write \`${mark.replace(/./g, '\\$&')}\``
    return { ...range, why: 'it opens or closes nothing', hint }
  })
}

/** Code between as many backticks on both sides; backticks without a counterpart are text. */
function codeSpans(text: string): Range[] {
  const runs = [...text.matchAll(/\\[\s\S]|`+/g)].filter(([run]) => run.startsWith('`'))
  const later = new Map<number, number[]>()
  for (const [at, [run]] of runs.entries()) later.set(run.length, [...(later.get(run.length) ?? []), at])
  const spans: Range[] = []
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at]
    const queue = run && later.get(run[0].length)
    if (!run || !queue) break
    while ((queue[0] ?? at + 1) <= at) queue.shift()
    const closing = queue[0]
    const end = closing === undefined ? undefined : runs[closing]
    if (closing === undefined || !end) continue
    spans.push({ start: run.index, end: end.index + end[0].length })
    at = closing
  }
  return spans
}

/** Names of elements of HTML that are written in texts: other words in pointed brackets are placeholders. */
const ELEMENTS =
  'a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|mark|nbsp|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr'

interface MarkPattern {
  readonly pattern: RegExp
  readonly why: string
  readonly hint: string
  /** Whether it holds an address. */
  readonly ofAddress?: boolean
}

const PATTERNS: readonly MarkPattern[] = [
  {
    pattern: new RegExp(String.raw`<!--[\s\S]{0,2000}?-->|</?(?:${ELEMENTS})(?:\s[^<>]{0,500})?/?>`, 'gi'),
    why: 'prose has no HTML',
    hint: 'remove it; write `**…**` for strong words, `*…*` for stressed ones',
  },
  {
    pattern: /\{\{\{?[^{}\n]{0,200}\}?\}\}|\{\{?\s{0,10}recipient\.[^{}\n]{0,100}\}?/g,
    why: 'it is no field of a recipient',
    hint: 'write `{{recipient.COLUMN}}` by the name of a column, or `\\{{` if it is meant so',
  },
  {
    pattern: /(?<!\^)\^\[[^\]]{1,500}\]/g,
    why: 'prose has no notes within its lines',
    hint: 'write `[^1]` in long prose, and `[^1]: …` below it, or cite a source: `[@id, p. 4]`',
  },
  {
    pattern: /\]\([^)\n]{0,500}\)?|\][ \t]+\((?:https?:|www\.|mailto:)[^)\n]{0,500}\)/gi,
    why: 'it is no link, as it is not closed or has a blank',
    hint: 'write `[words](https://…)`, with `%20` for a blank',
    ofAddress: true,
  },
  {
    pattern: /\)\[(?:https?:|www\.|mailto:)[^\]\n]{0,500}\]/gi,
    why: 'its brackets are the wrong way round',
    hint: 'write `[words](https://…)`',
    ofAddress: true,
  },
  {
    pattern: /(?<=[^\s[\]])\]\[[^[\]\n]{0,100}\]/g,
    why: 'prose has no links by reference',
    hint: 'write `[words](https://…)`',
  },
  {
    pattern: /(?<=[^\s[\]])\]\{[.#][^{}\n]{1,100}\}/g,
    why: 'prose has no attributes',
    hint: 'remove it',
  },
  {
    pattern: /~~(?=[^\s~])[^~\n]{1,500}~~/g,
    why: 'prose has no struck-out words',
    hint: 'remove them, or the words',
  },
  {
    pattern: /(?<!=)==(?=[^\s=])[^=\n]{1,500}(?<!\s)==(?!=)/g,
    why: 'prose has no highlighted words',
    hint: 'write `**…**` for strong words',
  },
  {
    pattern: /(?<=[\p{L}\p{N})])(?:\^[\p{L}\p{N}+−-]{1,20}\^|~[\p{L}\p{N}+−-]{1,20}~)/gu,
    why: 'prose has no raised or lowered words',
    hint: 'write the character itself, such as `²` or `₂`',
  },
]

const PICTURE = /!\[[^[\]]{0,500}\][([]/g
const NOTE: MarkPattern = {
  pattern: /\[\^[^\]\s]{1,100}\](?!:)/g,
  why: 'it calls no note here',
  hint: 'say it in the text, or cite a source: `[@id, p. 4]`',
}

function patternsFor({ notes, pictures }: InlineTaker): readonly MarkPattern[] {
  const picture = { pattern: PICTURE, why: 'no picture stands in a line', hint: pictures }
  return notes ? [picture, ...PATTERNS] : [picture, NOTE, ...PATTERNS]
}

/** The names of HTML that are written for a character; others, such as `&T;`, are words. */
const ENTITY =
  /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|nbsp|ensp|emsp|thinsp|shy|zwj|zwnj|amp|lt|gt|quot|apos|[lr][sd]quo|[bs]bquo|bdquo|sbquo|[lr]aquo|[lr]saquo|[mn]dash|hellip|bull|middot|deg|euro|pound|yen|cent|sect|para|copy|reg|trade|times|divide|plusmn|minus|frac1[24]|frac34|sup[123]|ordm|ordf|iexcl|iquest|[a-z]{1,2}(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|szlig|[ao]elig);/gi

/** Escapes of YAML, of JSON and of TeX, which mean nothing where they were not read; `\\n` may begin a name in a path. */
const ESCAPE = /\\(?:[nt](?=[\s\p{Lu}\p{N}-]|$)|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[A-Za-z]{2,20}\{)/gu
const PATH = /^(?:[A-Za-z]:|\\\\|\.{1,2}[\\/]|~)|\\.*\\[nt]$/

function* unreadEscapes(text: string): Generator<UnreadMark> {
  for (const { 0: entity, index } of text.matchAll(ENTITY))
    yield {
      start: index,
      end: index + entity.length,
      why: 'it is no character yet',
      hint: 'write the character itself',
    }
  for (const { 0: escaped, index } of text.matchAll(ESCAPE)) {
    const word = /\S*$/.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? ''
    if (PATH.test(word + escaped)) continue
    yield {
      start: index,
      end: index + escaped.length,
      why: 'it is no character yet',
      hint: 'write the character itself, or put the text between double quotation marks',
    }
  }
}

/**
 * Masks citations and the addresses of links, which hold no marks, by letters; the words of a link may.
 */
function maskLinks(text: string): string {
  const links = findLinks(text).flatMap(({ start, end, words, address }) => {
    if (words === address) return [{ start, end }]
    return [
      { start, end: start + 1 },
      { start: start + 1 + words.length, end },
    ]
  })
  const citations = findCitationGroups(text).map(({ range }) => range)
  return maskRanges(text, [...links, ...citations])
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>[\]]*[^\s<>[\]*_.,;:!?)]|[\w.+-]{1,64}@[\w.-]{1,255}/gi

function maskAddresses(text: string): string {
  return mayHoldAddress(text) ? text.replace(ADDRESS, blank) : text
}

const blank = (text: string) => 'x'.repeat(text.length)

function maskRanges(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= done) continue
    const from = Math.max(start, done)
    pieces.push(text.slice(done, from), blank(text.slice(from, end)))
    done = end
  }
  return pieces.join('') + text.slice(done)
}

/** What lies within another finding is said with it. */
function withoutOverlaps(marks: readonly UnreadMark[]): UnreadMark[] {
  const kept: UnreadMark[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end))
    if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark)
  return kept
}
