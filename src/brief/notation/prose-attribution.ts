import type { ProseBlock, ProseBlockQuotation, ProseParagraph } from './prose-block.js'
import type { ProseLine } from './prose-lines.js'

/** Parts what a block quotation quotes from the last line below it, which names the speaker after a dash. */
export function partAttribution(
  blocks: readonly ProseBlock[],
): Pick<ProseBlockQuotation, 'blocks' | 'attribution'> {
  const last = blocks.at(-1)
  const others = blocks.slice(0, -1)
  if (last?.kind === 'list' && others.length > 0) {
    const [block, ...more] = last.items.length === 1 ? (last.items[0] ?? []) : []
    const name = block?.kind === 'paragraph' && more.length === 0 ? block : undefined
    const isName = last.mark === '-' && name?.lines.length === 1 && /^\p{Lu}/u.test(name.lines[0]?.text ?? '')
    return isName ? { blocks: others, attribution: name } : { blocks, attribution: undefined }
  }
  if (last?.kind !== 'paragraph') return { blocks, attribution: undefined }
  const at = last.lines.findLastIndex(({ text }) => DASH.test(text))
  const isWhole = at === 0
  if (at === -1 || last.lines.length - at > MOST_LINES || (isWhole && others.length === 0))
    return { blocks, attribution: undefined }
  const words: ProseParagraph = { ...last, lines: last.lines.slice(0, at) }
  const attribution: ProseParagraph = { ...last, lines: last.lines.slice(at).map(withoutDash) }
  return { blocks: isWhole ? others : [...others, words], attribution }
}

/** Of a name with its office. */
const MOST_LINES = 2
/** Not a dash that a line of the quotation itself begins with, which a blank parts from a word in lower case. */
const DASH = /^(?:[—–―]|--)[ \t]*(?=[\p{Lu}\p{Lo}*_[{])/u

function withoutDash({ text, start }: ProseLine): ProseLine {
  const width = DASH.exec(text)?.[0].length ?? 0
  return { text: text.slice(width), start: start + width }
}
