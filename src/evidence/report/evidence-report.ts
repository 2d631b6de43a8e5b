import { describeBrief, type ReportedBrief } from './describe-brief.js'
import { reportAsHtml } from './report-as-html.js'
import { reportAsMarkdown } from './report-as-markdown.js'

export type ReportFormat = 'html' | 'markdown'

/**
 * Writes the evidence report of briefs, for the editor who signs: every quotation beside the passage that proves it, what is
 * declared as altered, what counts as the same although its characters differ, and all findings.
 */
export function evidenceReport(briefs: readonly ReportedBrief[], format: ReportFormat): string {
  const content = { briefs: briefs.map(describeBrief) }
  return format === 'html' ? reportAsHtml(content) : reportAsMarkdown(content)
}
