import {
  noteTextsOf,
  type ProseBlock,
  type ProseBlockQuotation,
  type ProsePicture,
  proseParagraphText,
} from '../../brief/index.js'
import { escapeHtml } from '../../diagnostics/index.js'
import type { ProseText } from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import type { InlineMarkdownToken } from './inline-markdown.js'
import {
  fillCitation,
  type InlineSource,
  inlineWords,
  printInline,
  printInlineTokens,
} from './print-inline.js'
import { type CellTag, printTable } from './print-table.js'
import { portionMarkBefore, printReference, type RenderContext } from './print-text.js'

/** How the blocks of a text are printed. */
export interface BlockOptions {
  /** The class of its paragraphs. */
  readonly className: string | undefined
  /** Whether its first paragraph goes on in the line that it stands in. */
  readonly runIn: boolean
  /** What stands after the words of its last paragraph, such as citations. */
  readonly after: string
}

/** Prints the blocks of a prose text as closed HTML. */
export class ProsePrinter {
  readonly #source: InlineSource
  readonly #inNote: InlineSource
  readonly #notes: ReadonlyMap<string, readonly ProseBlock[]>
  readonly #portion: string

  constructor(
    readonly text: ProseText,
    readonly content: readonly ProseBlock[],
    readonly context: RenderContext,
  ) {
    this.#notes = noteTextsOf(content)
    this.#source = { text, noteOf: label => this.#note(label) }
    this.#inNote = { text, noteOf: () => undefined }
    this.#portion = escapeHtml(portionMarkBefore(text))
  }

  /** The blocks, each as an element. */
  blocks({ className, runIn, after }: BlockOptions): string[] {
    const attribute = className === undefined ? '' : ` class="${escapeHtml(className)}"`
    const own = joinCitations(this.content, this.context)
    const lastParagraph = own.findLastIndex(({ block }) => block.kind === 'paragraph')
    const html = own.map(({ block, citations }, index) => {
      if (block.kind !== 'paragraph') return this.#block(block, attribute, citations)
      const words = this.#inline(proseParagraphText(block))
      if (words === '') return ''
      const marked = this.#mark(words) + (index === lastParagraph ? after : '')
      return runIn && index === 0 ? marked : `<p${attribute}>${marked}</p>`
    })
    const printed = html.filter(each => each !== '')
    return lastParagraph === -1 && after !== '' && printed.length > 0
      ? [...printed, `<p>${after}</p>`]
      : printed
  }

  /** The words of each block, one after the other. */
  inLine(blocks = this.content): SafeHtml[] {
    return blocks.flatMap(block => this.#words(block)).filter(({ html }) => html !== '')
  }

  #words(block: ProseBlock): SafeHtml[] {
    const { open, close } = this.context.locale.quotationMarks
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [this.#print(proseParagraphText(block))]
      case 'list':
        return block.items.flatMap(item => this.inLine(item))
      case 'table':
        return [block.head, ...block.rows].flatMap(({ cells }) => cells.map(({ text }) => this.#print(text)))
      case 'quotation': {
        const words = this.inLine(block.blocks)
        const quoted = (part: 'html' | 'text') => `${open}${words.map(each => each[part]).join(' ')}${close}`
        return [
          new SafeHtml(quoted('html'), quoted('text')),
          ...(block.attribution ? [this.#print(proseParagraphText(block.attribution))] : []),
        ]
      }
      case 'picture':
        return block.caption ? [this.#print(block.caption.text)] : []
      case 'note':
        return []
    }
  }

  #print(markdown: string): SafeHtml {
    return printInline(markdown, this.#source, this.context)
  }

  #inline(markdown: string): string {
    return this.#print(markdown).html
  }

  /** Marks words as coming from the text, with its portion mark before them. */
  #mark(html: string): string {
    return this.context.briefPlaces.mark(this.text.place, `${this.#portion}${html}`)
  }

  #block(block: ProseBlock, attribute: string, citations: readonly InlineMarkdownToken[] = []): string {
    switch (block.kind) {
      case 'paragraph': {
        const html = this.#inline(proseParagraphText(block))
        return html === '' ? '' : `<p${attribute}>${this.#mark(html)}</p>`
      }
      case 'list': {
        const items = block.items.map(item => this.#item(item)).filter(item => item !== '')
        const element = block.ordered ? 'ol' : 'ul'
        return items.length === 0
          ? ''
          : `<${element}>${items.map(item => `<li>${item}</li>`).join('')}</${element}>`
      }
      case 'heading': {
        const html = this.#inline(proseParagraphText(block))
        return html === ''
          ? ''
          : `<subheading depth="${this.#depthOf(block.level)}">${this.#mark(html)}</subheading>`
      }
      case 'table': {
        const portion = { left: this.#portion }
        const cell = (text: string, tag: CellTag) => {
          const html = this.#inline(text)
          const before = tag === 'th' && html !== '' ? portion.left : ''
          if (before !== '') portion.left = ''
          return html === '' ? '' : this.context.briefPlaces.mark(this.text.place, before + html)
        }
        return printTable(block, cell)
      }
      case 'quotation':
        return this.#quotation(block, citations)
      case 'picture':
        return this.#picture(block)
      case 'note':
        return ''
    }
  }

  /** The text of an item stands in it as it is, unless it has several paragraphs. */
  #item(blocks: readonly ProseBlock[]): string {
    const isLoose = blocks.filter(({ kind }) => kind === 'paragraph').length > 1
    return blocks
      .map(block => {
        if (isLoose || block.kind !== 'paragraph') return this.#block(block, '')
        const html = this.#inline(proseParagraphText(block))
        return html === '' ? '' : this.#mark(html)
      })
      .join('')
  }

  /** `#` and `##` are alike; of the levels that a text has, each is one below the one before it. */
  #depthOf(level: number): number {
    const levels = new Set(
      this.content.flatMap(block => (block.kind === 'heading' ? [Math.max(2, block.level)] : [])),
    )
    return 1 + [...levels].filter(other => other < Math.max(2, level)).length
  }

  /** What is cited at its end stands below it, after who said it. */
  #quotation({ blocks, attribution }: ProseBlockQuotation, cited: readonly InlineMarkdownToken[]): string {
    const last = blocks.at(-1)
    const tokensOf = (block: ProseBlock | undefined) =>
      block?.kind === 'paragraph' ? this.context.markdown.tokensOf(proseParagraphText(block)) : []
    const [ofWords, ofName] = [parted(tokensOf(last)), parted(tokensOf(attribution))]
    const words = blocks.map(block => {
      if (block !== last || block.kind !== 'paragraph') return this.#block(block, '')
      const { html } = printInlineTokens(ofWords.words, this.#source, this.context)
      return html === '' ? '' : `<p>${this.#mark(html)}</p>`
    })
    if (words.every(each => each === '')) return ''
    const name = printInlineTokens(ofName.words, this.#source, this.context).html
    const below = [
      ...(name === '' ? [] : [this.context.briefPlaces.mark(this.text.place, name)]),
      ...this.#inlineReferences([...ofWords.citations, ...ofName.citations, ...cited]),
    ]
    const cite = below.length === 0 ? '' : `<cite>${below.join(' · ')}</cite>`
    return `<blockquote>${words.join('')}${cite}</blockquote>`
  }

  #picture({ alt, file, caption }: ProsePicture): string {
    const { briefPlaces } = this.context
    const shown = escapeHtml(inlineWords(alt.text, this.text, this.context))
    const words = caption ? this.#inline(caption.text) : ''
    const below = words === '' && this.#portion === '' ? '' : `<figcaption>${this.#mark(words)}</figcaption>`
    const source = briefPlaces.mark(this.#placeOfFile(file), escapeHtml(file))
    return `<figure><img src="${source}" alt="${briefPlaces.mark(this.text.place, shown)}">${below}</figure>`
  }

  /** Where the text names the file: a text that was edited for this edition has lost its offsets. */
  #placeOfFile(file: string): ProseText['place'] {
    const { place } = this.text
    const start = place.file.text.indexOf(`](${file}`, place.range.start) + 2
    const end = start + file.length
    return start > 1 && end <= place.range.end ? { file: place.file, range: { start, end } } : place
  }

  /** A note of several paragraphs has a line break between them; one that only cites does so in words. */
  #note(label: string): string | undefined {
    const blocks = this.#notes.get(label)
    if (!blocks) return undefined
    const lines = blocks.flatMap(block => {
      if (block.kind !== 'paragraph') return []
      const tokens = this.context.markdown.tokensOf(proseParagraphText(block))
      const { words, citations } = parted(tokens)
      return [
        words.length === 0
          ? this.#inlineReferences(citations).join(
              escapeHtml(this.context.locale.label('list_separator') ?? '; '),
            )
          : printInlineTokens(tokens, this.#inNote, this.context).html,
      ]
    })
    return `<note>${this.#portion}${lines.filter(line => line !== '').join('<br>')}</note>`
  }

  #inlineReferences(tokens: readonly InlineMarkdownToken[]): string[] {
    return tokens
      .flatMap(token => (token.kind === 'citations' ? token.group.citations : []))
      .map(citation => printReference(fillCitation(citation, this.text), 'inline', this.context))
      .filter(printed => printed !== '')
      .map(printed => this.context.briefPlaces.mark(this.text.place, printed))
  }
}

/** A block with the citations of the paragraph after it, if that holds nothing else. */
interface CitedBlock {
  readonly block: ProseBlock
  readonly citations: readonly InlineMarkdownToken[]
}

/** Citations below a block quotation belong to it. */
function joinCitations(blocks: readonly ProseBlock[], { markdown }: RenderContext): CitedBlock[] {
  const joined: CitedBlock[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    const tokens =
      before?.block.kind === 'quotation' && block.kind === 'paragraph'
        ? markdown.tokensOf(proseParagraphText(block))
        : []
    const { words, citations } = parted(tokens)
    if (before && citations.length > 0 && words.length === 0)
      joined[joined.length - 1] = { ...before, citations: [...before.citations, ...citations] }
    else joined.push({ block, citations: [] })
  }
  return joined
}

/** Parts inline content from the citations at its end. */
function parted(tokens: readonly InlineMarkdownToken[]): {
  readonly words: readonly InlineMarkdownToken[]
  readonly citations: readonly InlineMarkdownToken[]
} {
  const isSpace = (token: InlineMarkdownToken) =>
    token.kind === 'citations' ||
    token.kind === 'break' ||
    (token.kind === 'text' && token.text.trim() === '')
  const end = tokens.findLastIndex(token => !isSpace(token)) + 1
  return { words: tokens.slice(0, end), citations: tokens.slice(end) }
}
