import { SourceMap, type SourceMapPayload } from 'node:module'
import { SyntaxKind } from 'typescript/unstable/ast'
import { tokensOf } from './tokens.js'

/** One small change of a compiled module, with its place in the source. */
export interface Mutant {
  /** Where the change is in the compiled module. */
  readonly start: number
  readonly end: number
  readonly from: string
  readonly to: string
  /** Line of the source, from 1. */
  readonly line: number
}

/**
 * All mutants of a compiled module: numbers are one more and one less, comparisons have and lose their edge, equality, `&&`,
 * `||`, `true` and `false` are exchanged, and `!` is left out. Compiled modules have neither types nor comments.
 */
export function findMutants(compiled: string): Mutant[] {
  const map = sourceMapOf(compiled)
  const starts = lineStartsOf(compiled)
  return tokensOf(compiled).flatMap(({ kind, text, start }, index, tokens) => {
    // What `undefined` is compiled to is the same with any number.
    if (tokens[index - 1]?.text === 'void') return []
    const [before = 0, row = 0] = placeOf(starts, start)
    const entry = map.findEntry(row, start - before)
    const line = 'originalLine' in entry ? entry.originalLine + 1 : 0
    return changesOf(kind, text).map(to => ({ start, end: start + text.length, from: text, to, line }))
  })
}

/** The compiled module with the change in it. */
export function applyMutant(compiled: string, { start, end, to }: Mutant): string {
  return compiled.slice(0, start) + to + compiled.slice(end)
}

function changesOf(kind: SyntaxKind, text: string): readonly string[] {
  if (kind === SyntaxKind.NumericLiteral) return [String(Number(text) + 1), negative(Number(text) - 1)]
  const change = CHANGES.get(kind)
  return change === undefined ? [] : [change]
}

/** In brackets, so that a sign before the number does not join it. */
const negative = (value: number) => (value < 0 ? `(${value})` : String(value))

const CHANGES: ReadonlyMap<SyntaxKind, string> = new Map([
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [SyntaxKind.AmpersandAmpersandToken, '||'],
  [SyntaxKind.BarBarToken, '&&'],
  [SyntaxKind.TrueKeyword, 'false'],
  [SyntaxKind.FalseKeyword, 'true'],
  [SyntaxKind.ExclamationToken, ''],
])

function sourceMapOf(compiled: string): SourceMap {
  const [, data = ''] = /^\/\/# sourceMappingURL=data:application\/json;base64,(\S+)$/m.exec(compiled) ?? []
  return new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()) as SourceMapPayload)
}

function lineStartsOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}

/** Where the line of an offset begins, and which line it is, from 0. */
function placeOf(starts: readonly number[], offset: number): readonly number[] {
  const row = starts.findLastIndex(start => start <= offset)
  return [starts[row] ?? 0, row]
}
