import type { Block } from '../article.js'
import { collapsed, isVisible } from '../block.js'
import { ELEMENT, nameOf, type PageElement, type PageNode, TEXT, walk } from './dom.js'
import { BLOCKS, HEADINGS, NO_TEXT } from './elements.js'

/** The blocks of a part of a page, as a reader sees them one below the other. */
export function blocksOf(root: PageNode): Block[] {
  const builder = new BlockBuilder()
  walk(
    root,
    node => {
      if (node.nodeType === TEXT) builder.text(node.textContent ?? '')
      if (node.nodeType !== ELEMENT || (node !== root && isLeftOut(node as PageElement))) return false
      builder.open(nameOf(node))
      return true
    },
    node => {
      if (node.nodeType === ELEMENT && (node === root || !isLeftOut(node as PageElement)))
        builder.close(nameOf(node))
    },
  )
  return builder.end()
}

/** Collects text into blocks while elements open and close. */
export class BlockBuilder {
  readonly #blocks: Block[] = []
  #text = ''
  #breaks = 0
  #heading = false

  text(text: string): void {
    if (/\S/.test(text)) this.#breaks = 0
    this.#text += text
  }

  open(name: string): void {
    if (BLOCKS.has(name)) this.#end()
    if (HEADINGS.test(name)) this.#heading = true
    if (name === 'q') this.#text += '“'
    if (name === 'td' || name === 'th' || name === 'br') this.#text += ' '
    if (name === 'br' && ++this.#breaks > 1) this.#end()
  }

  close(name: string): void {
    if (name === 'q') this.#text += '”'
    if (BLOCKS.has(name)) this.#end()
    if (HEADINGS.test(name)) this.#heading = false
  }

  end(): Block[] {
    this.#end()
    return this.#blocks
  }

  #end(): void {
    const block: Block = { text: collapsed(this.#text), kind: this.#heading ? 'heading' : 'prose' }
    if (isVisible(block)) this.#blocks.push(block)
    this.#text = ''
    this.#breaks = 0
  }
}

function isLeftOut(element: PageElement): boolean {
  const name = nameOf(element)
  if (name === 'sup')
    return /^\s*\[?\d{1,3}\]?\s*$/.test(element.textContent ?? '') && element.querySelector('a') !== null
  return (
    NO_TEXT.has(name) ||
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true'
  )
}
