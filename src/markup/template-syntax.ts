import type { Place, Report } from '../diagnostics/index.js'
import type { Located } from './template-place.js'

/** Reports a syntax error of Handlebars in our words; its parser names a line, its later checks also a column. */
export function reportSyntax(error: Error, at: Located, report: Report): void {
  report('template-syntax', placeOf(error, at), messageOf(error), hintOf(error))
}

function placeOf(error: Error & { lineNumber?: unknown; column?: unknown }, at: Located): Place {
  if (typeof error.lineNumber === 'number' && typeof error.column === 'number')
    return at.point(error.lineNumber, error.column)
  return at.line(Number(/ on line (\d+)/.exec(error.message)?.[1] ?? 1))
}

function messageOf(error: Error): string {
  const mismatch = /^(\S+) doesn't match (\S+) - /.exec(error.message)
  if (mismatch) return `the block \`${mismatch[1]}\` is closed as \`${mismatch[2]}\``
  if (endsEarly(error)) return 'the template ends inside a block'
  const path = /^Invalid path: (.+) - /.exec(error.message)
  return path ? `\`${path[1]}\` is not a path` : 'this is not Handlebars'
}

function hintOf(error: Error): string | undefined {
  if (endsEarly(error)) return 'close each `{{#name}}` with `{{/name}}`'
  return /got 'CLOSE/.test(error.message) ? 'balance the braces' : undefined
}

const endsEarly = (error: Error): boolean => error.message.endsWith("got 'EOF'")
