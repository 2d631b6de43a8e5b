import { type Range, shorten } from '../../../diagnostics/index.js'
import { addressProblem } from '../../notation/addresses.js'
import {
  type ProseBlock,
  type ProseLine,
  type ProseParagraph,
  parseProseBlocks,
  parseProseLines,
  proseParagraphText,
} from '../../notation/prose-blocks.js'
import { RECIPIENT_FIELD } from '../../notation/recipient-fields.js'
import {
  fieldLabel,
  nodePlace,
  placeInText,
  type ReadContext,
  type TextValue,
} from '../../read/read-context.js'
import { shapeAt } from '../../schema/shape.js'
import { rangeWithin } from '../../yaml/alignment.js'
import { keepsLines } from '../../yaml/keeps-lines.js'
import type { BriefRule } from '../rule.js'
import { type UnsetBlock, unsetBlocks } from './block-marks.js'
import { unreadMarks } from './inline-marks.js'
import { faultyLinks } from './link-rules.js'

/** Findings of one kind in one text: a text that was meant for another tool has hundreds. */
const MAX_PER_TEXT = 10

/** Marks of Markdown that are not set must not reach the page unsaid. */
export const checkMarks: BriefRule = context => {
  for (const value of context.texts) {
    if (value.role !== 'prose') continue
    const text = withoutRecipientFields(value.text)
    reportFoldedLines(value, text, context)
    if (!MARKS.test(text)) continue
    const blocks = parseProseBlocks(text, !keepsLines(context.file, value.scalar.range))
    reportBlocks(value, blocks, context)
    reportInlines(value, blocks, context)
    reportLinks(value, blocks, context)
  }
}

/** What a text with any of the marks holds; most texts have none of them. */
const MARKS = /[*_~^=`<&\\[{]|(?:^|\n)[ \t]*(?:[-+#|>:•◦‣⁃▪▫●○■□✓✔–—·]|\(?\w{1,9}[.)])|(?:^|\n) {4}/u
/** Stands for a character of a placeholder, which Markdown takes for a letter. */
const PLACEHOLDER = '\ue000'

function withoutRecipientFields(text: string): string {
  if (!text.includes('{{')) return text
  return text.replace(RECIPIENT_FIELD, field => PLACEHOLDER.repeat(field.length))
}

function reportBlocks(value: TextValue, blocks: readonly ProseBlock[], context: ReadContext): void {
  let left = MAX_PER_TEXT
  for (const unset of unsetBlocks(blocks, value.takesBlocks !== 'none')) {
    if (left === 0) return
    left -= 1
    const message = `${proseLabel(value, context)} takes no ${unset.what}; what is here is printed as it stands`
    context.report(
      'block-mark',
      placeInText(value, unset.start, unset.end, context.file),
      message,
      unset.hint,
    )
  }
}

/** The field of a text: of one of several wordings, the field that has them. */
function proseLabel({ path }: TextValue, { customFields }: ReadContext): string {
  return fieldLabel(shapeAt(path, customFields) ? path : path.slice(0, -1))
}

/** A folded, plain or quoted text joins its lines, so that the marks at their beginnings are within the text. */
function reportFoldedLines(value: TextValue, text: string, context: ReadContext): void {
  const { scalar } = value
  const { source } = scalar.token ?? {}
  if (source === undefined || !FOLDED_MARK.test(source) || keepsLines(context.file, scalar.range)) return
  for (const lines of foldedParagraphs(value, text, context)) {
    if (lines.length < 2) continue
    const blocks = parseProseLines(lines)
    const unset = firstFolded(blocks, lines)
    if (!unset) continue
    const message = `the lines of this text are joined, and the marks of its ${unset.what} printed as they stand`
    const place = placeInText(value, unset.start, unset.end, context.file)
    context.report('block-mark', place, message, 'begin the text with `|`, which keeps its lines')
    return
  }
}

const FOLDED_MARK = /\n[ \t]*(?:[-*+•◦‣▪●] |\d{1,9}[.)] |#{1,6} |\|)/

/** The paragraphs of a text in the lines of the file. */
function* foldedParagraphs(value: TextValue, text: string, { file }: ReadContext): Generator<ProseLine[]> {
  let lines: ProseLine[] = []
  let start = 0
  const endLine = (at: number) => {
    lines.push({ text: text.slice(start, at), start })
    start = at + 1
  }
  for (const { 0: space, index } of text.matchAll(/[ \n]/g)) {
    if (space === ' ') {
      const { start: from, end } = rangeWithin(value.scalar, index, index + 1)
      if (file.text.slice(from, end).includes('\n')) endLine(index)
    } else {
      endLine(index)
      yield lines
      lines = []
    }
  }
  endLine(text.length)
  yield lines
}

/** Of a list at least two items are asked for: a line may begin with a dash by chance. */
function firstFolded(blocks: readonly ProseBlock[], [first]: readonly ProseLine[]): UnsetBlock | undefined {
  const lists = blocks.some(block => block.kind === 'list' && block.items.length > 1)
  return [...unsetBlocks(blocks, !lists)].find(
    ({ start, what }) => start > (first?.start ?? 0) && FOLDED_KINDS.has(what),
  )
}

const FOLDED_KINDS: ReadonlySet<string> = new Set(['lists', 'headings', 'tables'])

function reportInlines(value: TextValue, blocks: readonly ProseBlock[], context: ReadContext): void {
  let left = MAX_PER_TEXT
  for (const paragraph of allParagraphs(blocks)) {
    const text = proseParagraphText(paragraph)
    for (const mark of unreadMarks(text)) {
      if (left === 0) return
      left -= 1
      const { start, end } = rangeInParagraph(paragraph, mark)
      const shown = shorten(text.slice(mark.start, mark.end).replace(/\s+/g, ' '))
      const message = `\`${shown}\` is printed as it stands: ${mark.why}`
      context.report('inline-mark', placeInText(value, start, end, context.file), message, mark.hint)
    }
  }
}

function reportLinks(value: TextValue, blocks: readonly ProseBlock[], context: ReadContext): void {
  let left = MAX_PER_TEXT
  for (const paragraph of allParagraphs(blocks)) {
    for (const fault of faultyLinks(proseParagraphText(paragraph), PLACEHOLDER)) {
      if (left === 0) return
      left -= 1
      const { start, end } = rangeInParagraph(paragraph, fault)
      context.report(fault.code, placeInText(value, start, end, context.file), fault.message, fault.hint)
    }
  }
}

/** The address of a source is a link in the list of sources. */
export const checkSourceAddresses: BriefRule = context => {
  for (const { path, text, scalar } of context.texts) {
    if (path[0] !== 'sources' || path[2] !== 'url' || !/^https?:/i.test(text) || !URL.canParse(text)) continue
    const problem = addressProblem(text.trim())
    if (problem === undefined) continue
    const message = `the address \`${shorten(text)}\` ${problem}`
    context.report('unsafe-link', nodePlace(scalar, context), message, 'write it as `https://host/…`')
  }
}

function* allParagraphs(blocks: readonly ProseBlock[]): Generator<ProseParagraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block
    else for (const item of block.items) yield* allParagraphs(item)
  }
}

/** Characters of a paragraph, as characters of the text that it is of. */
function rangeInParagraph({ lines }: ProseParagraph, { start, end }: Range): Range {
  let before = 0
  let from: number | undefined
  for (const line of lines) {
    const shift = line.start - before
    const lineEnd = before + line.text.length
    if (from === undefined && start <= lineEnd) from = start + shift
    if (end <= lineEnd) return { start: from ?? end + shift, end: end + shift }
    before = lineEnd + 1
  }
  return { start: from ?? 0, end: from ?? 0 }
}
