import * as v from 'valibot'
import { shorten } from '../../diagnostics/index.js'
import type { NumberShape, ProseShape, TextShape } from '../schema/shape.js'
import type { FieldPath, YamlNode, YamlScalar } from '../yaml/tree.js'
import { fieldLabel, nodeKindLabel, nodePlace, type ReadContext } from './read-context.js'

/** Reads a text that is taken to the letter, and checks it against its field's schema. */
export function readText(
  node: YamlNode,
  shape: TextShape,
  path: FieldPath,
  context: ReadContext,
): string | undefined {
  if (node.kind !== 'scalar') {
    const message = `expected text in ${fieldLabel(path)}, found ${nodeKindLabel(node)}`
    context.report('wrong-type', nodePlace(node, context), message)
    return undefined
  }
  const text = recordText(node, shape, path, context)
  if (text === undefined) return undefined
  const result = v.safeParse(shape.schema, text)
  if (result.success) return text
  const [message, hint] = invalidTextMessage(text, shape, context)
  context.report('invalid-value', nodePlace(node, context), `${message} in ${fieldLabel(path)}`, hint)
  return undefined
}

/** Records a text for the rules; one without a visible character is a finding. */
export function recordText(
  scalar: YamlScalar,
  shape: TextShape | ProseShape,
  path: FieldPath,
  context: ReadContext,
): string | undefined {
  const { text } = scalar
  if (text.trim() === '') {
    const hint = 'fill it in, or leave the field out'
    context.report('empty-text', nodePlace(scalar, context), `${fieldLabel(path)} holds no text`, hint)
    return undefined
  }
  const kind =
    shape.kind === 'prose' ? ({ role: 'prose', takesBlocks: shape.blocks } as const) : { role: shape.role }
  context.texts.push({ path, text, scalar, ...kind })
  return text
}

/** Reads a number; in quotes it is a text, and a finding. */
export function readNumber(
  node: YamlNode,
  shape: NumberShape,
  path: FieldPath,
  context: ReadContext,
): number | undefined {
  const { low, high } = shape
  const expected = `a whole number ${high === Number.POSITIVE_INFINITY ? `of ${low} or more` : `from ${low} to ${high}`}`
  if (node.kind !== 'scalar' || typeof node.value !== 'number') {
    const found = node.kind === 'scalar' ? `\`${shorten(node.text)}\`` : nodeKindLabel(node)
    const hint =
      node.kind === 'scalar' && /^[-+]?\d+$/.test(node.text) ? 'remove the quotation marks' : undefined
    const message = `expected ${expected} in ${fieldLabel(path)}, found ${found}`
    context.report('wrong-type', nodePlace(node, context), message, hint)
    return undefined
  }
  if (v.is(shape.schema, node.value)) return node.value
  context.report(
    'invalid-value',
    nodePlace(node, context),
    `\`${shorten(node.text)}\` is not ${expected} in ${fieldLabel(path)}`,
  )
  return undefined
}

function invalidTextMessage(
  text: string,
  { choices, role }: TextShape,
  context: ReadContext,
): [message: string, hint: string | undefined] {
  const value = `\`${shorten(text)}\``
  if (choices) return [`unknown value ${value}`, context.suggestions.hint(text, choices, 'values')]
  if (role !== 'id') return [`${value} is not a web address`, 'begin it with `https://`']
  return [
    `${value} is not a name to refer to`,
    'use letters, digits, `_`, `.`, `:` and `-`, beginning with a letter or a digit',
  ]
}
