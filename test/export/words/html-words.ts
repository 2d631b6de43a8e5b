import { parseDocument } from 'htmlparser2'
import { printHtml } from '../../../src/export/html/print-html.js'
import type { TwinReader } from './twin-reader.js'
import { splitWords } from './words.js'

type MarkupNode = ReturnType<typeof parseDocument>['children'][number]
type MarkupElement = Extract<MarkupNode, { attribs: object }>

const isTag = (node: MarkupNode): node is MarkupElement => 'attribs' in node

/** The words of HTML, as who looks at the page or listens to it finds them: without what a page says of itself at its edges. */
export const HTML_READER: TwinReader = {
  format: 'html',
  print: content => printHtml(content, { embedFonts: false }, () => {}),
  words: async twins => twins.map(bytes => splitWords(new HtmlReader(bytes).text)),
}

/** What parts no words. */
const WITHIN_TEXT: ReadonlySet<string> = new Set(['a', 'abbr', 'em', 'span', 'strong', 'sup', 'wbr'])
/** What helps readers along the page, and what it says at its edges; notes are read where they are called. */
const PASSED_OVER = ['skip', 'unseen', 'notice', 'page-foot', 'notes', 'on-middle', 'on-narrow']

class HtmlReader {
  readonly text: string
  readonly #notes = new Map<string, MarkupElement>()

  constructor(bytes: Uint8Array) {
    const { children } = parseDocument(new TextDecoder().decode(bytes))
    this.#findNotes(children)
    this.text = children.map(node => this.#read(node)).join('')
  }

  #findNotes(nodes: readonly MarkupNode[]): void {
    for (const node of nodes)
      if (isTag(node)) {
        if (node.name === 'li' && node.attribs.id?.startsWith('note-'))
          this.#notes.set(`#${node.attribs.id}`, node)
        this.#findNotes(node.children)
      }
  }

  #read(node: MarkupNode): string {
    if (node.type === 'text') return node.data
    if (!isTag(node) || node.name === 'head' || classesOf(node).some(name => PASSED_OVER.includes(name)))
      return ''
    const { name, attribs } = node
    if (name === 'svg') return ` ${attribs['aria-label']} `
    if (name === 'img') return ` ${attribs.alt} `
    if (attribs.role === 'doc-noteref') return ` ${this.#content(node)} ${this.#noteOf(attribs.href ?? '')} `
    if (name === 'ol' && attribs.role !== 'list') return this.#numbered(node)
    const parts = WITHIN_TEXT.has(name) && !classesOf(node).includes('source-ref') ? '' : ' '
    return `${parts}${this.#content(node)}${parts}`
  }

  #content({ children }: MarkupElement): string {
    return children.map(child => this.#read(child)).join('')
  }

  #numbered({ children }: MarkupElement): string {
    const items = children.filter(isTag)
    return items.map((item, index) => ` ${index + 1}. ${this.#content(item)} `).join('')
  }

  /** Without the label, which says again what called it. */
  #noteOf(href: string): string {
    const paragraphs =
      this.#notes.get(href)?.children.filter(child => isTag(child) && child.name === 'p') ?? []
    return paragraphs.map(paragraph => this.#read(paragraph)).join('')
  }
}

const classesOf = ({ attribs }: MarkupElement): string[] => (attribs.class ?? '').split(' ')
