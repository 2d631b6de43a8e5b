import { SyntaxKind } from 'typescript/unstable/ast'
import { createScanner } from 'typescript/unstable/ast/scanner'

export interface Token {
  readonly kind: SyntaxKind
  readonly text: string
  readonly start: number
}

/** The tokens of JavaScript, by TypeScript's scanner, which has to be told where regular expressions and templates go on. */
export function tokensOf(text: string): Token[] {
  const scanner = createScanner(true)
  scanner.setText(text)
  const tokens: Token[] = []
  /** Whether each brace that is open belongs to a template. */
  const braces: boolean[] = []
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    if (isDivision(kind) && !endsValue(tokens.at(-1)?.kind)) kind = scanner.reScanSlashToken()
    else if (kind === SyntaxKind.GreaterThanToken) kind = scanner.reScanGreaterToken()
    else if (kind === SyntaxKind.TemplateHead) braces.push(true)
    else if (kind === SyntaxKind.OpenBraceToken) braces.push(false)
    else if (kind === SyntaxKind.CloseBraceToken && braces.pop()) {
      kind = scanner.reScanTemplateToken(false)
      if (kind === SyntaxKind.TemplateMiddle) braces.push(true)
    }
    tokens.push({ kind, text: scanner.getTokenText(), start: scanner.getTokenStart() })
  }
  return tokens
}

const isDivision = (kind: SyntaxKind) =>
  kind === SyntaxKind.SlashToken || kind === SyntaxKind.SlashEqualsToken

/** Whether a slash after such a token divides. */
const endsValue = (kind: SyntaxKind | undefined) => kind !== undefined && VALUE_ENDS.has(kind)

const VALUE_ENDS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.NumericLiteral,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateTail,
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.ThisKeyword,
  SyntaxKind.SuperKeyword,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
])
