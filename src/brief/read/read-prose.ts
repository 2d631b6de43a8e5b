import type { FieldPath } from '../brief.js'
import { parseWordingKey, possibleWordingKeys } from '../notation/wording-key.js'
import { shorten } from '../shorten.js'
import type { YamlMapping, YamlNode } from '../yaml/tree.js'
import { fieldLabel, firstKeyOf, nodeKindLabel, nodePlace, type ReadContext } from './read-context.js'
import { recordText } from './read-text.js'

/** Reads a prose field: one text, or wordings by audience and language of which `default` must be one. */
export function readProse(node: YamlNode, path: FieldPath, reading: ReadContext): unknown {
  if (node.kind === 'scalar') return recordText(node, 'prose', path, reading)
  if (node.kind === 'mapping') return readWordings(node, path, reading)
  reading.report(
    'wrong-type',
    nodePlace(node, reading),
    `expected text or wordings in ${fieldLabel(path)}, found a list`,
    'write one text; its paragraphs are parted by an empty line',
  )
  return undefined
}

function readWordings(node: YamlMapping, path: FieldPath, reading: ReadContext): unknown {
  const wordings: [string, string][] = []
  for (const { key, value } of node.entries) {
    if (!parseWordingKey(key.text, reading.audiences)) reportUnknown(key, path, reading)
    else if (value.kind === 'mapping' || value.kind === 'list') {
      const message = `expected text for \`${key.text}\` in ${fieldLabel(path)}, found ${nodeKindLabel(value)}`
      reading.report('wrong-type', nodePlace(value, reading), message)
    } else if (value.kind === 'scalar' && value.value !== null) {
      const text = recordText(value, 'prose', [...path, key.text], reading)
      if (text !== undefined) wordings.push([key.text, text])
    }
  }
  const fallback = node.entries.find(entry => entry.key.text === 'default')
  if (!fallback || (fallback.value.kind === 'scalar' && fallback.value.value === null)) {
    const place = nodePlace(fallback?.key ?? firstKeyOf(node), reading)
    const message = `the wordings of ${fieldLabel(path)} lack \`default\``
    reading.report('missing-field', place, message, 'add `default: …` for all that is not named')
  }
  return Object.fromEntries(wordings)
}

function reportUnknown(
  key: YamlNode & { readonly text: string },
  path: FieldPath,
  reading: ReadContext,
): void {
  const place = nodePlace(key, reading)
  const known = possibleWordingKeys(key.text, reading.audiences)
  if (known.length === 0) {
    const message = `the key \`${shorten(key.text)}\` in ${fieldLabel(path)} ends with no language`
    reading.report(
      'invalid-value',
      place,
      message,
      'write a code such as `en`, `es` or `pt-BR` after the dot',
    )
  } else {
    const inLowerCase = key.text.toLowerCase()
    const hint = parseWordingKey(inLowerCase, reading.audiences)
      ? `did you mean \`${inLowerCase}\`?`
      : reading.suggestions.hint(key.text, known, 'audiences')
    reading.report('unknown-audience', place, `unknown audience \`${shorten(key.text)}\``, hint)
  }
}
