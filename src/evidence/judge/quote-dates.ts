import { type Brief, type EdtfDate, firstInstant, instantAfter, parseDate } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'

/** Reports the quotations that are said to have been spoken after their source appeared. */
export function reportLateQuotes(brief: Brief, report: Report): void {
  const issued = new Map(brief.data.sources?.map(source => [source.id, source.issued]))
  brief.data.quotes?.forEach(({ date, source }, index) => {
    const said = date === undefined ? undefined : parseDate(date)
    for (const id of [source].flat()) {
      const appeared = parseDate(issued.get(id) ?? '')
      if (!said || !appeared || !isAfterwards(said, appeared)) continue
      report(
        'quote-date-late',
        brief.place(['quotes', index, 'date']),
        `the words are dated ${date}, but \`${id}\` appeared ${appeared.text}`,
        'check when it was said, and when the source was issued',
      )
    }
  })
}

/** Whether a date begins after another has ended, as far as both are known. */
function isAfterwards(date: EdtfDate, other: EdtfDate): boolean {
  const last = other.kind === 'interval' ? other.end : other.start
  if (!date.start || !last || date.approximate || date.uncertain || other.approximate || other.uncertain)
    return false
  const years = other.precision === 'century' ? 100 : other.precision === 'decade' ? 10 : 1
  return firstInstant(date.start) >= instantAfter(last, years)
}
