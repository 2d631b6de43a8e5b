import { closest, shorten } from '../../diagnostics/index.js'
import { characterLabel, FOREIGN_BLANKS, isInvisible } from '../notation/invisible.js'
import type { FieldsShape } from '../schema/shape.js'
import type { FieldPath, YamlMapping, YamlScalar } from '../yaml/tree.js'
import { cslKeyHint } from './csl-hints.js'
import { fieldLabel, nodePlace, type ReadContext } from './read-context.js'
import { textCutByComma } from './text-as-fields.js'

/** Reports a key that is no field; returns the absent field that was probably meant, which is then not missing as well. */
export function reportUnknownKey(
  node: YamlMapping,
  index: number,
  shape: FieldsShape,
  path: FieldPath,
  context: ReadContext,
): string | undefined {
  const key = node.entries[index]?.key
  if (!key) return undefined
  const place = nodePlace(key, context)
  const cut = textCutByComma(node, index, context)
  if (cut) {
    context.report('unknown-key', place, cut.message, cut.hint)
    return undefined
  }
  const unseen = unseenPart(key.text)
  const isCustom = path.length === 1 && path[0] === 'custom'
  const owner = path.length === 0 ? 'a brief' : `an item of ${fieldLabel(path)}`
  if (unseen && shape.entries.has(unseen.rest)) {
    const message = `the key \`${unseen.rest}\` is written with a character that cannot be told from nothing or a space: ${unseen.label}`
    context.report('unknown-key', place, message, 'remove that character')
    return unseen.rest
  }
  const value = node.entries[index]?.value
  const csl = value && cslKeyHint(key.text, value, path)
  if (csl !== undefined) {
    context.report('unknown-key', place, `${owner} has no field \`${shorten(key.text)}\``, csl)
    return undefined
  }
  const present = new Set(node.entries.map(entry => entry.key.text))
  const absent = [...shape.entries.keys()].filter(name => !present.has(name))
  const meant = context.suggestions.meant(key.text, absent)
  const hint =
    meant === undefined
      ? context.suggestions.hint(key.text, [...shape.entries.keys()], 'fields')
      : `did you mean \`${meant}\`?`
  if (isCustom) {
    context.report(
      'unknown-key',
      place,
      `no template declares \`custom.${shorten(key.text)}\``,
      closest(key.text, shape.entries.keys()) === undefined ? DECLARE : hint,
    )
  } else context.report('unknown-key', place, `${owner} has no field \`${shorten(key.text)}\``, hint)
  return meant
}

const DECLARE = 'declare it under `fields` of the front matter of a template'

/** What is left of a key without invisible characters and foreign blanks around it, and the first of these. */
function unseenPart(key: YamlScalar['text']): { readonly rest: string; readonly label: string } | undefined {
  const unseen = [...key].filter(character => character !== ' ' && UNSEEN(character))
  const [first] = unseen
  if (first === undefined) return undefined
  return { rest: [...key].filter(character => !UNSEEN(character)).join(''), label: characterLabel(first) }
}

const FOREIGN_BLANK = new RegExp(`[${FOREIGN_BLANKS}]`)
const UNSEEN = (character: string) => FOREIGN_BLANK.test(character) || isInvisible(character)
