import { shorten } from '../../diagnostics/index.js'
import type { FieldsShape, ListShape, ValueShape } from '../schema/shape.js'
import { type FieldPath, firstKeyOf, type YamlEntry, type YamlMapping, type YamlNode } from '../yaml/tree.js'
import { fieldLabel, nodeKindLabel, nodePlace, type ReadContext } from './read-context.js'
import { readProse } from './read-prose.js'
import { readNumber, readText } from './read-text.js'

/** Reads a mapping: every unknown key and every missing field is a finding, a key with nothing after it is absent. */
export function readMapping(
  node: YamlMapping,
  shape: FieldsShape,
  path: FieldPath,
  context: ReadContext,
): Readonly<Record<string, unknown>> {
  const values: [string, unknown][] = []
  const entries = new Map(node.entries.map(entry => [entry.key.text, entry]))
  const misspelt = new Set<string>()
  for (const { key, value } of node.entries) {
    const field = shape.entries.get(key.text)
    if (!field) {
      const meant = reportUnknownKey(key, shape, entries, path, context)
      if (meant !== undefined) misspelt.add(meant)
    } else if (!isNull(value)) {
      const read = readNode(value, field.shape, [...path, key.text], context)
      if (read !== undefined) values.push([key.text, read])
    }
  }
  for (const [key, { required }] of shape.entries) {
    const entry = entries.get(key)
    if (!required || (entry && !isNull(entry.value)) || misspelt.has(key)) continue
    const owner = path.length === 0 ? 'the brief' : `an item of ${fieldLabel(path)}`
    const place = nodePlace(entry?.key ?? firstKeyOf(node), context)
    context.report('missing-field', place, `${owner} lacks \`${key}\``, `add \`${key}: …\``)
  }
  return Object.fromEntries(values)
}

/** Returns the absent field that was probably meant, which is then not missing as well. */
function reportUnknownKey(
  key: YamlEntry['key'],
  shape: FieldsShape,
  entries: ReadonlyMap<string, YamlEntry>,
  path: FieldPath,
  context: ReadContext,
): string | undefined {
  const absent = [...shape.entries.keys()].filter(name => !entries.has(name))
  const meant = context.suggestions.meant(key.text, absent)
  const hint =
    meant === undefined ? context.suggestions.hint(key.text, [...shape.entries.keys()], 'fields') : undefined
  const owner = path.length === 0 ? 'a brief' : `an item of ${fieldLabel(path)}`
  context.report(
    'unknown-key',
    nodePlace(key, context),
    `${owner} has no field \`${shorten(key.text)}\``,
    hint ?? `did you mean \`${meant}\`?`,
  )
  return meant
}

function isNull(value: YamlEntry['value']): boolean {
  return value.kind === 'scalar' && value.value === null
}

/**
 * Reads a node as the shape asks for, short forms written out; what does not fit is reported and left out.
 * Scalars are read as their field asks: where that is text, `2024`, `1.10` and `no` are what is written.
 */
function readNode(node: YamlNode, shape: ValueShape, path: FieldPath, context: ReadContext): unknown {
  if (node.kind === 'unread') return undefined
  switch (shape.kind) {
    case 'fields':
      return readFields(node, shape, path, context)
    case 'list':
      return readList(node, shape, path, context)
    case 'prose':
      return readProse(node, shape, path, context)
    case 'text':
      return readText(node, shape, path, context)
    case 'number':
      return readNumber(node, shape, path, context)
  }
}

function readFields(node: YamlNode, shape: FieldsShape, path: FieldPath, context: ReadContext): unknown {
  if (node.kind === 'mapping') return readMapping(node, shape, path, context)
  if (node.kind === 'scalar' && shape.short) {
    const { main, shape: short } = shape.short
    if (main === undefined) return readNode(node, short, path, context)
    const value = readNode(node, short, [...path, main], context)
    return value === undefined ? undefined : { [main]: value }
  }
  const expected = shape.short ? 'text or fields' : 'fields'
  context.report(
    'wrong-type',
    nodePlace(node, context),
    `expected ${expected} in ${fieldLabel(path)}, found ${nodeKindLabel(node)}`,
    `write ${firstKeys(shape)}`,
  )
  return undefined
}

function readList(node: YamlNode, shape: ListShape, path: FieldPath, context: ReadContext): unknown {
  if (node.kind === 'list') {
    return node.items.map((item, index) => {
      if (!isBlank(item)) return readNode(item, shape.of, [...path, index], context)
      const hint = 'fill it in, or remove its dash'
      context.report('empty-text', nodePlace(item, context), `an item of ${fieldLabel(path)} is empty`, hint)
      return undefined
    })
  }
  if (shape.single) return [readNode(node, shape.of, [...path, 0], context)]
  context.report(
    'wrong-type',
    nodePlace(node, context),
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
