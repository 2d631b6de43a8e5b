import { shorten } from '../../../diagnostics/index.js'
import { addressProblem } from '../../notation/addresses.js'
import {
  allProseBlocks,
  inlineTextsOf,
  type ProseBlock,
  proseParagraphText,
} from '../../notation/prose-block.js'
import { parseProseBlocks } from '../../notation/prose-blocks.js'
import type { ProseLine } from '../../notation/prose-lines.js'
import { findNoteCalls } from '../../notation/prose-notes.js'
import { rangeInLines } from '../../notation/range-in-lines.js'
import { RECIPIENT_FIELD } from '../../notation/recipient-fields.js'
import {
  fieldLabel,
  nodePlace,
  placeInText,
  type ReadContext,
  type TextValue,
} from '../../read/read-context.js'
import { shapeAt } from '../../schema/shape.js'
import { keepsLines } from '../../yaml/keeps-lines.js'
import type { BriefRule } from '../rule.js'
import { type BlockTaker, unsetBlocks } from './block-marks.js'
import { reportFoldedLines } from './folded-lines.js'
import { type InlineTaker, unreadMarks } from './inline-marks.js'
import { faultyLinks } from './link-rules.js'
import { type BlockFault, faultsOfBlocks } from './long-blocks.js'
import { faultsOfNotes } from './note-rules.js'
import { takerOfBlocks } from './taker-of-blocks.js'

/** Findings of one kind in one text: a text that was meant for another tool has hundreds. */
const MAX_PER_TEXT = 10

/** Marks of Markdown that are not set must not reach the page unsaid, and those that are set must be whole. */
export const checkMarks: BriefRule = context => {
  for (const value of context.texts) {
    if (value.role !== 'prose') continue
    const text = withoutRecipientFields(value.text)
    const taker = takerOfBlocks(value)
    const isFolded = reportFoldedLines(value, text, taker, context)
    if (!MARKS.test(text)) continue
    const blocks = parseProseBlocks(text, !keepsLines(context.file, value.scalar.range), taker.takes)
    reportBlocks(value, blocks, taker, context)
    reportFaults(value, blocks, { ...taker, isFolded }, context)
    const lines = [...allProseBlocks(blocks)].flatMap(inlineTextsOf)
    reportInlines(value, lines, taker, context)
    reportLinks(value, lines, context)
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

function reportBlocks(
  value: TextValue,
  blocks: readonly ProseBlock[],
  taker: BlockTaker,
  context: ReadContext,
): void {
  let left = MAX_PER_TEXT
  for (const unset of unsetBlocks(blocks, taker)) {
    if (left === 0) return
    left -= 1
    const written = unset.isOtherForm ? `${unset.what} that are written so` : unset.what
    const message = `${proseLabel(value, context)} takes no ${written}; ${unset.fate ?? 'what is here is printed as it stands'}`
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

function reportFaults(
  value: TextValue,
  blocks: readonly ProseBlock[],
  taker: BlockTaker & { readonly isFolded: boolean },
  context: ReadContext,
): void {
  const faults =
    taker.takes === 'long'
      ? [
          ...faultsOfBlocks(blocks, PLACEHOLDER, taker.isFolded),
          ...faultsOfNotes(blocks, (label, known) => {
            const meant = context.suggestions.meant(label, known)
            return meant === undefined ? undefined : `did you mean \`[^${meant}]\`?`
          }),
        ]
      : notesInShortField(value, taker, context)
  for (const { code, start, end, message, hint } of faults.slice(0, MAX_PER_TEXT))
    context.report(code, placeInText(value, start, end, context.file), message, hint)
}

/** Notes are set below long prose alone. */
function notesInShortField(value: TextValue, { otherField }: BlockTaker, context: ReadContext): BlockFault[] {
  return findNoteCalls(value.text).map(({ start, end }) => ({
    ...{ start, end },
    code: 'note-misplaced',
    message: `${proseLabel(value, context)} takes no notes`,
    hint: `say it in the text, or move it to ${otherField}, which takes notes`,
  }))
}

function reportInlines(
  value: TextValue,
  texts: readonly (readonly ProseLine[])[],
  { takes, otherField }: BlockTaker,
  context: ReadContext,
): void {
  const taker: InlineTaker = {
    notes: true,
    pictures:
      takes === 'long'
        ? 'put it on a line of its own: `![what it shows](file.png)`'
        : `move it to ${otherField}, which takes pictures, on a line of its own`,
  }
  let left = MAX_PER_TEXT
  for (const lines of texts) {
    const text = proseParagraphText({ lines })
    for (const mark of unreadMarks(text, taker)) {
      if (left === 0) return
      left -= 1
      const { start, end } = rangeInLines(lines, mark)
      const shown = shorten(text.slice(mark.start, mark.end).replace(/\s+/g, ' '))
      const message = `\`${shown}\` is printed as it stands: ${mark.why}`
      context.report('inline-mark', placeInText(value, start, end, context.file), message, mark.hint)
    }
  }
}

function reportLinks(value: TextValue, texts: readonly (readonly ProseLine[])[], context: ReadContext): void {
  let left = MAX_PER_TEXT
  for (const lines of texts) {
    for (const fault of faultyLinks(proseParagraphText({ lines }), PLACEHOLDER)) {
      if (left === 0) return
      left -= 1
      const { start, end } = rangeInLines(lines, fault)
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
