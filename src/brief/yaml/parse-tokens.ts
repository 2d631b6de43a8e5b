import { type CST, Lexer, Parser } from 'yaml'
import type { Range } from '../../diagnostics/index.js'
import { FOREIGN_BLANKS } from '../notation/invisible.js'

/** What is learnt about a text while it is split into tokens. */
export interface TokenizerState {
  /** The offset of each quotation mark or bracket that is never closed, by the offset at which its text ends. */
  readonly unclosed: Map<number, number>
  /** The comments, in order. */
  readonly comments: Range[]
  /** Blanks that are not YAML's where a line is indented, or after the dash or key that begins it. */
  readonly foreignBlanks: Range[]
  /** Where and why tokenizing ended before the text did. */
  stopped: TokenizerStop | undefined
}

/** A limit that a text exceeds. */
export interface TokenizerStop {
  readonly reason: 'too deep' | 'too many tokens'
  readonly range: Range
}

/** Words, punctuation and line ends of YAML; a brief of 500 lines has some 4,000. */
export const MAX_TOKENS = 100_000
/** Levels of collections; the schema of a brief has six. */
const MAX_DEPTH = 50
/** What the lexer inserts for a bracket that the indentation closes. */
const FLOW_END = '\x18'
/** What it inserts before an unquoted text. */
const SCALAR = '\x1f'
/** An unquoted text that should not be one: the blank before it, or after its dash or key, is none to YAML. */
const WITH_FOREIGN_BLANK = new RegExp(`^([-?]|[a-z][\\w-]*:)?([${FOREIGN_BLANKS}]+)`)

/** Splits YAML into tokens. The composer recurses over them, so depth and number are limited here. */
export function* parseTokens(text: string, state: TokenizerState): Generator<CST.Token> {
  const parser = new Parser()
  let count = 0
  let before = '\n'
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser
    if (lexeme === FLOW_END) recordOpenBracket(parser, offset, state)
    else if (isUnclosedQuote(lexeme)) state.unclosed.set(offset + lexeme.length, offset)
    else if (lexeme.startsWith('#') && before !== SCALAR)
      state.comments.push({ start: offset, end: offset + lexeme.length })
    if (before === SCALAR) recordForeignBlank(lexeme, text, offset, state)
    before = lexeme
    yield* parser.next(lexeme)
    count += 1
    const reason = parser.stack.length > MAX_DEPTH ? 'too deep' : 'too many tokens'
    if (parser.stack.length > MAX_DEPTH || count > MAX_TOKENS) {
      state.stopped = { reason, range: { start: offset, end: parser.offset } }
      return
    }
  }
  recordOpenBracket(parser, parser.offset, state)
  yield* parser.end()
}

function recordForeignBlank(
  lexeme: string,
  text: string,
  offset: number,
  { foreignBlanks }: TokenizerState,
): void {
  const [whole, mark = '', blanks = ''] = WITH_FOREIGN_BLANK.exec(lexeme) ?? []
  if (whole === undefined) return
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  // After a dash, a blank or a word with a colon may begin a text.
  if (!(mark === '-' || mark === '?' ? /^[ \t]*(?:-[ \t]+)*$/ : /^[ \t]*$/).test(before)) return
  const end = offset + whole.length
  foreignBlanks.push({ start: end - blanks.length, end })
}

function isUnclosedQuote(lexeme: string): boolean {
  const quote = lexeme[0]
  return (quote === '"' || quote === "'") && (lexeme.length === 1 || !lexeme.endsWith(quote))
}

function recordOpenBracket(parser: Parser, end: number, state: TokenizerState): void {
  const open = parser.stack.findLast(token => token.type === 'flow-collection')
  if (open) state.unclosed.set(end, open.offset)
}
