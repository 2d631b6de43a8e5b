import type { Path } from '../brief.js'
import { shorten } from '../shorten.js'
import type { YamlMapping, YamlNode } from '../yaml/tree.js'
import { takeText } from './read-text.js'
import { fieldName, headOf, nameOf, placeOf, type Reading } from './reading.js'

/** Reads a prose field: one text, or wordings by audience of which `default` must be one. */
export function readProse(node: YamlNode, path: Path, reading: Reading): unknown {
  if (node.kind === 'scalar') return takeText(node, 'prose', path, reading)
  if (node.kind === 'mapping') return readWordings(node, path, reading)
  reading.report(
    'wrong-type',
    placeOf(node, reading),
    `expected text or wordings by audience in ${fieldName(path)}, found a list`,
    'write one text; its paragraphs are parted by an empty line',
  )
  return undefined
}

function readWordings(node: YamlMapping, path: Path, reading: Reading): unknown {
  const wordings: [string, string][] = []
  for (const { key, value } of node.entries) {
    if (key.text !== 'default' && !reading.audiences.includes(key.text)) {
      const hint = reading.suggestions.hint(key.text, ['default', ...reading.audiences], 'audiences')
      reading.report(
        'unknown-audience',
        placeOf(key, reading),
        `unknown audience \`${shorten(key.text)}\``,
        hint,
      )
    } else if (value.kind === 'mapping' || value.kind === 'list') {
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
    reading.report('missing-field', place, message, 'add `default: …` for the audiences that are not named')
  }
  return Object.fromEntries(wordings)
}
