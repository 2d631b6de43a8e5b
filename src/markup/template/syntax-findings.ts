import type { Place, Report } from '../../diagnostics/index.js'
import type { TemplateLocator } from './template-locator.js'

/** Reports a syntax error of Handlebars in plain words; its parser gives a line, its later checks also a column. */
export function reportTemplateSyntax(error: Error, locator: TemplateLocator, report: Report): void {
  report(
    'template-syntax',
    syntaxErrorPlace(error, locator),
    syntaxErrorMessage(error),
    syntaxErrorHint(error),
  )
}

function syntaxErrorPlace(
  error: Error & { lineNumber?: unknown; column?: unknown },
  locator: TemplateLocator,
): Place {
  if (typeof error.lineNumber === 'number' && typeof error.column === 'number')
    return locator.characterPlace(error.lineNumber, error.column)
  return locator.linePlace(Number(/ on line (\d+)/.exec(error.message)?.[1] ?? 1))
}

function syntaxErrorMessage(error: Error): string {
  const mismatch = /^(\S+) doesn't match (\S+) - /.exec(error.message)
  if (mismatch) return `the block \`${mismatch[1]}\` is closed as \`${mismatch[2]}\``
  if (endsInsideBlock(error)) return 'the template ends inside a block'
  const path = /^Invalid path: (.+) - /.exec(error.message)
  return path ? `\`${path[1]}\` is not a path` : 'this is not Handlebars'
}

function syntaxErrorHint(error: Error): string | undefined {
  if (endsInsideBlock(error)) return 'close each `{{#name}}` with `{{/name}}`'
  return /got 'CLOSE/.test(error.message) ? 'balance the braces' : undefined
}

const endsInsideBlock = (error: Error): boolean => error.message.endsWith("got 'EOF'")
