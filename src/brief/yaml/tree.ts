import type { CST } from 'yaml'
import type { Range } from '../../diagnostics/index.js'

/** Where a value is in the YAML: keys and indices from the root, such as `['quotes', 0, 'text']`. */
export type FieldPath = readonly (string | number)[]

/** What a YAML document contains, with places; aliases are replaced by what they stand for. */
export type YamlNode = YamlMapping | YamlList | YamlScalar | YamlUnread

/** What is here cannot be read; that is a finding already. */
export interface YamlUnread {
  readonly kind: 'unread'
  readonly range: Range
}

export interface YamlMapping {
  readonly kind: 'mapping'
  readonly range: Range
  /** Written in braces. */
  readonly flow: boolean
  /** Keys are unique. */
  readonly entries: readonly YamlEntry[]
}
export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
  /** Without a colon: between the commas of braces, or after `? `. */
  readonly bare: boolean
}
export interface YamlList {
  readonly kind: 'list'
  readonly range: Range
  /** Written in brackets. */
  readonly flow: boolean
  readonly items: readonly YamlNode[]
}
export interface YamlScalar {
  readonly kind: 'scalar'
  readonly range: Range
  /** The characters as written, after unquoting and unfolding: `1.10` stays `1.10`. */
  readonly text: string
  /** By the core schema of YAML 1.2. */
  readonly value: string | number | boolean | null
  readonly token: CST.FlowScalar | CST.BlockScalar | undefined
}

/** The first key of a mapping, where a finding about the mapping as a whole points; other nodes are their own. */
export function firstKeyOf(node: YamlNode): YamlNode {
  return (node.kind === 'mapping' ? node.entries[0]?.key : undefined) ?? node
}
