import { shorten } from '../../diagnostics/index.js'
import { parseWordingKey, possibleWordingKeys } from '../notation/wording-key.js'
import type { ProseShape } from '../schema/shape.js'
import { type FieldPath, firstKeyOf, type YamlMapping, type YamlNode, type YamlScalar } from '../yaml/tree.js'
import { fieldLabel, nodeKindLabel, nodePlace, type ReadContext } from './read-context.js'
import { recordText } from './read-text.js'

/** Reads a prose field: one text, or wordings by audience and language of which `default` must be one. */
export function readProse(node: YamlNode, shape: ProseShape, path: FieldPath, context: ReadContext): unknown {
  if (node.kind === 'scalar') return recordText(node, shape, path, context)
  if (node.kind === 'mapping') return readWordings(node, shape, path, context)
  context.report(
    'wrong-type',
    nodePlace(node, context),
    `expected text or wordings in ${fieldLabel(path)}, found a list`,
    'write one text; its an empty line separates paragraphs',
  )
  return undefined
}

function readWordings(node: YamlMapping, shape: ProseShape, path: FieldPath, context: ReadContext): unknown {
  const wordings: [string, string][] = []
  for (const { key, value } of node.entries) {
    if (!parseWordingKey(key.text, context.audiences)) reportUnknownKey(key, path, context)
    else if (value.kind === 'mapping' || value.kind === 'list') {
      const message = `expected text for \`${key.text}\` in ${fieldLabel(path)}, found ${nodeKindLabel(value)}`
      context.report('wrong-type', nodePlace(value, context), message)
    } else if (value.kind === 'scalar' && value.value !== null) {
      const text = recordText(value, shape, [...path, key.text], context)
      if (text !== undefined) wordings.push([key.text, text])
    }
  }
  const fallback = node.entries.find(entry => entry.key.text === 'default')
  if (!fallback || (fallback.value.kind === 'scalar' && fallback.value.value === null)) {
    const place = nodePlace(fallback?.key ?? firstKeyOf(node), context)
    const message = `the wordings of ${fieldLabel(path)} lack \`default\``
    context.report('missing-field', place, message, 'add `default: …` for all that is not named')
  }
  return Object.fromEntries(wordings)
}

function reportUnknownKey(key: YamlScalar, path: FieldPath, context: ReadContext): void {
  const place = nodePlace(key, context)
  const known = possibleWordingKeys(key.text, context.audiences)
  if (known.length === 0) {
    const message = `the key \`${shorten(key.text)}\` in ${fieldLabel(path)} ends with no language`
    context.report(
      'invalid-value',
      place,
      message,
      'write a code such as `en`, `es` or `pt-BR` after the dot',
    )
  } else {
    const inLowerCase = key.text.toLowerCase()
    const hint = parseWordingKey(inLowerCase, context.audiences)
      ? `did you mean \`${inLowerCase}\`?`
      : context.suggestions.hint(key.text, known, 'audiences')
    context.report('unknown-audience', place, `unknown audience \`${shorten(key.text)}\``, hint)
  }
}
