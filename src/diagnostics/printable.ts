/** One character as a terminal shows it. `width` is in columns. */
export interface TerminalCell {
  readonly text: string
  readonly width: number
}

/**
 * Makes text that others wrote safe to print: no escape sequence reaches the terminal, and no
 * bidirectional control reorders the line (CVE-2021-42574).
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, visibleName)
}

/** Splits text into the cells that it fills on a terminal, so that a caret can be put under a character. */
export function terminalCells(text: string): TerminalCell[] {
  return Array.from(text, character => {
    if (character === '\t') return { text: '  ', width: 2 }
    const shown = printable(character)
    if (shown !== character) return { text: shown, width: shown.length }
    return { text: character, width: ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1 }
  })
}

/** The number of columns that text fills on a terminal. */
export function terminalWidth(text: string): number {
  return cellsWidth(terminalCells(text))
}

/** The number of columns that cells fill together. */
export function cellsWidth(cells: readonly TerminalCell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

/** Shortens a value for a message: in a damaged file it may be as long as the file. */
export function shorten(value: string): string {
  return value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH - 1)}…` : value
}

/** Characters of a value that a message shows. */
const MAX_VALUE_LENGTH = 40

/** C0 and C1 controls, bidirectional controls, line and paragraph separators, lone surrogates. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ZERO_WIDTH = /[\p{Mn}\p{Me}\u00ad\u200b-\u200d\u2060]/u
/** An approximation of Unicode's East Asian Width (UAX #11): scripts and symbols that fill two columns. */
const WIDE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}\uff01-\uff60\uffe0-\uffe6]/u

function visibleName(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x20
    ? String.fromCharCode(0x2400 + code)
    : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
