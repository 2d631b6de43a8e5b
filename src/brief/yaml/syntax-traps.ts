import type { YAMLError } from 'yaml'
import { type Range, shorten } from '../../diagnostics/index.js'
import { characterLabel, FOREIGN_BLANKS } from '../notation/invisible.js'
import type { TokenizerState } from './parse-tokens.js'
import { quoteHint } from './quote-hint.js'
import type { SyntaxFinding } from './syntax-messages.js'
import { lineAbove, lineAt, valueOffset, type YamlLine } from './text-lines.js'

/** A syntax error of the YAML library where it stands: what tells which trap an author fell into. */
interface PlacedError {
  readonly code: string
  readonly message: string
  readonly start: number
  readonly text: string
  readonly line: YamlLine
  /** Where the value of the line begins, and the value. */
  readonly valueStart: number
  readonly value: string
  readonly tokenizer: TokenizerState
}

type Trap = (error: PlacedError) => SyntaxFinding | undefined

/** Marks that texts begin or end with and that mean something else to YAML: the cause behind many syntax errors. */
export function trappedFinding(
  error: YAMLError,
  start: number,
  text: string,
  tokenizer: TokenizerState,
): SyntaxFinding | undefined {
  const line = lineAt(text, start)
  const valueStart = line.start + valueOffset(line.text)
  const value = line.text.slice(valueStart - line.start)
  const described = {
    code: error.code,
    message: error.message,
    start,
    text,
    line,
    valueStart,
    value,
    tokenizer,
  }
  for (const trap of TRAPS) {
    const finding = trap(described)
    if (finding) return finding
  }
  return undefined
}

/** A blank that is not YAML's, where a line is indented. */
export function foreignBlankFinding(range: Range, text: string): SyntaxFinding {
  const label = characterLabel(text.charAt(range.start))
  const offsets = Array.from({ length: range.end - range.start }, (_, index) => range.start + index)
  return {
    range,
    message: `the blank here is ${label}, which YAML takes for a letter`,
    hint: 'type a plain space in its place',
    repair: 'space',
    repairAt: offsets,
  }
}

const at = (start: number, length = 1): Range => ({ start, end: start + length })

/** Indented with blanks that only look like spaces. */
const foreignIndentation: Trap = ({ line, text }) => {
  const [whole, before = ''] = FOREIGN_INDENTATION.exec(line.text) ?? []
  if (whole === undefined) return undefined
  return foreignBlankFinding({ start: line.start + before.length, end: line.start + whole.length }, text)
}
const FOREIGN_INDENTATION = new RegExp(`^([ \\t]*(?:-[ \\t]+)*(?:-|[a-z][\\w-]*:)?)[${FOREIGN_BLANKS}]+`)

/** A text goes on below, or a bracket is closed, behind a `#`. */
const hiddenByComment: Trap = ({ code, message, start, line, text, tokenizer }) => {
  const isFlow = /Flow|between flow/.test(message)
  if (!isFlow && !/^(?:BAD_INDENT|MISSING_CHAR|MULTILINE|UNEXPECTED_TOKEN)/.test(code)) return undefined
  if (!isFlow && /^\s*(?:-(?:\s|$)|[\w-]+:(?:\s|$))/.test(line.text)) return undefined
  const from = isFlow ? (tokenizer.unclosed.get(start) ?? start - MAX_FLOW_LOOKBACK) : 0
  const comment = tokenizer.comments.findLast(({ end }) => end <= start && end > from)
  if (!comment) return undefined
  const between = text.slice(comment.end, start)
  const shown = shorten(text.slice(comment.start, comment.end).trimEnd())
  const hides = isFlow ? /[\]},]/.test(text.slice(comment.start, comment.end)) : /^\s*$/.test(between)
  const own = text.slice(lineAt(text, comment.start).start, comment.start)
  if (!hides || (isFlow ? own.trim() === '' : between.split('\n').length > 2 || isListMark(own)))
    return undefined
  return {
    range: at(comment.start),
    message: `\`${shown}\` is a comment to YAML, and the text breaks off`,
    hint: 'put the whole text in quotes, or on the lines below a `>-`',
    repair: 'letter',
  }
}
/** Characters in which the comment of a flow collection is looked for. */
const MAX_FLOW_LOOKBACK = 2000
const isListMark = (before: string) => /^\s*-\s*$/.test(before)

/** `issue: >5 percent`: the header of a block with more than a header has. */
const blockHeader: Trap = ({ code, value, valueStart, line, text }) => {
  const mark = value.charAt(0)
  if ((mark === '>' || mark === '|') && !/^.[-+0-9]*[ \t]*(?:[ \t]#.*)?$/.test(value))
    return startsBlock(mark, valueStart)
  if (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR') return undefined
  const above = lineAbove(text, line)
  const offset = above && valueOffset(above.text)
  if (!above || offset === undefined || !/^[>|][-+]?[1-9][-+]?\s*$/.test(above.text.slice(offset)))
    return undefined
  return startsBlock(above.text.charAt(offset), above.start + offset)
}

function startsBlock(mark: string, start: number): SyntaxFinding {
  return {
    range: at(start),
    message: `\`${mark}\` begins a block of text, which stands on the lines below it`,
    hint: `put the text in quotes if \`${mark}\` is a part of it, else begin it on the next line`,
    repair: 'letter',
  }
}

/** `issue: ? who`, `* one`, `*bold* text`, `& so`: the first character means something to YAML. */
const firstCharacter: Trap = ({ code, message, value, valueStart, line, start }) => {
  if (/^\*[ \t]/.test(value) && line.text.slice(0, valueStart - line.start).trim() === '')
    return marked(valueStart, '`* ` does not begin an item of a list', 'begin each item with `- `')
  if (/^\?[ \t]/.test(value) && code === 'BLOCK_AS_IMPLICIT_KEY')
    return marked(valueStart, '`? ` marks a key in YAML', quoteHint(value))
  const isWord = /^[*&]/.test(value) && (code === 'BAD_ALIAS' || / at node end/.test(message))
  if (isWord && start >= valueStart)
    return marked(
      valueStart,
      `\`${value.charAt(0)}\` at the beginning of a text makes ${value.startsWith('*') ? 'an alias' : 'an anchor'} of it`,
      quoteHint(value),
    )
  const reserved = code === 'BAD_SCALAR_START' ? line.text.charAt(start - line.start) : ''
  return reserved === ''
    ? undefined
    : marked(
        start,
        `an unquoted text cannot begin with \`${reserved}\``,
        start === valueStart ? quoteHint(value) : 'put the whole text in quotes',
      )
}

function marked(start: number, message: string, hint: string): SyntaxFinding {
  return { range: at(start), message, hint, repair: 'letter' }
}

/** What follows a closing quotation mark or bracket is not a part of the value. */
const textAfterEnd: Trap = ({ message, value, start, valueStart, line, text }) => {
  if (!/^Unexpected .* at node end$/.test(message) || start < valueStart) return undefined
  const before = text.slice(line.start, start).trimEnd()
  const range = { start, end: line.start + line.text.trimEnd().length }
  const finding = (ended: string, hint: string) => ({ range, message: ended, hint, repair: undefined })
  const closing = before.at(-1) ?? ''
  if (
    closing === "'" &&
    /\w$/.test(before.slice(0, -1)) &&
    /^\w/.test(text.slice(start)) &&
    before.length === start - line.start
  )
    return finding(
      'an apostrophe ends a text in single quotes',
      `write it twice, \`${before.slice(-8).replace(/^.*[\s'](?=\w)/, '')}'${/^\w+/.exec(text.slice(start, start + 12))?.[0] ?? ''}\`, or put the text in double quotes`,
    )
  if (closing === '"' || closing === "'") {
    const inner = value.slice(1).includes(closing) && value.trimEnd().endsWith(closing)
    return finding(
      `text follows the closing quotation mark \`${closing}\``,
      inner && closing === '"'
        ? 'write `\\"` for a quotation mark within the text, or put the text on the lines below a `>-`'
        : `put the whole text in ${closing === '"' ? 'single' : 'double'} quotes, or on the lines below a \`>-\``,
    )
  }
  if (closing === ']' || closing === '}')
    return finding(
      `text follows the closing bracket \`${closing}\``,
      `put the whole text in quotes if it is to begin with \`${closing === ']' ? '[' : '{'}\``,
    )
  return undefined
}

/** `issue:what now`, `issue：x`, `issue = x`: a key without the colon and blank that end it. */
const brokenKey: Trap = ({ code, message, line }) => {
  if (code !== 'MULTILINE_IMPLICIT_KEY' && !message.startsWith('Implicit map keys')) return undefined
  const [whole, before = '', colon = '', other = ''] = BROKEN_KEY.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const mark = colon || other
  const start = line.start + whole.length - mark.length
  const key = before.trim().replace(/^(?:-[ \t]+)+/, '')
  const range = at(start, mark.length)
  if (mark === ':')
    return {
      range,
      message: 'there is no blank after the colon',
      hint: `write \`${key}: …\``,
      repair: 'key',
    }
  return {
    range,
    message: `\`${mark}\` does not end a key`,
    hint: `write \`${key}: …\`, with a plain colon and a blank`,
    repair: 'key',
  }
}
const BROKEN_KEY = /^([ \t]*(?:-[ \t]+)*[a-z][\w-]*)(?:(:)(?=[^\s/:])|\s*([：﹕︓∶꞉=]))/u

/** `{b: see: d}`. */
const colonInFlow: Trap = ({ code, start, text, line }) => {
  if (code !== 'BLOCK_IN_FLOW') return undefined
  const colon = /:(?=\s)/.exec(text.slice(start, line.start + line.text.length))
  if (!colon) return undefined
  return {
    range: at(start + colon.index),
    message: 'there is a second `: ` in an unquoted text',
    hint: 'put the whole text in quotes',
    repair: 'letter',
  }
}

/** In this order: the first that is recognised is the one that explains the others. */
const TRAPS: readonly Trap[] = [
  foreignIndentation,
  hiddenByComment,
  blockHeader,
  firstCharacter,
  textAfterEnd,
  brokenKey,
  colonInFlow,
]
