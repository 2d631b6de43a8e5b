import { SyntaxKind } from 'typescript/unstable/ast'
import { type Token, tokensOf } from '../mutants/tokens.js'

/** The keys of object literals within an expression, and the constants that it names. */
interface SourceExpression {
  readonly keys: Map<string, { readonly comment: string; readonly value: SourceExpression }>
  readonly names: string[]
}

/** Looks up the doc comment of a key by the path that leads to it from a constant; an empty text if it has none. */
export type DocComments = (path: readonly string[]) => string

/** The doc comments of a schema that is written as object literals in one file, through spreads and the constants that it names. */
export function docComments(source: string): DocComments {
  const constants = new SourceReader(source).constants()
  /** What stands for an expression: itself, then each constant that it names, with theirs. */
  const meanings = (expression: SourceExpression): SourceExpression[] => {
    const found = new Set([expression])
    for (const { names } of found) {
      for (const name of names) {
        const named = constants.get(name)
        if (named) found.add(named)
      }
    }
    return [...found]
  }
  return ([constant = '', ...path]) => {
    const start = constants.get(constant)
    if (!start) throw new Error(`the source has no constant \`${constant}\``)
    let candidates = meanings(start)
    let comment = ''
    for (const key of path) {
      const entries = candidates.flatMap(({ keys }) => keys.get(key) ?? [])
      comment = entries.find(entry => entry.comment !== '')?.comment ?? ''
      candidates = entries.flatMap(({ value }) => meanings(value))
    }
    return comment
  }
}

const STATEMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ConstKeyword,
  SyntaxKind.ExportKeyword,
  SyntaxKind.FunctionKeyword,
  SyntaxKind.ImportKeyword,
  SyntaxKind.InterfaceKeyword,
  SyntaxKind.TypeKeyword,
])
const OPEN: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.OpenParenToken, SyntaxKind.OpenBracketToken])
const CLOSED: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.CloseParenToken, SyntaxKind.CloseBracketToken])

class SourceReader {
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(private readonly source: string) {
    this.tokens = tokensOf(source)
  }

  constants(): Map<string, SourceExpression> {
    const found = new Map<string, SourceExpression>()
    for (; this.at < this.tokens.length; this.at++) {
      if (this.kind() !== SyntaxKind.ConstKeyword) continue
      const name = this.tokens[this.at + 1]?.text ?? ''
      this.at += 2
      found.set(name, this.expression(true))
      this.at--
    }
    return found
  }

  private kind(offset = 0): SyntaxKind | undefined {
    return this.tokens[this.at + offset]?.kind
  }

  /** Reads up to the comma or the brace that ends a value, or at the top to the next statement. */
  private expression(isTop = false): SourceExpression {
    const read: SourceExpression = { keys: new Map(), names: [] }
    for (let depth = 0; this.at < this.tokens.length; this.at++) {
      const kind = this.kind()
      if (kind === undefined) break
      if (isTop && depth === 0 && STATEMENTS.has(kind)) break
      const ends = kind === SyntaxKind.CommaToken || kind === SyntaxKind.CloseBraceToken
      if (!isTop && depth === 0 && ends) break
      if (OPEN.has(kind)) depth++
      else if (CLOSED.has(kind)) depth--
      else if (kind === SyntaxKind.OpenBraceToken) this.literal(read)
      else if (kind === SyntaxKind.Identifier) read.names.push(this.tokens[this.at]?.text ?? '')
    }
    return read
  }

  /** Reads an object literal; it ends at the closing brace. */
  private literal(into: SourceExpression): void {
    this.at++
    while (this.at < this.tokens.length && this.kind() !== SyntaxKind.CloseBraceToken) {
      const key = this.tokens[this.at]
      if (!key) break
      const comment = this.commentBefore()
      const hasValue = this.kind(1) === SyntaxKind.ColonToken
      if (hasValue) this.at += 2
      const value = this.expression()
      const name = key.text.replace(/^['"]|['"]$/g, '')
      if (hasValue || value.names.includes(name)) {
        if (!into.keys.has(name)) into.keys.set(name, { comment, value })
      }
      if (key.kind === SyntaxKind.DotDotDotToken) into.names.push(...value.names)
      if (this.kind() === SyntaxKind.CommaToken) this.at++
    }
  }

  private commentBefore(): string {
    const before = this.tokens[this.at - 1]
    const gap = this.source.slice(before ? before.start + before.text.length : 0, this.tokens[this.at]?.start)
    const [, text = ''] = /\/\*\*([\s\S]*?)\*\/\s*$/.exec(gap) ?? []
    return text
      .split('\n')
      .map(line => line.replace(/^\s*\* ?/, '').trim())
      .join(' ')
      .trim()
  }
}
