import type { Range } from '../../diagnostics/index.js'
import { lineAt, valueOffset } from './text-lines.js'
import type { YamlScalar } from './tree.js'

/** What YAML takes for a comment and an author may mean as text. */
export interface LostComment {
  /** From `#` to the end of the line. */
  readonly range: Range
  readonly text: string
}

/** On the line of the text, after a blank; a `#` with a blank after it is surely a comment. */
const BESIDE = /[ \t]+(?=#(?:[\p{L}\p{N}]|,#))/uy
const AFTER_NOTHING = /[ \t]*(?=#(?:[\p{L}\p{N}]|,#))/uy
/** On the next line, where the text would go on. */
const BELOW = /[ \t]*\r?\n[ \t]+(?=#(?:[\p{L}\p{N}]|,#))/uy
/** Tasks, and fields that were taken out for a while. */
const SURELY_COMMENT = /^#(?:review:|[\p{L}_-]+:(?:\s|$))/iu

/** The comment right after an unquoted text, or in the place of one, if it looks like a part of the text: `Ranked #1`. */
export function commentAfter(scalar: YamlScalar, text: string): LostComment | undefined {
  if (scalar.token !== undefined && scalar.token.type !== 'scalar') return undefined
  const isEmpty = scalar.token === undefined || scalar.token.source === ''
  const at = scalar.range.end
  const start = endOfMatch(isEmpty ? AFTER_NOTHING : BESIDE, text, at) ?? belowStart(scalar, isEmpty, text)
  if (start === undefined) return undefined
  const line = lineAt(text, start)
  const end = line.start + line.text.trimEnd().length
  const comment = text.slice(start, end)
  return SURELY_COMMENT.test(comment) ? undefined : { range: { start, end }, text: comment }
}

/** The comment of the next line, if its column is one where the text could go on. */
function belowStart(scalar: YamlScalar, isEmpty: boolean, text: string): number | undefined {
  const start = endOfMatch(BELOW, text, scalar.range.end)
  if (start === undefined) return undefined
  const column = start - lineAt(text, start).start
  const first = lineAt(text, scalar.range.start)
  const own = scalar.range.start - first.start
  const prefix = first.text.slice(0, valueOffset(first.text))
  const beforeKey = /^[ \t]*(?:-[ \t]+)*/.exec(prefix)?.[0].length ?? 0
  const hasKey = beforeKey < prefix.length || isEmpty
  const dash = prefix.lastIndexOf('-')
  const least = hasKey ? beforeKey + 1 : dash === -1 ? own : dash + 1
  return column >= least ? start : undefined
}

function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
