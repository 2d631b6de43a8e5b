import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import type { FieldPath } from '../brief.js'
import type { TextRole } from '../schema/shape.js'
import { rangeWithin } from '../yaml/alignment.js'
import type { YamlNode, YamlScalar } from '../yaml/tree.js'
import type { Suggestions } from './suggest.js'

/** A text of the brief with what the rules need to judge it. */
export interface TextValue {
  /** In the data, where short forms are written out. */
  readonly path: FieldPath
  readonly text: string
  readonly role: TextRole | 'prose' | undefined
  readonly scalar: YamlScalar
}

/** What the readers of the kinds of fields share. */
export interface ReadContext {
  readonly file: SourceFile
  readonly report: Report
  readonly audiences: readonly string[]
  readonly suggestions: Suggestions
  /** Every text that was read, in the order of the file. */
  readonly texts: TextValue[]
}

export function nodePlace(node: YamlNode, { file }: Pick<ReadContext, 'file'>): Place {
  return { file, range: node.range }
}

/** The place of characters of a leaf's text. */
export function placeInText(leaf: TextValue, start: number, end: number, file: SourceFile): Place {
  return { file, range: rangeWithin(leaf.scalar, start, end) }
}

/** The first key of a mapping: where a finding about the mapping as a whole points. */
export function firstKeyOf(node: YamlNode): YamlNode {
  return (node.kind === 'mapping' ? node.entries[0]?.key : undefined) ?? node
}

/** The name of a field for a message: its key, and for an item of a list that of the list. */
export function fieldLabel(path: FieldPath): string {
  const key = path.findLast(segment => typeof segment === 'string')
  return key === undefined ? 'a brief' : `\`${key}\``
}

/** What a node is called in messages. */
export function nodeKindLabel(node: YamlNode): string {
  if (node.kind === 'mapping') return 'fields'
  return node.kind === 'list' ? 'a list' : 'text'
}
