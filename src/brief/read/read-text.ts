import * as v from 'valibot'
import type { Path } from '../brief.js'
import type { NumberShape, TextShape } from '../schema/shape.js'
import { shorten } from '../shorten.js'
import type { YamlNode, YamlScalar } from '../yaml/tree.js'
import { fieldName, type Leaf, nameOf, placeOf, type Reading } from './reading.js'

/** Reads a text that is taken to the letter, and checks it against its field's schema. */
export function readText(node: YamlNode, shape: TextShape, path: Path, reading: Reading): string | undefined {
  if (node.kind !== 'scalar') {
    const message = `expected text in ${fieldName(path)}, found ${nameOf(node)}`
    reading.report('wrong-type', placeOf(node, reading), message)
    return undefined
  }
  const text = takeText(node, shape.role, path, reading)
  if (text === undefined) return undefined
  const result = v.safeParse(shape.schema, text)
  if (result.success) return text
  const [message, hint] = wordingOf(text, shape, reading)
  reading.report('invalid-value', placeOf(node, reading), `${message} in ${fieldName(path)}`, hint)
  return undefined
}

/** Notes a text for the rules; one without a visible character is a finding. */
export function takeText(
  scalar: YamlScalar,
  role: Leaf['role'],
  path: Path,
  reading: Reading,
): string | undefined {
  const { text } = scalar
  if (text.trim() === '') {
    const hint = 'fill it in, or leave the field out'
    reading.report('empty-text', placeOf(scalar, reading), `${fieldName(path)} holds no text`, hint)
    return undefined
  }
  reading.leaves.push({ path, text, role, scalar })
  return text
}

/** Reads a number; in quotes it is a text, and a finding. */
export function readNumber(
  node: YamlNode,
  shape: NumberShape,
  path: Path,
  reading: Reading,
): number | undefined {
  const { low, high } = shape
  const expected = `a whole number ${high === Number.POSITIVE_INFINITY ? `of ${low} or more` : `from ${low} to ${high}`}`
  if (node.kind !== 'scalar' || typeof node.value !== 'number') {
    const found = node.kind === 'scalar' ? `\`${shorten(node.text)}\`` : nameOf(node)
    const hint =
      node.kind === 'scalar' && /^[-+]?\d+$/.test(node.text) ? 'remove the quotation marks' : undefined
    const message = `expected ${expected} in ${fieldName(path)}, found ${found}`
    reading.report('wrong-type', placeOf(node, reading), message, hint)
    return undefined
  }
  if (v.is(shape.schema, node.value)) return node.value
  reading.report(
    'invalid-value',
    placeOf(node, reading),
    `\`${shorten(node.text)}\` is not ${expected} in ${fieldName(path)}`,
  )
  return undefined
}

function wordingOf(
  text: string,
  { choices, role }: TextShape,
  reading: Reading,
): [message: string, hint: string | undefined] {
  const value = `\`${shorten(text)}\``
  if (choices) return [`unknown value ${value}`, reading.suggestions.hint(text, choices, 'values')]
  if (role !== 'id') return [`${value} is not a web address`, 'begin it with `https://`']
  return [
    `${value} is not a name to refer to`,
    'use letters, digits, `_`, `.`, `:` and `-`, beginning with a letter or a digit',
  ]
}
