/** A line of prose, and where it begins in the text (UTF-16). */
export interface ProseLine {
  readonly text: string
  readonly start: number
}

/**
 * The lines of a text. `joinsLines` is true of a text that is no literal scalar: each of its line ends was an empty line
 * (YAML 1.2.2, 6.5).
 */
export function linesOfProse(text: string, joinsLines: boolean): ProseLine[] {
  const lines: ProseLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line.endsWith('\r') ? line.slice(0, -1) : line, start })
    if (joinsLines) lines.push({ text: '', start })
    start += line.length + 1
  }
  return lines
}

export const isBlankLine = (line: ProseLine | undefined): boolean =>
  line === undefined || /^[ \t\f]*$/.test(line.text)

/** Columns before the first word of a line. */
export function indentOfLine(text: string): number {
  return text.replaceAll('\t', '    ').search(/[^ ]/)
}

/** A line from a character on. */
export function cutLine({ text, start }: ProseLine, width: number): ProseLine {
  return { text: text.slice(width), start: start + width }
}

/** A line without the blanks around it: two spaces or more at its end are a line break, and stay. */
export function trimmedLine(line: ProseLine): ProseLine {
  const cut = cutLine(line, line.text.length - line.text.replace(/^[ \t\f\r]+/, '').length)
  return { ...cut, text: cut.text.replace(/\t[ \t]*$/, '') }
}
