import { columnsOf } from './text-columns.js'

/** Groups of lines with an empty one between them. */
export const stackLines = (groups: readonly (readonly string[])[]): string[] =>
  groups.filter(lines => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))

/** Lines with a mark before the first of them, and room as wide before the others. */
export const hang = (mark: string, lines: readonly string[]): string[] =>
  lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(columnsOf(mark))}${line}`.trimEnd())

/** Lines that begin further to the right. */
export const indent = (by: number, lines: readonly string[]): string[] => hang(' '.repeat(by), lines)
