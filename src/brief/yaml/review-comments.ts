import { Lexer } from 'yaml'
import type { Report, SourceFile } from '../../diagnostics/index.js'

/** Reports every `# review:` comment of a YAML text: what somebody left to be done, until it is deleted. */
export function reportReviewComments(file: SourceFile, report: Report): void {
  let offset = 0
  for (const lexeme of new Lexer().lex(file.text)) {
    const [, mark = '', asked = ''] = /^(#\s*review:)\s*(.*)$/i.exec(lexeme) ?? []
    const message = asked === '' ? 'left to review' : `to review: ${asked}`
    if (mark !== '')
      report('review-open', { file, range: { start: offset, end: offset + mark.length } }, message)
    if (!MARKERS.has(lexeme)) offset += lexeme.length
  }
}

/** What the lexer says between the characters of the text: the beginning of a document or a scalar, an error of flow. */
const MARKERS = new Set(['\u0002', '\u0018', '\u001f'])
