import type { SyntaxFinding, SyntaxRepair } from './syntax-messages.js'

/** A character that is allowed anywhere in a plain scalar. */
const LETTER = '\u00b7'
const REPLACEMENTS: Readonly<Partial<Record<SyntaxRepair, string>>> = {
  space: ' ',
  letter: LETTER,
  comment: '#',
}

/**
 * Replaces the characters that keep a text from being parsed, so that one error does not hide the findings in the
 * rest of the file. Offsets do not change. The result is only parsed for further findings, never used as data.
 */
export function repairText(text: string, findings: readonly SyntaxFinding[]): string {
  const characters = new Map<number, string>()
  for (const { repair, range, repairAt = [range.start] } of findings) {
    const character = repair && REPLACEMENTS[repair]
    if (character !== undefined) for (const at of repairAt) characters.set(at, character)
    else if (repair === 'key') characters.set(range.start, ':').set(range.start + 1, ' ')
    else if (repair === 'colon') for (const at of colonsFrom(text, range.start)) characters.set(at, LETTER)
  }
  let repaired = ''
  let from = 0
  for (const [at, character] of [...characters].sort(([a], [b]) => a - b)) {
    repaired += text.slice(from, at) + character
    from = at + 1
  }
  return repaired + text.slice(from)
}

/** The colons that begin values in the rest of a line. */
function colonsFrom(text: string, start: number): number[] {
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end === -1 ? text.length : end)
  return [...line.matchAll(/:(?=\s|$)/g)].map(match => start + match.index)
}
