import type { CST } from 'yaml'
import { type Aligner, type ScalarLine, scalarLines } from './aligner.js'

interface BlockLine extends ScalarLine {
  /** Spaces that the line begins with. */
  readonly indent: number
  readonly blank: boolean
}

/** Literal and folded block scalars (YAML 1.2.2, 8.1): indentation is removed, lines are kept or folded. */
export function alignBlock(token: CST.BlockScalar, aligner: Aligner): void {
  const header = token.props.find(prop => prop.type === 'block-scalar-header')
  const headerText = header && 'source' in header ? header.source : ''
  const offset = token.offset + token.props.reduce((sum, prop) => sum + lengthOf(prop), 0)
  const lines = scalarLines(token.source, offset).map(blockLine)
  const explicit = Number(/[1-9]/.exec(headerText)?.[0] ?? 0)
  const keep = headerText.includes('+')

  const filled = lines.findLastIndex(line => !line.blank) + 1
  if (filled === 0) {
    if (keep && lines.length > 0) aligner.put('\n'.repeat(Math.max(1, lines.length - 1)), offset, offset)
    return
  }
  const first = lines.findIndex(line => !line.blank)
  const indent = indentOf(lines, first, token.indent + explicit, explicit > 0)
  const content = lines.findLastIndex((line, index) => index < filled || line.indent > indent) + 1

  for (const line of lines.slice(0, first)) {
    copyFrom(line, indent, aligner)
    aligner.put('\n', endOf(line), endOf(line) + 1)
  }
  const join = headerText.startsWith('>') ? joinFolded : joinLiteral
  join(lines.slice(first, content), indent, aligner)
  chomp(lines, content, indent, headerText, aligner)
}

function joinLiteral(lines: readonly BlockLine[], indent: number, aligner: Aligner): void {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before) aligner.put('\n', endOf(before), endOf(before) + 1)
    copyFrom(line, indent, aligner)
  }
}

function joinFolded(lines: readonly BlockLine[], indent: number, aligner: Aligner): void {
  let separator = ''
  let separatorStart = lines[0]?.start ?? 0
  let deeperBefore = false
  for (const line of lines) {
    const deeper = line.indent > indent || line.text[line.indent] === '\t'
    if (!deeper && line.blank) {
      if (separator === '\n') {
        aligner.put('\n', separatorStart, line.start)
        separatorStart = line.start
      } else separator = '\n'
      continue
    }
    if (deeper && separator === ' ') separator = '\n'
    else if (deeper && !deeperBefore && separator === '\n') separator = '\n\n'
    aligner.put(separator, separatorStart, line.start + Math.min(indent, line.indent))
    copyFrom(line, indent, aligner)
    separator = deeper ? '\n' : ' '
    separatorStart = endOf(line)
    deeperBefore = deeper
  }
}

function chomp(
  lines: readonly BlockLine[],
  content: number,
  indent: number,
  header: string,
  aligner: Aligner,
): void {
  const last = lines[content - 1]
  if (!last || header.includes('-')) return
  if (!header.includes('+')) {
    aligner.put('\n', endOf(last), endOf(last) + 1)
    return
  }
  for (const [index, line] of lines.slice(content).entries()) {
    const before = lines[content + index - 1] ?? last
    aligner.put('\n', endOf(before), endOf(before) + 1)
    copyFrom(line, indent, aligner)
  }
  if (!aligner.value.endsWith('\n')) aligner.put('\n', endOf(last), endOf(last) + 1)
}

/** The indentation to remove: declared in the header, or that of the first line with text. */
function indentOf(lines: readonly BlockLine[], first: number, least: number, explicit: boolean): number {
  return explicit ? least : (lines[first]?.indent ?? least)
}

function blockLine(line: ScalarLine): BlockLine {
  const indent = line.text.length - line.text.replace(/^ +/, '').length
  return { ...line, indent, blank: indent === line.text.length }
}

function copyFrom(line: BlockLine, indent: number, aligner: Aligner): void {
  const from = Math.min(indent, line.indent)
  aligner.copy(line.text.slice(from), line.start + from)
}

function endOf(line: ScalarLine): number {
  return line.start + line.text.length
}

function lengthOf(prop: CST.Token): number {
  return 'source' in prop ? prop.source.length : 0
}
