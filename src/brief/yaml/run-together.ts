import type { Range } from '../../diagnostics/index.js'
import type { YamlScalar } from './tree.js'

/** A line that looks like an item of a list, and is joined to the text before it. */
export interface JoinedLine {
  /** Its dash. */
  readonly range: Range
  readonly hint: string
}

const PLAIN_DASH = /\n[ \t]+(?=[-•*][ \t]+\S)/g
/** Of a block, lines of the same indentation are joined; an empty line keeps them apart. */
const FOLDED_DASH = /^([ ]*)\S.*\n\1(?=[-•*][ \t]+\S)/m

/** The first dash in an unquoted or folded text of several lines that begins a line and no item. */
export function runTogether({ token, text }: YamlScalar, source: string): JoinedLine | undefined {
  if (!token || text.length > MAX_LENGTH) return undefined
  if (token.type === 'scalar') {
    PLAIN_DASH.lastIndex = 0
    return PLAIN_DASH.test(token.source)
      ? { range: dashAt(token.offset + PLAIN_DASH.lastIndex), hint: PLAIN_HINT }
      : undefined
  }
  if (token.type !== 'block-scalar') return undefined
  const body = token.props.reduce(
    (sum, prop) => sum + ('source' in prop ? prop.source.length : 0),
    token.offset,
  )
  const header = /^[>|]/m.exec(source.slice(token.offset, body))?.[0]
  const match = header === '>' ? FOLDED_DASH.exec(token.source) : null
  return match ? { range: dashAt(body + match.index + match[0].length), hint: FOLDED_HINT } : undefined
}

/** UTF-16 code units. */
const MAX_LENGTH = 20_000
const PLAIN_HINT =
  'indent it like the items of its list if it is one of them, else put the whole text in quotes'
const FOLDED_HINT = 'begin the block with `|` in place of `>`, which keeps its lines'

const dashAt = (start: number): Range => ({ start, end: start + 1 })
