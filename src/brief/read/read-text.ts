import * as v from 'valibot'
import { shorten } from '../../diagnostics/index.js'
import { characterLabel, isInvisible, isInvisibleProse } from '../notation/invisible.js'
import type { NumberShape, ProseShape, TextShape } from '../schema/shape.js'
import type { FieldPath, YamlNode, YamlScalar } from '../yaml/tree.js'
import { cslValueHint, doiAddress, doiIn } from './csl-hints.js'
import { reportLostText } from './lost-text.js'
import { fieldLabel, nodeKindLabel, nodePlace, type ReadContext, type TextValue } from './read-context.js'
import { textAsFieldsHint } from './text-as-fields.js'

/** Reads a text that is taken to the letter, and checks it against its field's schema. */
export function readText(
  node: YamlNode,
  shape: TextShape,
  path: FieldPath,
  context: ReadContext,
): string | undefined {
  if (node.kind !== 'scalar') {
    const message = `expected text in ${fieldLabel(path)}, found ${nodeKindLabel(node)}`
    context.report(
      'wrong-type',
      nodePlace(node, context),
      message,
      cslValueHint(node, path) ?? notTextHint(node, context),
    )
    return undefined
  }
  const text = recordText(node, shape, path, context)
  if (text === undefined) return undefined
  const result = v.safeParse(shape.schema, text)
  if (result.success) return text
  const [message, hint] = invalidTextMessage(text, shape, path, context)
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
  const isProse = shape.kind === 'prose'
  const text = !isProse && NAMES.has(shape.role) ? scalar.text.normalize('NFC') : scalar.text
  if (isProse ? isInvisibleProse(text) && !text.includes('![](') : isInvisible(text)) {
    context.report('empty-text', nodePlace(scalar, context), ...emptyMessage(scalar, path, context))
    return undefined
  }
  const kind =
    shape.kind === 'prose' ? ({ role: 'prose', takesBlocks: shape.blocks } as const) : { role: shape.role }
  const isChoice = shape.kind === 'text' && shape.role === undefined && shape.choices !== undefined
  if (!isChoice) reportLostText(scalar, kind.role, path, context)
  context.texts.push({ path, text, scalar, ...kind })
  return text
}

/** What is compared with other names: in one Unicode form, however it is typed. */
const NAMES: ReadonlySet<TextValue['role']> = new Set(['id', 'actors', 'sources', 'audiences', 'language'])

function emptyMessage(
  scalar: YamlScalar,
  path: FieldPath,
  { file }: ReadContext,
): readonly [message: string, hint: string] {
  const header = /^[>|]\S*/.exec(file.text.slice(scalar.range.start, scalar.range.start + 8))?.[0]
  if (scalar.token?.type === 'block-scalar' && header !== undefined && /\d/.test(header))
    return [`${fieldLabel(path)} holds no text`, `put \`${header}\` in quotes if it is the text`]
  const unseen = [...scalar.text].find(character => character.trim() !== '')
  const how =
    unseen === undefined
      ? ''
      : isInvisible(unseen)
        ? `, but ${characterLabel(unseen)}, which is invisible`
        : ', but marks around nothing'
  return [`${fieldLabel(path)} holds no text${how}`, 'fill it in, or leave the field out']
}

function notTextHint(node: YamlNode, context: ReadContext): string | undefined {
  if (node.kind === 'mapping') return textAsFieldsHint(node, context)
  return node.kind === 'list' && node.flow
    ? 'put the whole text in quotes if it is to begin with `[`'
    : undefined
}

/** Reads `true` or `false`; in quotes they are texts, and a finding. */
export function readFlag(node: YamlNode, path: FieldPath, context: ReadContext): boolean | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value
  const found = node.kind === 'scalar' ? `\`${shorten(node.text)}\`` : nodeKindLabel(node)
  const message = `expected \`true\` or \`false\` in ${fieldLabel(path)}, found ${found}`
  context.report('wrong-type', nodePlace(node, context), message)
  return undefined
}

/** Reads a number; in quotes it is a text, and a finding. */
export function readNumber(
  node: YamlNode,
  shape: NumberShape,
  path: FieldPath,
  context: ReadContext,
): number | undefined {
  const { low } = shape
  const expected = expectedNumber(shape)
  if (node.kind !== 'scalar' || typeof node.value !== 'number') {
    const found = node.kind === 'scalar' ? `\`${shorten(node.text)}\`` : nodeKindLabel(node)
    const isQuoted = node.kind === 'scalar' && /^[-+]?\d+(?:\.\d+)?$/.test(node.text)
    const hint = isQuoted ? 'remove the quotation marks' : `write it in digits: \`${Math.max(low, 1)}\``
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

function expectedNumber({ whole, low, high }: NumberShape): string {
  const kind = whole ? 'a whole number' : 'a number'
  if (low === Number.NEGATIVE_INFINITY) return kind
  return high === Number.POSITIVE_INFINITY ? `${kind} of ${low} or more` : `${kind} from ${low} to ${high}`
}

function invalidTextMessage(
  text: string,
  { choices, role }: TextShape,
  path: FieldPath,
  context: ReadContext,
): [message: string, hint: string | undefined] {
  const value = `\`${shorten(text)}\``
  if (choices) return [`unknown value ${value}`, context.suggestions.hint(text, choices, 'values')]
  if (path.at(-1) === 'doi')
    return [
      `${value} is not a DOI`,
      `write \`${doiIn(text) ?? '10.1000/182'}\`, without \`https://doi.org/\``,
    ]
  if (role !== 'id') {
    const address = doiAddress(text)
    const hint = address === undefined ? 'begin it with `https://`' : `write \`${address}\``
    return [`${value} is not a web address`, hint]
  }
  return [
    `${value} is not a name to refer to`,
    `use letters, digits and ${path[0] === 'sources' ? 'any of `_:.#$%&-+?<>~/`' : '`_`, `.`, `:` and `-`'}, beginning with a letter or a digit`,
  ]
}
