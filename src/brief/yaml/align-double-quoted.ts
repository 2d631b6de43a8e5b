import type { Aligner } from './aligner.js'

/** Escapes of one letter (YAML 1.2.2, 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
}
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

const FOLD = /[ \t]*\r?\n[ \t\r\n]*/y
const ESCAPED_FOLD = /\\\r?\n[ \t]*/y
const PLAIN = /[^\\\r\n \t]+|[ \t]+|\r/y

/** Double-quoted scalars (YAML 1.2.2, 7.3.1): escapes, and lines that are trimmed and folded. */
export function alignDoubleQuoted(source: string, offset: number, aligner: Aligner): void {
  const body = source.slice(1, -1)
  const take = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at
    return pattern.exec(body)?.[0]
  }
  for (let at = 0; at < body.length; ) {
    const start = offset + 1 + at
    const fold = take(FOLD, at)
    const folded = fold ?? take(ESCAPED_FOLD, at)
    const copied = folded === undefined ? take(PLAIN, at) : undefined
    if (folded !== undefined) {
      if (fold !== undefined) aligner.put(foldedText(fold), start, start + fold.length)
      at += folded.length
    } else if (copied !== undefined) {
      aligner.copy(copied, start)
      at += copied.length
    } else {
      const { length, characters } = escapeAt(body, at)
      aligner.put(characters, start, start + length)
      at += length
    }
  }
}

/** A single line end is folded to a space; of several, one is dropped. */
function foldedText(fold: string): string {
  const breaks = fold.split('\n').length - 1
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
}

/** An invalid escape is taken as it is written; it has been reported. */
function escapeAt(body: string, at: number): { readonly length: number; readonly characters: string } {
  const letter = body.charAt(at + 1)
  const digits = DIGITS[letter]
  if (digits === undefined) return { length: 2, characters: ESCAPES[letter] ?? body.slice(at, at + 2) }
  const raw = body.slice(at, at + 2 + digits)
  const code = Number.parseInt(raw.slice(2), 16)
  return { length: 2 + digits, characters: code <= 0x10ffff ? String.fromCodePoint(code) : raw }
}
