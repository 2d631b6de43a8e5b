/** The line of a text that holds an offset, without its line end. */
export interface YamlLine {
  readonly start: number
  readonly text: string
}

export function lineAt(text: string, offset: number): YamlLine {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, text: text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '') }
}

/** The nearest line above with anything on it. */
export function lineAbove(text: string, { start }: YamlLine): YamlLine | undefined {
  for (let at = start; at > 0; ) {
    const line = lineAt(text, at - 1)
    if (line.text.trim() !== '') return line
    at = line.start
  }
  return undefined
}

/** Indentation, the dashes of list items, and a key with its colon: what comes before the value of a line. */
const BEFORE_VALUE = /^[ \t]*(?:-[ \t]+)*(?:(?:"[^"]*"|'[^']*'|[^\s#"'[\]{},&*!|>%@`?-][^:#]{0,80})?:[ \t]+)?/

/** Where the value of a line begins, counted from the line. */
export function valueOffset(line: string): number {
  return BEFORE_VALUE.exec(line)?.[0].length ?? 0
}
