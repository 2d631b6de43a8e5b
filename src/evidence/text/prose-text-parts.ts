import {
  allProseBlocks,
  type Brief,
  type CitationGroup,
  findCitationGroups,
  inlineTextsOf,
  keepsLines,
  type ProseBlock,
  type ProseField,
  type ProseLine,
  parseProseBlocks,
} from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import { proseParagraphs } from '../../speech/index.js'
import { blockQuotations, type QuotedBlock } from './block-quotations.js'
import { maskedCharacters, maskMarkdown } from './mask-markdown.js'

/** A prose text as its quotations are looked for. */
export interface ProseTextParts {
  readonly citations: readonly CitationGroup[]
  /** The text without its Markdown, each mark replaced by a character without width, and between cells by line ends. */
  readonly masked: string
  /** In which quotation marks pair: paragraphs, cells, headings, notes. */
  readonly paragraphs: readonly Range[]
  /** What is quoted as a block. */
  readonly quotations: readonly QuotedBlock[]
  /** Where a block ends that no sentence goes on after, such as a row of a table. */
  readonly ends: readonly number[]
}

/** Reads a prose field of a brief; blocks that its field does not take are looked at as well. */
export function readProseText(brief: Brief, { path, text }: ProseField): ProseTextParts {
  const { file, range } = brief.place(path)
  const joinsLines = !keepsLines(file, range)
  const citations = findCitationGroups(text)
  const inline = maskMarkdown(text, citations)
  if (!BLOCK.test(text))
    return {
      ...{ citations, masked: inline, quotations: [], ends: [] },
      paragraphs: proseParagraphs(inline, joinsLines),
    }
  const blocks = parseProseBlocks(text, joinsLines, 'long')
  const masked = maskBlocks(inline, blocks)
  const { at, ends } = boundariesOf(blocks)
  return {
    citations,
    masked,
    paragraphs: proseParagraphs(masked, joinsLines).flatMap(paragraph => splitAt(paragraph, at)),
    quotations: blockQuotations(blocks, text, masked),
    ends,
  }
}

/** What a text with a heading, a quotation, a table, a picture or a note has. */
const BLOCK = /(?:^|\n)[ \t]*(?:[-*+\d].{0,12}[ \t])?(?:#|>|!\[|\[\^)|\|/

/** Masks what is no word of any block: marks at the beginnings of lines, bars, the paths of pictures. */
function maskBlocks(text: string, blocks: readonly ProseBlock[]): string {
  const all = [...allProseBlocks(blocks)]
  const lines = all.flatMap(inlineTextsOf).flat()
  const tables = all.flatMap(block => (block.kind === 'table' ? [block.head, block.rule, ...block.rows] : []))
  const pieces: string[] = []
  let done = 0
  for (const { start, text: words } of lines.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue
    pieces.push(maskBetween(text, done, start, tables), text.slice(start, start + words.length))
    done = start + words.length
  }
  return pieces.join('') + maskBetween(text, done, text.length, tables)
}

function maskBetween(text: string, from: number, to: number, rows: readonly Range[]): string {
  const isInRow = rows.some(({ start, end }) => start < to && from <= end)
  return text
    .slice(from, to)
    .replace(/\S/g, maskedCharacters)
    .replace(/[^\n]/g, mark => (isInRow ? '\n' : mark))
}

/** Where quotation marks cease to pair, and where blocks end. */
function boundariesOf(blocks: readonly ProseBlock[]): { at: readonly number[]; ends: readonly number[] } {
  const at: number[] = []
  const ends: number[] = []
  for (const block of allProseBlocks(blocks)) {
    if (block.kind === 'paragraph' || block.kind === 'list') continue
    for (const lines of inlineTextsOf(block)) at.push(...edgesOf(lines))
    if ('start' in block) at.push(block.start)
    if (block.kind === 'quotation')
      at.push(block.end, ...(block.attribution ? edgesOf(block.attribution.lines) : []))
    if (block.kind === 'table') ends.push(...[block.head, ...block.rows].map(({ end }) => end))
    else if ('end' in block) ends.push(block.kind === 'note' ? block.start : block.end)
    else ends.push(...edgesOf(block.lines).slice(1))
  }
  const inOrder = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b)
  return { at: inOrder(at), ends: inOrder(ends) }
}

function edgesOf(lines: readonly ProseLine[]): number[] {
  const [first, last] = [lines[0], lines.at(-1)]
  return first && last ? [first.start, last.start + last.text.length] : []
}

function splitAt({ start, end }: Range, at: readonly number[]): Range[] {
  const edges = [start, ...at.filter(edge => edge > start && edge < end), end]
  return edges.slice(1).map((edge, index) => ({ start: edges[index] ?? start, end: edge }))
}
