import type { Range } from '../../diagnostics/index.js'

/** What replaces the character at which parsing fails, so that the rest of the file can be parsed. */
export type SyntaxRepair = 'space' | 'letter' | 'colon' | 'comment' | 'key'

/** A syntax error, worded for the author of a brief. */
export interface SyntaxFinding {
  readonly range: Range
  readonly message: string
  readonly hint: string | undefined
  readonly repair: SyntaxRepair | undefined
  /** The characters to replace; the first of the range if left out. */
  readonly repairAt?: readonly number[]
}

interface SyntaxMessage {
  /** Matches the code and message of the YAML library. */
  readonly pattern: RegExp
  readonly message: string
  readonly hint?: string
  readonly repair?: SyntaxRepair
}

const QUOTE_IT = 'put the whole text in quotes, or on the lines below a `>-`'
const ALIGN = 'indent the fields of one item by the same number of spaces'

/** The errors of the YAML library in words that help the author of a brief. */
export const SYNTAX_MESSAGES: readonly SyntaxMessage[] = [
  {
    pattern: /^TAB_AS_INDENT/,
    message: 'there is a tab in the indentation',
    hint: 'indent with spaces',
    repair: 'space',
  },
  {
    pattern: /^BLOCK_AS_IMPLICIT_KEY.*Nested/,
    message: 'there is a second `: ` in an unquoted text',
    hint: QUOTE_IT,
    repair: 'colon',
  },
  {
    pattern: /^MISSING_CHAR Missing closing/,
    message: 'a quotation mark is never closed',
    hint: 'close it at the end of the text',
    repair: 'letter',
  },
  {
    pattern: /^\w+ Flow .* end with a/,
    message: 'a bracket is never closed',
    hint: 'close it, or put the text in quotes',
    repair: 'letter',
  },
  {
    pattern: /^BAD_SCALAR_START/,
    message: 'an unquoted text cannot begin with this character',
    hint: QUOTE_IT,
    repair: 'letter',
  },
  {
    pattern: /^UNEXPECTED_TOKEN Unexpected .* at node end/,
    message: 'text follows where the value has ended',
    hint: 'write the text on the lines below a `>-`, where quotation marks and brackets are free',
  },
  {
    pattern: /^UNEXPECTED_TOKEN Unexpected block-seq-ind/,
    message: 'a list begins on the line of its key',
    hint: 'begin it on the next line',
  },
  {
    pattern: /^UNEXPECTED_TOKEN Unexpected , in flow sequence/,
    message: 'nothing stands between two commas in brackets',
    hint: "write `''` for an empty cell, or take out a comma",
    repair: 'space',
  },
  {
    pattern: /^UNEXPECTED_TOKEN Unexpected flow-/,
    message: 'a bracket is closed that was never opened',
    hint: QUOTE_IT,
    repair: 'space',
  },
  {
    pattern: /^UNEXPECTED_TOKEN Block scalar header/,
    message: 'text follows `>` or `|` on the same line',
    hint: 'begin it on the next line',
  },
  {
    pattern: /^BAD_INDENT Block scalar/,
    message: 'a block of text is not indented with spaces',
    hint: 'indent it deeper than its key',
  },
  {
    pattern: /^BAD_INDENT|^MISSING_CHAR Sequence item/,
    message: 'the indentation fits no line above',
    hint: ALIGN,
  },
  {
    pattern: /^MISSING_CHAR Implicit map keys/,
    message: 'a key without `: `, or a text that is not indented',
    hint: ALIGN,
  },
  {
    pattern: /^MULTILINE_IMPLICIT_KEY/,
    message: 'a key is longer than one line, or its `: ` is missing',
    hint: ALIGN,
  },
  {
    pattern: /^MISSING_CHAR Missing (space after|, )/,
    message: 'a comma or a space is missing inside of brackets',
    hint: QUOTE_IT,
  },
  { pattern: /^MISSING_CHAR Comments/, message: 'a `#` follows the value without a space' },
  {
    pattern: /^MISSING_CHAR Tags and anchors/,
    message: 'an anchor or a tag runs into the text that follows it',
    hint: QUOTE_IT,
  },
  {
    pattern: /^BAD_DQ_ESCAPE/,
    message: 'the text has an escape that YAML does not know',
    hint: 'write `\\\\` for a backslash, or use single quotes',
  },
  {
    pattern: /^BAD_ALIAS|^ALIAS_PROPS/,
    message: 'an alias or anchor is not written as YAML asks',
    hint: QUOTE_IT,
  },
  {
    pattern: /^MULTIPLE_|^BAD_PROP_ORDER/,
    message: 'a value has anchors or tags out of place',
    hint: 'leave them out',
  },
  { pattern: /^KEY_OVER_1024/, message: 'a key is longer than 1024 characters' },
  {
    pattern: /^BAD_DIRECTIVE|directives-end/,
    message: 'a directive is not written as YAML asks',
    hint: 'leave out lines that begin with `%`',
  },
]
