import { shorten } from '../../diagnostics/index.js'
import type { ListShape } from '../schema/shape.js'
import { quoteHint } from '../yaml/quote-hint.js'
import type { YamlList, YamlScalar } from '../yaml/tree.js'
import { nodePlace, type ReadContext } from './read-context.js'
import { isPlainText } from './text-as-fields.js'

/** Reports a comma in brackets that probably stands within a text, which YAML has cut in two: `[Frees money, ends the cost]`. */
export function reportSplitTexts(node: YamlList, { of }: ListShape, context: ReadContext): void {
  if (!node.flow || node.items.length > MAX_ITEMS) return
  const isProse = of.kind === 'prose' || (of.kind === 'fields' && of.short?.shape.kind === 'prose')
  const isName = of.kind === 'text' && of.role === undefined && of.choices === undefined
  if (!isProse && !isName) return
  const items = node.items.filter((item): item is YamlScalar => item.kind === 'scalar')
  const [first] = items
  for (const [index, item] of items.entries()) {
    const before = items[index - 1]
    if (!before || !first || !isPlainText(before) || !isPlainText(item)) continue
    const between = context.file.text.slice(before.range.end, item.range.start)
    const goesOn = isProse
      ? continues(first.text, before.text, item.text, between)
      : NOT_A_NAME.test(item.text)
    if (!goesOn) continue
    context.report(
      'yaml-comma',
      nodePlace(item, context),
      `the comma before \`${shorten(item.text)}\` begins another item`,
      quoteHint(context.file.text.slice(before.range.start, item.range.end)),
      'put each of them in quotes if they are two',
    )
    return
  }
}

/** Longer lists are data of a machine. */
const MAX_ITEMS = 1000

/** Whether a text reads as the second half of the one before it. */
function continues(first: string, before: string, text: string, between: string): boolean {
  if (between === ',' && /\d$/.test(before) && /^\d/.test(text)) return true
  const hasWords = /\S\s+\S/.test(text)
  if (CONJUNCTION.test(text)) return hasWords && !CONJUNCTION.test(first)
  return hasWords && /^\p{Ll}/u.test(text) && SENTENCE_BEGINS.test(first)
}

/** A capital and small letters: not an acronym, and not a list in small letters. */
const SENTENCE_BEGINS = /^[“‘"'(¿¡«]*(?:\p{Lu}(?:\p{Ll}|['’]?\s)|\d)/u
const CONJUNCTION =
  /^(?:and|but|or|nor|which|who|whose|because|although|though|und|aber|oder|sondern|weil|dass|et|mais|ou|car|qui|y|pero|sino|porque|aunque)\s/iu
/** Initials and what follows a name. */
const NOT_A_NAME =
  /^(?:(?:\p{Lu}\p{M}*\.[ -]?)+|(?:Jr|Sr)\.?|I{2,3}|IV|Ph\.? ?D\.?|M\.?D\.?|[KQ]C|MEP|MP|Inc\.?|Ltd\.?|LLC)$/u
