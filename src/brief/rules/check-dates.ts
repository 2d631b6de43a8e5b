import { parseDate } from '../notation/dates.js'
import { fieldLabel, nodePlace, type TextValue } from '../read/read-context.js'
import { shorten } from '../shorten.js'
import type { BriefRule } from './rules.js'

const FORMS = 'write dates as `2025-01-20`, `2025-01`, `2025`, `2025-01~` (about) or `2025-01-20/2025-02`'

/** Dates are EDTF, so that they can be sorted and set in the language of the brief. */
export const checkDates: BriefRule = reading => {
  const judged = new Map<string, boolean>()
  for (const leaf of reading.texts) {
    if (leaf.role !== 'date') continue
    const valid = judged.get(leaf.text) ?? parseDate(leaf.text) !== undefined
    judged.set(leaf.text, valid)
    if (valid) continue
    const message = `\`${shorten(leaf.text)}\` in ${fieldLabel(leaf.path)} is not an EDTF date`
    reading.report('invalid-date', nodePlace(leaf.scalar, reading), message, hintFor(leaf))
  }
}

function hintFor({ text, path }: TextValue): string {
  const [from, to] = text.split('/').map(part => parseDate(part))
  if (from?.kind === 'date' && to?.kind === 'date')
    return 'begin an interval with the earlier of its two dates'
  const meant = likelyMeant(text.trim())
  if (meant !== undefined && parseDate(meant)) return `did you mean \`${meant}\`?`
  return path[0] === 'timeline' ? `${FORMS}; where no date is known, use \`when\`` : FORMS
}

/** Digits without their zeros, and a time after a space. */
function likelyMeant(text: string): string | undefined {
  const match = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:[ T](\d{1,2}:\d\d.*))?$/.exec(text)
  if (!match) return undefined
  const [, year, month = '', day, time] = match
  const date = [year, month.padStart(2, '0'), day?.padStart(2, '0')]
    .filter(part => part !== undefined)
    .join('-')
  return time === undefined ? date : `${date}T${time.padStart(5, '0')}`
}
