import type { Severity } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { htmlText } from './html-page.js'
import { diagnosticToJson } from './serialize-diagnostic.js'

/** A finding as reports show it. */
export interface FindingEntry {
  readonly severity: Severity
  readonly code: string
  readonly place: string
  readonly message: string
  readonly hints: readonly string[]
  /** The words of the file that it is about, with those of the line before and after them. */
  readonly frame?: { readonly before: string; readonly words: string; readonly after: string }
}

/** A finding for a report; `withFrame` for one whose readers may see all that a file says. */
export function findingEntry(finding: Diagnostic, withFrame = false): FindingEntry {
  const { file, line, column, severity, code, message } = diagnosticToJson(finding)
  const frame = withFrame ? frameOf(finding) : undefined
  const entry = { severity, code, message, place: `${file}:${line}:${column}`, hints: finding.hints }
  return frame ? { ...entry, frame } : entry
}

/** Findings as a list, each with its place and its hints. */
export function htmlFindings(findings: readonly FindingEntry[]): string {
  const items = findings.map(({ severity, code, place, message, hints, frame }) => {
    const shown = frame
      ? `<code class="frame" dir="auto">${htmlText(frame.before)}<mark>${htmlText(frame.words)}</mark>${htmlText(frame.after)}</code>`
      : ''
    const said = hints.map(hint => `hint: ${htmlText(hint)}`).join('<br>')
    const more = said === '' || frame ? said : `<br>${said}`
    return `<li class="${severity}"><strong>${severity}</strong> <code>${code}</code> ${htmlText(place)}: ${htmlText(message)}${shown}${more}</li>`
  })
  return `<ul class="findings">\n${items.join('\n')}\n</ul>`
}

function frameOf({ place: { file, range } }: Diagnostic): FindingEntry['frame'] {
  if (file.text === '') return undefined
  const whole = file.line(file.position(range.start).line)
  const start = Math.min(range.start, whole.end)
  const end = Math.max(start, Math.min(range.end, whole.end, start + MOST_SHOWN))
  if (end === start) return undefined
  const from = Math.max(whole.start, start - MOST_SHOWN)
  const to = Math.min(whole.end, end + MOST_SHOWN)
  const text = (one: number, other: number) => file.text.slice(one, other)
  return {
    before: `${from > whole.start ? '…' : ''}${text(from, start).trimStart()}`,
    words: text(start, end),
    after: `${text(end, to).trimEnd()}${to < whole.end ? '…' : ''}`,
  }
}

/** Characters of a line that a report shows of a finding, and before and after it. */
const MOST_SHOWN = 120
