import { shorten } from '../../diagnostics/index.js'
import { parseWordingKey, possibleWordingKeys } from '../notation/wording-key.js'
import type { ProseShape } from '../schema/shape.js'
import { type FieldPath, firstKeyOf, type YamlMapping, type YamlNode, type YamlScalar } from '../yaml/tree.js'
import { commentInPlaceOf, lostWhole, lostWholeHint, reportLostWhole } from './lost-text.js'
import { fieldLabel, nodeKindLabel, nodePlace, type ReadContext } from './read-context.js'
import { recordText } from './read-text.js'
import { followsReportedComma, looksLikeWords, textAsFieldsHint, textCutByComma } from './text-as-fields.js'

/** Reads a prose field: one text, or wordings by audience and language of which `default` must be one. */
export function readProse(node: YamlNode, shape: ProseShape, path: FieldPath, context: ReadContext): unknown {
  if (node.kind === 'scalar') return recordText(node, shape, path, context)
  if (node.kind === 'mapping') return readWordings(node, shape, path, context)
  context.report(
    'wrong-type',
    nodePlace(node, context),
    `expected text or wordings in ${fieldLabel(path)}, found a list`,
    node.kind === 'list' && node.flow
      ? 'put the whole text in quotes if it is to begin with `[`'
      : 'write one text, in which an empty line separates paragraphs',
  )
  return undefined
}

/** A key with a text of its own that may be an audience or a language written wrongly, and no part of a text. */
const LIKE_WORDING_KEY = /^[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)?$/u

function readWordings(node: YamlMapping, shape: ProseShape, path: FieldPath, context: ReadContext): unknown {
  if (isText(node, context)) {
    const key = node.entries[0]?.key ?? node
    const message =
      key.kind === 'scalar'
        ? `unknown audience \`${shorten(key.text)}\``
        : `expected text or wordings in ${fieldLabel(path)}, found fields`
    const code = key.kind === 'scalar' ? 'unknown-audience' : 'wrong-type'
    context.report(code, nodePlace(key, context), message, textAsFieldsHint(node, context))
    return undefined
  }
  const wordings: [string, string][] = []
  for (const [index, { key: written, value, bare }] of node.entries.entries()) {
    const key = { ...written, text: written.text.normalize('NFC') }
    const cut = textCutByComma(node, index, context)
    if (!parseWordingKey(key.text, context.audiences)) {
      if (cut && (bare || !LIKE_WORDING_KEY.test(key.text))) {
        if (!followsReportedComma(node, index))
          context.report('unknown-audience', nodePlace(key, context), cut.message, cut.hint)
      } else reportUnknownKey(key, path, context)
    } else if (bare && cut) context.report('yaml-comma', nodePlace(key, context), cut.message, cut.hint)
    else if (value.kind === 'mapping' || value.kind === 'list') {
      const message = `expected text for \`${key.text}\` in ${fieldLabel(path)}, found ${nodeKindLabel(value)}`
      context.report('wrong-type', nodePlace(value, context), message)
    } else if (value.kind === 'scalar' && value.value !== null) {
      const text = recordText(value, shape, [...path, key.text], context)
      if (text !== undefined) wordings.push([key.text, text])
    } else if (key.text !== 'default') {
      const comment = commentInPlaceOf(value, shape, context)
      if (comment) reportLostWhole(comment, [...path, key.text], context)
    }
  }
  if (shape.mayLackDefault && wordings.length > 0) return Object.fromEntries(wordings)
  const fallback = node.entries.find(entry => entry.key.text === 'default')
  if (!fallback || (fallback.value.kind === 'scalar' && fallback.value.value === null)) {
    const place = nodePlace(fallback?.key ?? firstKeyOf(node), context)
    const message = `the wordings of ${fieldLabel(path)} lack \`default\``
    const comment = fallback && commentInPlaceOf(fallback.value, shape, context)
    if (comment) context.report('missing-field', place, lostWhole(comment, message), lostWholeHint(comment))
    else context.report('missing-field', place, message, 'add `default: …` for all that is not named')
  }
  return Object.fromEntries(wordings)
}

/** Whether what reads as wordings is rather a text that YAML takes for fields: no key of it is one of a wording. */
function isText({ entries, flow, range }: YamlMapping, { audiences, file }: ReadContext): boolean {
  const [first] = entries
  if (!first) return flow && file.text.startsWith('{{', range.start)
  if (entries.some(({ key }) => parseWordingKey(key.text.normalize('NFC').toLowerCase(), audiences)))
    return false
  return first.bare || looksLikeWords(first.key.text) || first.key.text === ''
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
