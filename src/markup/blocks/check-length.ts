import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockContext } from './block-context.js'
import { findNodes, textOfInlines } from './block-tree.js'
import type { Block } from './blocks.js'

/** More of either is no answer that anybody can give. */
const MOST = 10_000

/** Reports a box that holds more words, or more items of lists, than its readers can take in or say. */
export function checkLength(element: HtmlElement, blocks: readonly Block[], context: BlockContext): void {
  const held = {
    words: () => wordsIn(blocks),
    items: () => findNodes(blocks, 'list').reduce((sum, { items }) => sum + items.length, 0),
  }
  for (const name of ['words', 'items'] as const) {
    const most = mostOf(element, name, context)
    const count = most === undefined ? 0 : held[name]()
    if (most === undefined || count <= most) continue
    context.report(
      'box-too-long',
      blocks.find(({ kind }) => kind !== 'heading')?.place ?? element.place,
      `this box holds ${count} ${name}, and should hold ${most} at most`,
      'shorten it, or give some of its items to other audiences',
    )
  }
}

function mostOf(element: HtmlElement, name: string, context: BlockContext): number | undefined {
  const given = attributeOf(element, name)
  if (given === undefined) return undefined
  const most = /^\d+$/.test(given) ? Number(given) : 0
  if (most > 0 && most <= MOST) return most
  context.reportInvalidAttribute(element, name, `a whole number from 1 to ${MOST}`)
  return undefined
}

/** Without headings and citations. */
function wordsIn(blocks: readonly Block[]): number {
  return findNodes(blocks, 'paragraph')
    .flatMap(({ children }) => textOfInlines(children).split(/\s+/))
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length
}
