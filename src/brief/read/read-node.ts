import type { FieldPath } from '../brief.js'
import type { FieldsShape, ListShape, ValueShape } from '../schema/shape.js'
import type { YamlNode } from '../yaml/tree.js'
import { fieldLabel, nodeKindLabel, nodePlace, type ReadContext } from './read-context.js'
import { readMapping } from './read-mapping.js'
import { readProse } from './read-prose.js'
import { readNumber, readText } from './read-text.js'

/**
 * Reads a node as the shape asks for, short forms written out; what does not fit is reported and left out.
 * Scalars are read as their field asks: where that is text, `2024`, `1.10` and `no` are what is written.
 */
export function readNode(node: YamlNode, shape: ValueShape, path: FieldPath, reading: ReadContext): unknown {
  if (node.kind === 'unread') return undefined
  switch (shape.kind) {
    case 'fields':
      return readFields(node, shape, path, reading)
    case 'list':
      return readList(node, shape, path, reading)
    case 'prose':
      return readProse(node, path, reading)
    case 'text':
      return readText(node, shape, path, reading)
    case 'number':
      return readNumber(node, shape, path, reading)
  }
}

function readFields(node: YamlNode, shape: FieldsShape, path: FieldPath, reading: ReadContext): unknown {
  if (node.kind === 'mapping') return readMapping(node, shape, path, reading)
  if (node.kind === 'scalar' && shape.short) {
    const { main, shape: short } = shape.short
    if (main === undefined) return readNode(node, short, path, reading)
    const value = readNode(node, short, [...path, main], reading)
    return value === undefined ? undefined : { [main]: value }
  }
  const expected = shape.short ? 'text or fields' : 'fields'
  reading.report(
    'wrong-type',
    nodePlace(node, reading),
    `expected ${expected} in ${fieldLabel(path)}, found ${nodeKindLabel(node)}`,
    `write ${firstKeys(shape)}`,
  )
  return undefined
}

function readList(node: YamlNode, shape: ListShape, path: FieldPath, reading: ReadContext): unknown {
  if (node.kind === 'list') {
    return node.items.map((item, index) => {
      if (!isBlank(item)) return readNode(item, shape.of, [...path, index], reading)
      const hint = 'fill it in, or remove its dash'
      reading.report('empty-text', nodePlace(item, reading), `an item of ${fieldLabel(path)} is empty`, hint)
      return undefined
    })
  }
  if (shape.single) return [readNode(node, shape.of, [...path, 0], reading)]
  reading.report(
    'wrong-type',
    nodePlace(node, reading),
    `expected a list in ${fieldLabel(path)}, found ${nodeKindLabel(node)}`,
    'begin each item with `- `',
  )
  return undefined
}

/** In a list, `null` spelt out may be a name; nothing and `~` are not. */
function isBlank(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null && (node.text === '' || node.text === '~')
}

function firstKeys(shape: FieldsShape): string {
  const required = [...shape.entries].filter(([, entry]) => entry.required).map(([key]) => key)
  const keys = required.length > 0 ? required : [...shape.entries.keys()].slice(0, 1)
  return keys.map(key => `\`${key}: …\``).join(' and ')
}
