import type { FieldPath } from '../brief.js'
import type { FieldsShape } from '../schema/shape.js'
import { shorten } from '../shorten.js'
import type { YamlEntry, YamlMapping } from '../yaml/tree.js'
import { fieldLabel, firstKeyOf, nodePlace, type ReadContext } from './read-context.js'
import { readNode } from './read-node.js'

/** Reads a mapping: every unknown key and every missing field is a finding, a key with nothing after it is absent. */
export function readMapping(
  node: YamlMapping,
  shape: FieldsShape,
  path: FieldPath,
  reading: ReadContext,
): Readonly<Record<string, unknown>> {
  const values: [string, unknown][] = []
  const entries = new Map(node.entries.map(entry => [entry.key.text, entry]))
  const misspelt = new Set<string>()
  for (const { key, value } of node.entries) {
    const field = shape.entries.get(key.text)
    if (!field) {
      const meant = reportUnknownKey(key, shape, entries, path, reading)
      if (meant !== undefined) misspelt.add(meant)
    } else if (!isNull(value)) {
      const read = readNode(value, field.shape, [...path, key.text], reading)
      if (read !== undefined) values.push([key.text, read])
    }
  }
  for (const [key, { required }] of shape.entries) {
    const entry = entries.get(key)
    if (!required || (entry && !isNull(entry.value)) || misspelt.has(key)) continue
    const owner = path.length === 0 ? 'the brief' : `an item of ${fieldLabel(path)}`
    const place = nodePlace(entry?.key ?? firstKeyOf(node), reading)
    reading.report('missing-field', place, `${owner} lacks \`${key}\``, `add \`${key}: …\``)
  }
  return Object.fromEntries(values)
}

/** Returns the absent field that was probably meant, which is then not missing as well. */
function reportUnknownKey(
  key: YamlEntry['key'],
  shape: FieldsShape,
  entries: ReadonlyMap<string, YamlEntry>,
  path: FieldPath,
  reading: ReadContext,
): string | undefined {
  const absent = [...shape.entries.keys()].filter(name => !entries.has(name))
  const meant = reading.suggestions.meant(key.text, absent)
  const hint =
    meant === undefined ? reading.suggestions.hint(key.text, [...shape.entries.keys()], 'fields') : undefined
  const owner = path.length === 0 ? 'a brief' : `an item of ${fieldLabel(path)}`
  reading.report(
    'unknown-key',
    nodePlace(key, reading),
    `${owner} has no field \`${shorten(key.text)}\``,
    hint ?? `did you mean \`${meant}\`?`,
  )
  return meant
}

function isNull(value: YamlEntry['value']): boolean {
  return value.kind === 'scalar' && value.value === null
}
