import { present, type Range, shorten } from '../../diagnostics/index.js'
import { isFault } from '../markings/marking-schemes.js'
import { parseDate } from '../notation/dates.js'
import { isLanguageTag } from '../notation/language-tag.js'
import { TARGET_LISTS } from '../notation/reference-targets.js'
import { fieldLabel, nodePlace, placeInText, type TextValue } from '../read/read-context.js'
import type { BriefRule } from './rule.js'

/** Control characters but tab and line feed, noncharacters (Unicode 23.7), and halves of surrogate pairs. */
const INVALID_CHARACTERS = /[\p{Noncharacter_Code_Point}\p{Cs}]|(?![\t\n])\p{Cc}/gu
/** What a text with any of them has: plain text has nothing else than this leaves out. */
const UNUSUAL = /[^\t\n -~\u00a0-\u024f\u2010-\u2027]/
/** Findings of one text: binary data would have thousands. */
const MAX_PER_TEXT = 10

/** No character that is invisible and in no font may reach the page. */
export const checkCharacters: BriefRule = ({ texts, file, report }) => {
  for (const value of texts) {
    let found = 0
    for (const { start, end, message } of unprintableIn(value.text)) {
      found += 1
      if (found > MAX_PER_TEXT) break
      report('invalid-character', placeInText(value, start, end, file), message, 'remove it')
    }
  }
}

/** The characters of a text that no page can show, and what to say of each. */
export function* unprintableIn(text: string): Generator<Range & { readonly message: string }> {
  if (!UNUSUAL.test(text)) return
  for (const { 0: character, index } of text.matchAll(INVALID_CHARACTERS)) {
    const code = present(character.codePointAt(0), 'code point of a matched character')
      .toString(16)
      .toUpperCase()
      .padStart(4, '0')
    const message = `the character \`U+${code}\` cannot be printed`
    yield { start: index, end: index + character.length, message }
  }
}

const DATE_FORMS_HINT =
  'write dates as `2025-01-20`, `2025-01`, `2025`, `2025-01~` (about) or `2025-01-20/2025-02`'

/** Dates are EDTF, so that they can be sorted and set in the language of the brief. */
export const checkDates: BriefRule = context => {
  const judged = new Map<string, boolean>()
  for (const value of context.texts) {
    if (value.role !== 'date') continue
    const valid = judged.get(value.text) ?? parseDate(value.text) !== undefined
    judged.set(value.text, valid)
    if (valid) continue
    const message = `\`${shorten(value.text)}\` in ${fieldLabel(value.path)} is not an EDTF date`
    context.report('invalid-date', nodePlace(value.scalar, context), message, dateHint(value))
  }
}

function dateHint({ text, path }: TextValue): string {
  const [from, to] = text.split('/').map(part => parseDate(part))
  if (from?.kind === 'date' && to?.kind === 'date')
    return 'begin an interval with the earlier of its two dates'
  const meant = likelyDate(text.trim())
  if (meant !== undefined && parseDate(meant)) return `did you mean \`${meant}\`?`
  return path[0] === 'timeline' ? `${DATE_FORMS_HINT}; where no date is known, use \`when\`` : DATE_FORMS_HINT
}

/** Adds the leading zeros that are missing, and puts `T` before a time. */
function likelyDate(text: string): string | undefined {
  const match = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:[ T](\d{1,2}:\d\d.*))?$/.exec(text)
  if (!match) return undefined
  const [, year, month = '', day, time] = match
  const date = [year, month.padStart(2, '0'), day?.padStart(2, '0')]
    .filter(part => part !== undefined)
    .join('-')
  return time === undefined ? date : `${date}T${time.padStart(5, '0')}`
}

/** A language that is no tag of BCP 47 would fail later, where dates are set in it. */
export const checkLanguages: BriefRule = context => {
  for (const { role, text, path, scalar } of context.texts) {
    if (role !== 'language' || isLanguageTag(text)) continue
    const message = `\`${shorten(text)}\` in ${fieldLabel(path)} is not a language tag (BCP 47)`
    context.report(
      'invalid-value',
      nodePlace(scalar, context),
      message,
      'write a code such as `en`, `es` or `pt-BR`',
    )
  }
}

/** A label that no scheme in force declares could be compared with no clearance. */
export const checkMarkings: BriefRule = context => {
  for (const { path, text, scalar } of context.texts) {
    if (path.at(-1) !== 'classification') continue
    const read = context.markings.read(text)
    if (!isFault(read)) continue
    const { message, hint, valid } = read
    const meant = hint ?? (valid.length > 0 ? context.suggestions.hint(text, valid, 'labels') : undefined)
    context.report('unknown-marking', nodePlace(scalar, context), message, meant)
  }
}

/**
 * Two items of a list with one id could not be told apart by what refers to them; nor could two of the lists that
 * cross-references lead to, to readers of the brief.
 */
export const checkIds: BriefRule = context => {
  const { texts, file, report } = context
  const firstUses = new Map<string, TextValue>()
  for (const value of texts) {
    if (value.role !== 'id') continue
    const list = String(value.path[0])
    const key = `${Object.hasOwn(TARGET_LISTS, list) ? '' : list} ${value.text}`
    const earlier = firstUses.get(key)
    if (!earlier) firstUses.set(key, value)
    else {
      const { line } = file.position(earlier.scalar.range.start)
      const earlierList = String(earlier.path[0])
      const where = list === earlierList ? `twice in \`${list}\`` : `in \`${earlierList}\` and in \`${list}\``
      const message = `the id \`${value.text}\` appears ${where}`
      report(
        'duplicate-id',
        nodePlace(value.scalar, context),
        message,
        `rename one; the first is in line ${line}`,
      )
    }
  }
}
