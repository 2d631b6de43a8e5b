import { shorten } from '../../diagnostics/index.js'
import { characterLabel } from '../notation/invisible.js'
import type { FieldsShape, ListShape, ValueShape } from '../schema/shape.js'
import { type FieldPath, firstKeyOf, type YamlMapping, type YamlNode, type YamlScalar } from '../yaml/tree.js'
import { commentInPlaceOf, lostWhole, lostWholeHint, nullHint, reportLostWhole } from './lost-text.js'
import { fieldLabel, nodeKindLabel, nodePlace, placeInText, type ReadContext } from './read-context.js'
import { readProse } from './read-prose.js'
import { readFlag, readNumber, readText } from './read-text.js'
import { reportSplitTexts } from './split-list.js'
import {
  followsReportedComma,
  isPlainText,
  looksLikeWords,
  textAsFieldsHint,
  textCutByComma,
} from './text-as-fields.js'
import { reportUnknownKey } from './unknown-key.js'

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
  for (const [index, { key, value, bare }] of node.entries.entries()) {
    const field = shape.entries.get(key.text)
    const here = [...path, key.text]
    if (!field) {
      const isReported = followsReportedComma(node, index)
      const meant = isReported ? undefined : reportUnknownKey(node, index, shape, path, context)
      if (meant !== undefined) misspelt.add(meant)
    } else if (!isNull(value)) {
      const read = readNode(value, field.shape, here, context)
      if (read !== undefined) values.push([key.text, read])
    } else if (key.text === 'classification') reportNoMarking(key, value, field.shape, here, context)
    else if (bare) reportBareField(node, index, context)
    else if (!field.required) {
      const comment = commentInPlaceOf(value, field.shape, context)
      if (comment) reportLostWhole(comment, here, context)
    }
  }
  for (const [key, { required, shape: asked }] of shape.entries) {
    const entry = entries.get(key)
    if (!required || (entry && !isNull(entry.value)) || misspelt.has(key)) continue
    const owner = path.length === 0 ? 'the brief' : `an item of ${fieldLabel(path)}`
    const place = nodePlace(entry?.key ?? firstKeyOf(node), context)
    const message = `${owner} lacks \`${key}\``
    const comment = entry && commentInPlaceOf(entry.value, asked, context)
    if (comment) context.report('missing-field', place, lostWhole(comment, message), lostWholeHint(comment))
    else
      context.report('missing-field', place, message, (entry && nullHint(entry.value)) ?? `add \`${key}: …\``)
  }
  return Object.fromEntries(values)
}

/** An item whose marking is named and not said would be shown as one without. */
function reportNoMarking(
  key: YamlNode,
  value: YamlNode,
  shape: ValueShape,
  path: FieldPath,
  context: ReadContext,
): void {
  const comment = commentInPlaceOf(value, shape, context)
  const message = '`classification` holds no label'
  if (comment) reportLostWhole(comment, path, context)
  else context.report('empty-text', nodePlace(key, context), message, 'give a label, or remove the field')
}

/** A field that is named in braces without a colon has no value, and may be the end of a text with a comma. */
function reportBareField(node: YamlMapping, index: number, context: ReadContext): void {
  const key = node.entries[index]?.key
  const cut = key && textCutByComma(node, index, context)
  if (cut) context.report('yaml-comma', nodePlace(key, context), cut.message, cut.hint)
}

function isNull(value: YamlNode): boolean {
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
    case 'flag':
      return readFlag(node, path, context)
  }
}

function readFields(node: YamlNode, shape: FieldsShape, path: FieldPath, context: ReadContext): unknown {
  if (node.kind === 'mapping') {
    if (!isTextOf(node, shape)) return readMapping(node, shape, path, context)
    const key = node.entries[0]?.key ?? node
    const message = `an item of ${fieldLabel(path)} has no field \`${shorten(key.kind === 'scalar' ? key.text : '')}\``
    context.report('unknown-key', nodePlace(key, context), message, textAsFieldsHint(node, context))
    return undefined
  }
  if (node.kind === 'scalar' && shape.short) {
    if (reportKeyWithoutBlank(node, shape, path, context)) return undefined
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

/** Whether a mapping is rather a text with a colon, where an item may be written as its text alone: `- Note: the ferry stops`. */
function isTextOf({ entries }: YamlMapping, { short, entries: fields }: FieldsShape): boolean {
  const [first] = entries
  if (!short || !first || entries.some(({ key }) => fields.has(key.text.toLowerCase()))) return false
  return first.bare || looksLikeWords(first.key.text) || first.key.text === ''
}

/** `- fact:The ferry stops` is a text to YAML. */
function reportKeyWithoutBlank(
  node: YamlScalar,
  { entries }: FieldsShape,
  path: FieldPath,
  context: ReadContext,
): boolean {
  const [whole, name = '', after = ''] = (isPlainText(node) && KEY_WITHOUT_BLANK.exec(node.text)) || []
  if (whole === undefined || !entries.has(name)) return false
  const place = placeInText(
    { path, text: node.text, role: undefined, scalar: node },
    name.length,
    whole.length,
    context.file,
  )
  const fault =
    after.trim() === ''
      ? `the blank after the colon is ${characterLabel(after)}`
      : 'there is no blank after the colon'
  context.report(
    'wrong-type',
    place,
    `\`${name}:\` begins no field: ${fault}`,
    `write \`${name}: …\`, with a plain space`,
  )
  return true
}
const KEY_WITHOUT_BLANK = /^([a-z_]+):(\S|\s)/u

function readList(node: YamlNode, shape: ListShape, path: FieldPath, context: ReadContext): unknown {
  if (node.kind === 'list') {
    const mayBeEmpty = shape.of.kind === 'prose' && shape.of.mayBeEmpty === true
    if (!mayBeEmpty) reportSplitTexts(node, shape, context)
    return node.items.map((item, index) => {
      if (mayBeEmpty && isEmpty(item)) return ''
      if (!isNull(item)) return readNode(item, shape.of, [...path, index], context)
      const comment = commentInPlaceOf(item, shape.of, context)
      const message = `an item of ${fieldLabel(path)} is empty`
      const place = nodePlace(item, context)
      if (comment) context.report('empty-text', place, lostWhole(comment, message), lostWholeHint(comment))
      else context.report('empty-text', place, message, nullHint(item) ?? 'fill it in, or remove its dash')
      return undefined
    })
  }
  if (shape.single) return [readNode(node, shape.of, [...path, 0], context)]
  context.report(
    'wrong-type',
    nodePlace(node, context),
    `expected a list in ${fieldLabel(path)}, found ${nodeKindLabel(node)}`,
    listHint(node),
  )
  return undefined
}

/** Whether a cell is left empty, or holds a text of nothing. */
const isEmpty = (item: YamlNode): boolean =>
  item.kind === 'scalar' && (item.value === null || item.text.trim() === '')

function listHint(node: YamlNode): string {
  const text = node.kind === 'mapping' ? node.entries[0]?.key.text : node.kind === 'scalar' ? node.text : ''
  const mark = /^(?:[-–—•·*+‣▪]|\d+[.)])/u.exec(text ?? '')?.[0]
  if (mark === undefined) return 'begin each item with `- `'
  return mark === '-'
    ? 'write a blank after the hyphen: `- `'
    : `begin each item with \`- \`, not with \`${mark}\``
}

function firstKeys(shape: FieldsShape): string {
  const required = [...shape.entries].filter(([, entry]) => entry.required).map(([key]) => key)
  const keys = required.length > 0 ? required : [...shape.entries.keys()].slice(0, 1)
  return keys.map(key => `\`${key}: …\``).join(' and ')
}
