import type { Place, SourceFile } from '../../diagnostics/index.js'
import { rangeWithin } from './alignment.js'
import { type FieldPath, firstKeyOf, type YamlNode } from './tree.js'

/** The places of the values of a YAML file. */
export interface YamlPlaces {
  /** The place of a value, or of its key; for a path that the YAML lacks, of its nearest ancestor. */
  place(path: FieldPath, part?: 'key' | 'value'): Place
  /** The place of characters `start` to `end` (UTF-16) of a text value, through escapes, folding and indentation. */
  placeWithin(path: FieldPath, start: number, end: number): Place
}

/** Where a path leads in the tree: as far as there are nodes. */
interface LocatedNode {
  readonly node: YamlNode
  readonly key: YamlNode | undefined
  /** Whether the whole path was followed. */
  readonly complete: boolean
}

/** The places of the values of a file, through the short forms of its YAML. */
export function placesIn(root: YamlNode, file: SourceFile): YamlPlaces {
  return {
    place(path, part = 'value') {
      const { node, key, complete } = locateNode(root, path)
      return { file, range: nodeFor(node, key, part === 'value' && complete).range }
    },
    placeWithin(path, start, end): Place {
      const { node, key, complete } = locateNode(root, path)
      if (node.kind === 'scalar') return { file, range: rangeWithin(node, start, end) }
      return { file, range: nodeFor(node, key, complete).range }
    },
  }
}

/** The value where it is asked for; else what names it: its key, or the first key of what it should be in. */
function nodeFor(node: YamlNode, key: YamlNode | undefined, value: boolean): YamlNode {
  if (value) return node
  return key ?? firstKeyOf(node)
}

/**
 * Follows a path. In the data a text may be written out as the main field of an item, as the only item of a
 * list, or as the default of wordings: there the path is longer than the YAML is deep.
 */
function locateNode(root: YamlNode, path: FieldPath): LocatedNode {
  let node = root
  let key: YamlNode | undefined
  for (const segment of path) {
    if (node.kind === 'scalar' || node.kind === 'unread') return { node, key, complete: true }
    if (node.kind === 'list') {
      const item: YamlNode | undefined = typeof segment === 'number' ? node.items[segment] : undefined
      if (!item) return { node, key, complete: false }
      node = item
      key = undefined
    } else if (segment !== 0) {
      const entry = node.entries.find(candidate => candidate.key.text === segment)
      if (!entry) return { node, key: undefined, complete: false }
      node = entry.value
      key = entry.key
    }
  }
  return { node, key, complete: true }
}
