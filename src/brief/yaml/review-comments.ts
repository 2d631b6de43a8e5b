import { Lexer } from 'yaml'
import type { Report, SourceFile } from '../../diagnostics/index.js'

/** Reports every `# review:` comment of a YAML text: a task that remains until its comment is deleted. */
export function reportReviewComments(file: SourceFile, report: Report): void {
  // To tell comments from text takes as long as to read the brief.
  if (!/#\s*review:/i.test(file.text)) return
  let offset = 0
  for (const lexeme of new Lexer().lex(file.text)) {
    const [, marker = '', task = ''] = /^(#\s*review:)\s*(.*)$/i.exec(lexeme) ?? []
    const message = task === '' ? 'left to review' : `to review: ${task}`
    if (marker !== '')
      report('review-open', { file, range: { start: offset, end: offset + marker.length } }, message)
    if (!LEXER_SIGNALS.has(lexeme)) offset += lexeme.length
  }
}

/** What the lexer inserts between the characters of the text: the start of a document or a scalar, a flow error. */
const LEXER_SIGNALS = new Set(['\u0002', '\u0018', '\u001f'])
