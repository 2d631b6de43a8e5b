import { type CST, Lexer, Parser } from 'yaml'
import type { Range } from '../../diagnostics/index.js'

/** What is learnt of a text while it is cut into tokens. */
export interface TokenizerState {
  /** Where each quotation mark or bracket that is never closed stands, by the offset at which its text ends. */
  readonly unclosed: Map<number, number>
  /** Where and why reading ended before the text did. */
  stopped: TokenizerStop | undefined
}

export interface TokenizerStop {
  readonly reason: 'too deep' | 'too many tokens'
  readonly range: Range
}

/** Words, marks and line ends of YAML; a brief of 500 lines has some 4,000. */
export const MAX_TOKENS = 100_000
/** Levels of collections; the schema of a brief has six. */
const MAX_DEPTH = 50
/** What the lexer puts in for a bracket that the indentation closes. */
const FLOW_END = '\x18'

/**
 * Cuts YAML into tokens; composing them recurses, so that the depth
 * and the work are bounded here, where nothing does.
 */
export function* parseTokens(text: string, stream: TokenizerState): Generator<CST.Token> {
  const parser = new Parser()
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser
    if (lexeme === FLOW_END) noteBracket(parser, offset, stream)
    else if (isUnclosedQuote(lexeme)) stream.unclosed.set(offset + lexeme.length, offset)
    yield* parser.next(lexeme)
    count += 1
    const reason = parser.stack.length > MAX_DEPTH ? 'too deep' : 'too many tokens'
    if (parser.stack.length > MAX_DEPTH || count > MAX_TOKENS) {
      stream.stopped = { reason, range: { start: offset, end: parser.offset } }
      return
    }
  }
  noteBracket(parser, parser.offset, stream)
  yield* parser.end()
}

function isUnclosedQuote(lexeme: string): boolean {
  const mark = lexeme[0]
  return (mark === '"' || mark === "'") && (lexeme.length === 1 || !lexeme.endsWith(mark))
}

function noteBracket(parser: Parser, end: number, stream: TokenizerState): void {
  const open = parser.stack.findLast(token => token.type === 'flow-collection')
  if (open) stream.unclosed.set(end, open.offset)
}
