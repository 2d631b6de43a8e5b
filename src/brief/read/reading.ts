import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import type { Path } from '../brief.js'
import type { Role } from '../schema/shape.js'
import { rangeWithin } from '../yaml/alignment.js'
import type { YamlNode, YamlScalar } from '../yaml/tree.js'
import type { Suggestions } from './suggest.js'

/** A text of the brief with what the rules need to judge it. */
export interface Leaf {
  /** In the data, where short forms are written out. */
  readonly path: Path
  readonly text: string
  readonly role: Role | 'prose' | undefined
  readonly scalar: YamlScalar
}

/** What the readers of the kinds of fields share. */
export interface Reading {
  readonly file: SourceFile
  readonly report: Report
  readonly audiences: readonly string[]
  readonly suggestions: Suggestions
  /** Every text that was read, in the order of the file. */
  readonly leaves: Leaf[]
}

export function placeOf(node: YamlNode, { file }: Pick<Reading, 'file'>): Place {
  return { file, range: node.range }
}

/** The place of characters of a leaf's text. */
export function placeInLeaf(leaf: Leaf, start: number, end: number, file: SourceFile): Place {
  return { file, range: rangeWithin(leaf.scalar, start, end) }
}

/** The first key of a mapping: where a finding about the mapping as a whole points. */
export function headOf(node: YamlNode): YamlNode {
  return (node.kind === 'mapping' ? node.entries[0]?.key : undefined) ?? node
}

/** The name of a field for a message: its key, and for an item of a list that of the list. */
export function fieldName(path: Path): string {
  const key = path.findLast(segment => typeof segment === 'string')
  return key === undefined ? 'a brief' : `\`${key}\``
}

/** What a node is called in messages. */
export function nameOf(node: YamlNode): string {
  if (node.kind === 'mapping') return 'fields'
  return node.kind === 'list' ? 'a list' : 'text'
}
