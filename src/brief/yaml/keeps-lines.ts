import type { Range, SourceFile } from '../../diagnostics/index.js'

/**
 * Whether a text keeps its lines: only a literal scalar (`|`) does. In a folded, plain or quoted one an empty line is one
 * line break (YAML 1.2.2, 6.5), which parts paragraphs.
 */
export function keepsLines(file: SourceFile, { start }: Range): boolean {
  return file.text[start] === '|'
}
