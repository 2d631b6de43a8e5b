import type { ArticleBlock } from '../../article.js'
import { collapseWhiteSpace, hasVisibleText, raisedText } from '../blocks.js'
import { ELEMENT_NODE, htmlElementName, type PageElement, type PageNode, TEXT_NODE, walkPage } from './dom.js'

/** The blocks of a part of a page, as a reader sees them one below the other. */
export function htmlBlocks(root: PageNode): ArticleBlock[] {
  const builder = new ArticleBlockBuilder()
  walkPage(
    root,
    node => {
      if (node.nodeType === TEXT_NODE) builder.text(node.textContent ?? '')
      if (node.nodeType !== ELEMENT_NODE || (node !== root && isOmittedElement(node as PageElement)))
        return false
      builder.open(htmlElementName(node))
      return true
    },
    node => {
      if (node.nodeType === ELEMENT_NODE && (node === root || !isOmittedElement(node as PageElement)))
        builder.close(htmlElementName(node))
    },
  )
  return builder.end()
}

/** Collects text into blocks while elements open and close. */
export class ArticleBlockBuilder {
  readonly #blocks: ArticleBlock[] = []
  #text = ''
  #breaks = 0
  #heading = false
  /** Where the text of a superscript begins. */
  #raised: number | undefined
  #quotations = 0
  #items = 0

  text(text: string): void {
    if (/\S/.test(text)) this.#breaks = 0
    this.#text += text
  }

  open(name: string): void {
    if (BLOCK_ELEMENTS.has(name)) this.#end()
    if (HEADING_ELEMENT.test(name)) this.#heading = true
    if (name === 'blockquote') this.#quotations++
    if (name === 'li') this.#items++
    if (name === 'q') this.#text += '“'
    if (name === 'sup') this.#raised = this.#text.length
    if (name === 'td' || name === 'th' || name === 'br') this.#text += ' '
    if (name === 'br' && ++this.#breaks > 1) this.#end()
  }

  close(name: string): void {
    if (name === 'q') this.#text += '”'
    if (name === 'sup' && this.#raised !== undefined) {
      this.#text = this.#text.slice(0, this.#raised) + raisedText(this.#text.slice(this.#raised))
      this.#raised = undefined
    }
    if (BLOCK_ELEMENTS.has(name)) this.#end()
    if (HEADING_ELEMENT.test(name)) this.#heading = false
    if (name === 'blockquote') this.#quotations = Math.max(0, this.#quotations - 1)
    if (name === 'li') this.#items = Math.max(0, this.#items - 1)
  }

  end(): ArticleBlock[] {
    this.#end()
    return this.#blocks
  }

  #kind(): ArticleBlock['kind'] {
    if (this.#heading) return 'heading'
    if (this.#quotations > 0) return 'quotation'
    return this.#items > 0 ? 'item' : 'prose'
  }

  #end(): void {
    const block: ArticleBlock = {
      text: collapseWhiteSpace(this.#text),
      kind: this.#kind(),
    }
    if (hasVisibleText(block)) this.#blocks.push(block)
    this.#text = ''
    this.#raised = undefined
    this.#breaks = 0
  }
}

function isOmittedElement(element: PageElement): boolean {
  const name = htmlElementName(element)
  if (name === 'sup')
    return /^\s*\[?\d{1,3}\]?\s*$/.test(element.textContent ?? '') && element.querySelector('a') !== null
  return (
    NON_TEXT_ELEMENTS.has(name) ||
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true'
  )
}

/** Elements that begin a new block, as browsers show them. */
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** Elements whose inside is no text of an article. */
export const NON_TEXT_ELEMENTS: ReadonlySet<string> = new Set(
  'aside audio button canvas dialog embed figcaption footer form head iframe input link map math menu meta nav noembed noframes noscript object optgroup option picture script select style svg template textarea title video'.split(
    ' ',
  ),
)

const HEADING_ELEMENT = /^h[1-6]$/
