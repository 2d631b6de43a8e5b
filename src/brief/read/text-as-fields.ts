import { shorten } from '../../diagnostics/index.js'
import { quoteHint } from '../yaml/quote-hint.js'
import type { YamlMapping, YamlNode } from '../yaml/tree.js'
import type { ReadContext } from './read-context.js'

/** What to do about a mapping that stands where a text is asked for, if it was meant as the text. */
export function textAsFieldsHint(node: YamlMapping, { file }: Pick<ReadContext, 'file'>): string | undefined {
  const first = node.entries[0]
  if (node.flow)
    return `put the whole text in quotes if it is to begin with \`${file.text.startsWith('{{', node.range.start) ? '{{' : '{'}\``
  if (!first) return undefined
  if (first.bare) return `put the whole text in quotes if it is to begin with \`? \``
  const text = file.text.slice(node.range.start, node.range.end)
  const quoted = quoteHint(text)
  const part = `\`${shorten(first.key.text)}:\` is a part of it`
  return quoted.includes('`') ? quoted.replace('quotes:', `quotes if ${part}:`) : `${quoted} if ${part}`
}

/** Whether a word before a colon is rather the beginning of a sentence than the name of a field. */
export function looksLikeWords(key: string): boolean {
  return /[^a-z0-9_.-]/.test(key)
}

/** A text that a comma within braces has cut in two. */
export interface TextCutByComma {
  readonly message: string
  readonly hint: string
}

/**
 * Says that a comma ended the text before a key, if braces hold the two and nothing tells that the key is meant as one.
 * `index` is that of the key.
 */
export function textCutByComma(
  node: YamlMapping,
  index: number,
  { file }: Pick<ReadContext, 'file'>,
): TextCutByComma | undefined {
  const entry = node.entries[index]
  const before = node.entries.slice(0, index).findLast(({ bare }) => !bare)
  if (!node.flow || !entry || !before || !isPlainText(before.value)) return undefined
  if (!entry.bare && !/\s/.test(entry.key.text)) return undefined
  const start = before.value.range.start
  const end = entry.bare ? endOfBareRun(node, index) : entry.value.range.end
  return {
    message: `a comma within \`{ }\` ends a text: \`${shorten(entry.key.text)}\` is read as another field`,
    hint: hintFor(before.key.text, file.text.slice(start, end)),
  }
}

/** Whether the comma before this key was reported with a key before it. */
export function followsReportedComma(node: YamlMapping, index: number): boolean {
  const before = node.entries[index - 1]
  return node.flow && before?.bare === true && node.entries[index]?.bare === true && index >= 2
}

function endOfBareRun({ entries }: YamlMapping, index: number): number {
  const next = entries.findIndex(({ bare }, at) => at > index && !bare)
  const last = entries.at(next === -1 ? entries.length - 1 : next - 1)
  return last?.key.range.end ?? 0
}

function hintFor(field: string, text: string): string {
  const quoted = quoteHint(text)
  return quoted.replace(/`"(.*)"`$/, `\`${field}: "$1"\``)
}

/** Whether a node is text without quotation marks. */
export function isPlainText(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.token?.type === 'scalar' && node.token.source !== ''
}
