import type { Path } from '../brief.js'
import { shorten } from '../shorten.js'
import { meantKeys, parseWordingKey } from '../wording-key.js'
import type { YamlMapping, YamlNode } from '../yaml/tree.js'
import { takeText } from './read-text.js'
import { fieldName, headOf, nameOf, placeOf, type Reading } from './reading.js'

/** Reads a prose field: one text, or wordings by audience and language of which `default` must be one. */
export function readProse(node: YamlNode, path: Path, reading: Reading): unknown {
  if (node.kind === 'scalar') return takeText(node, 'prose', path, reading)
  if (node.kind === 'mapping') return readWordings(node, path, reading)
  reading.report(
    'wrong-type',
    placeOf(node, reading),
    `expected text or wordings in ${fieldName(path)}, found a list`,
    'write one text; its paragraphs are parted by an empty line',
  )
  return undefined
}

function readWordings(node: YamlMapping, path: Path, reading: Reading): unknown {
  const wordings: [string, string][] = []
  for (const { key, value } of node.entries) {
    if (!parseWordingKey(key.text, reading.audiences)) reportUnknown(key, path, reading)
    else if (value.kind === 'mapping' || value.kind === 'list') {
      const message = `expected text for \`${key.text}\` in ${fieldName(path)}, found ${nameOf(value)}`
      reading.report('wrong-type', placeOf(value, reading), message)
    } else if (value.kind === 'scalar' && value.value !== null) {
      const text = takeText(value, 'prose', [...path, key.text], reading)
      if (text !== undefined) wordings.push([key.text, text])
    }
  }
  const fallback = node.entries.find(entry => entry.key.text === 'default')
  if (!fallback || (fallback.value.kind === 'scalar' && fallback.value.value === null)) {
    const place = placeOf(fallback?.key ?? headOf(node), reading)
    const message = `the wordings of ${fieldName(path)} lack \`default\``
    reading.report('missing-field', place, message, 'add `default: …` for all that is not named')
  }
  return Object.fromEntries(wordings)
}

function reportUnknown(key: YamlNode & { readonly text: string }, path: Path, reading: Reading): void {
  const place = placeOf(key, reading)
  const known = meantKeys(key.text, reading.audiences)
  if (known.length === 0) {
    const message = `the key \`${shorten(key.text)}\` in ${fieldName(path)} ends with no language`
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
