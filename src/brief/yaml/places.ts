import type { Place, SourceFile } from '../../diagnostics/index.js'
import type { Brief, FieldPath } from '../brief.js'
import { rangeWithin } from './alignment.js'
import type { YamlNode } from './tree.js'

/** Where a path leads in the tree: as far as there are nodes. */
interface LocatedNode {
  readonly node: YamlNode
  readonly key: YamlNode | undefined
  readonly whole: boolean
}

/** The places of a brief's values, through the short forms of its YAML. */
export function placesIn(root: YamlNode, file: SourceFile): Pick<Brief, 'place' | 'placeWithin'> {
  return {
    place(path, part = 'value') {
      const { node, key, whole } = locateNode(root, path)
      return { file, range: nodeFor(node, key, part === 'value' && whole).range }
    },
    placeWithin(path, start, end): Place {
      const { node, key, whole } = locateNode(root, path)
      if (node.kind === 'scalar') return { file, range: rangeWithin(node, start, end) }
      return { file, range: nodeFor(node, key, whole).range }
    },
  }
}

/** The value where it is asked for; else what names it: its key, or the first key of what it should be in. */
function nodeFor(node: YamlNode, key: YamlNode | undefined, value: boolean): YamlNode {
  if (value) return node
  return key ?? (node.kind === 'mapping' ? node.entries[0]?.key : undefined) ?? node
}

/**
 * Follows a path. In the data a text may be written out as the main field of an item, as the only item of a
 * list, or as the default of wordings: there the path goes on where the YAML has but the text.
 */
function locateNode(root: YamlNode, path: FieldPath): LocatedNode {
  let node = root
  let key: YamlNode | undefined
  for (const segment of path) {
    if (node.kind === 'scalar' || node.kind === 'unread') return { node, key, whole: true }
    if (node.kind === 'list') {
      const item: YamlNode | undefined = typeof segment === 'number' ? node.items[segment] : undefined
      if (!item) return { node, key, whole: false }
      node = item
      key = undefined
    } else if (segment !== 0) {
      const entry = node.entries.find(candidate => candidate.key.text === segment)
      if (!entry) return { node, key: undefined, whole: false }
      node = entry.value
      key = entry.key
    }
  }
  return { node, key, whole: true }
}
