import type { Range, Report, SourceFile } from '../../diagnostics/index.js'
import { wholeRow } from '../csv/row-text.js'

/** Parses a line of JSON Lines; what is not JSON, or no object, is a finding. */
export function parseObject(file: SourceFile, report: Report): Readonly<Record<string, unknown>> | undefined {
  let value: unknown
  try {
    value = JSON.parse(file.text)
  } catch (error) {
    reportSyntax(error, file, report)
    return undefined
  }
  if (isObject(value)) return value
  report(
    'recipients-invalid',
    wholeRow(file),
    `the line is ${describeValue(value)}, not an object`,
    'write each recipient as an object on a line of its own: `{"id": "…"}`',
  )
  return undefined
}

/** The first place in a text of JSON where a key may stand; a value that holds the same is not told apart. */
export function findKey(key: string, json: string): Range | undefined {
  const quoted = JSON.stringify(key)
  for (let start = json.indexOf(quoted); start !== -1; start = json.indexOf(quoted, start + 1)) {
    const end = start + quoted.length
    if (json.slice(end).trimStart().startsWith(':')) return { start, end }
  }
  return undefined
}

/** Only some errors of V8 know the place at which the text ceases to be JSON. */
function reportSyntax(error: unknown, file: SourceFile, report: Report): void {
  if (!(error instanceof SyntaxError)) throw error
  const whole = wholeRow(file)
  const at = Number(/at position (\d+)/.exec(error.message)?.[1] ?? 0)
  const range = at < whole.range.end ? { ...whole.range, start: at } : whole.range
  report(
    'recipients-invalid',
    { file, range },
    'the line is not JSON',
    'write each recipient as an object on a line of its own, with names and texts in double quotation marks',
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describeValue(value: unknown): string {
  if (value === null) return '`null`'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}
