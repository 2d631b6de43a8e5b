import { type Aligner, scalarLines } from './aligner.js'

/** Plain and single-quoted scalars (YAML 1.2.2, 7.3.2, 7.3.3 and 6.5): lines are trimmed and folded. */
export function alignFolded(source: string, offset: number, aligner: Aligner, quoted: boolean): void {
  const lines = scalarLines(source, offset)
  const last = lines.length - 1
  let empty = 0
  let foldStart = offset
  for (const [index, { text, start }] of lines.entries()) {
    const from = index === 0 ? 0 : text.length - text.replace(/^[ \t]+/, '').length
    const content = index === last ? text.slice(from) : trimEnd(text.slice(from))
    if (index > 0 && index < last && content === '') {
      empty += 1
      continue
    }
    if (index > 0) aligner.put(empty === 0 ? ' ' : '\n'.repeat(empty), foldStart, start + from)
    copyContent(content, start + from, aligner, quoted)
    foldStart = start + from + content.length
    empty = 0
  }
}

/** In single quotes, `''` stands for `'`. */
function copyContent(content: string, offset: number, aligner: Aligner, quoted: boolean): void {
  let from = 0
  for (let at = quoted ? content.indexOf("''") : -1; at !== -1; at = content.indexOf("''", from)) {
    aligner.copy(content.slice(from, at), offset + from)
    aligner.put("'", offset + at, offset + at + 2)
    from = at + 2
  }
  aligner.copy(content.slice(from), offset + from)
}

function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1
  return text.slice(0, end)
}
