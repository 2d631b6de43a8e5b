import { shorten } from '../../../diagnostics/index.js'
import { findLinks } from '../../notation/links.js'
import { RECIPIENT_FIELD } from '../../notation/recipient-fields.js'
import { fieldLabel, placeInText } from '../../read/read-context.js'
import type { BriefRule } from '../rule.js'
import { type UnreadMark, unreadMarks } from './inline-marks.js'

/** Texts that are printed to the letter: names and titles. A quotation is one too, but has what its source has. */
const VERBATIM: ReadonlySet<string> = new Set([
  'authors',
  'version',
  'name',
  'title',
  'author',
  'container_title',
  'publisher',
])
const EMPHASIS = /(?<![\p{L}\p{N}*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]{0,500}[^\s*_]\1(?![\p{L}\p{N}*_])/gu

/** Markdown in a name or a title is printed, marks and all. */
export const checkVerbatimMarks: BriefRule = context => {
  for (const value of context.texts) {
    const key = value.path.findLast(segment => typeof segment === 'string')
    if (value.role !== undefined || !VERBATIM.has(String(key)) || !/[*_<&`[{\\~=^]/.test(value.text)) continue
    const marks = [...unreadMarks(value.text), ...marksOfProse(value.text)].sort((a, b) => a.start - b.start)
    const [first] = marks
    if (!first) continue
    const shown = shorten(value.text.slice(first.start, first.end).replace(/\s+/g, ' '))
    const message = `\`${shown}\` is printed as it stands: ${fieldLabel(value.path)} is taken to the letter`
    const place = placeInText(value, first.start, first.end, context.file)
    context.report('inline-mark', place, message, 'write it without marks')
  }
}

function* marksOfProse(text: string): Generator<Pick<UnreadMark, 'start' | 'end'>> {
  yield* findLinks(text)
  for (const pattern of [EMPHASIS, RECIPIENT_FIELD])
    for (const { 0: whole, index } of text.matchAll(pattern))
      yield { start: index, end: index + whole.length }
}
