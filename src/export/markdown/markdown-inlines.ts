import { type Inline, type Link, type Reference, textOfInlines } from '../../markup/index.js'
import { escapeMarkdown } from './escape-markdown.js'
import { type MarkdownContext, markdownId } from './markdown-context.js'

/** A piece of a line: words with the marks around them, which never hold the spaces at their ends. */
interface Piece {
  readonly text: string
  readonly marks: '' | '*' | '**' | '***'
}

interface InlineStyle {
  readonly strong: boolean
  readonly emphasis: boolean
  readonly raised: boolean
  readonly lang: string
  /** Within a note, which calls no others, and within a link, which holds no others. */
  readonly inNote: boolean
  readonly inLink: boolean
}

/** Prints the inlines of a block as one line, or several where the text has breaks. */
export function printInlines(
  inlines: readonly Inline[],
  context: MarkdownContext,
  style: Partial<InlineStyle> = {},
): string {
  const full = {
    ...{ strong: false, emphasis: false, raised: false, inNote: false, inLink: false },
    ...{ lang: context.lang, ...style },
  }
  return joinPieces(inlines.flatMap(inline => printInline(inline, full, context)))
}

function printInline(inline: Inline, style: InlineStyle, context: MarkdownContext): Piece[] {
  const inner = (children: readonly Inline[], more: Partial<InlineStyle> = {}) =>
    children.flatMap(child => printInline(child, { ...style, ...more }, context))
  const whole = (children: readonly Inline[], more: Partial<InlineStyle> = {}) =>
    joinPieces(inner(children, more))
  switch (inline.kind) {
    case 'text':
      return [{ text: escapeMarkdown(inline.text), marks: marksOf(style) }]
    case 'break':
      return [{ text: '\\\n', marks: '' }]
    case 'strong':
      return inner(inline.children, { strong: true })
    case 'emphasis':
      return inner(inline.children, { emphasis: true })
    case 'superscript':
      return style.raised ? inner(inline.children) : raised(whole(inline.children, { raised: true }))
    case 'link':
      return printLink(
        inline,
        style,
        context,
        more => whole(inline.children, more),
        () => inner(inline.children),
      )
    case 'reference':
      return [{ text: printReference(inline, style, context), marks: '' }]
    case 'note': {
      const words = printInlines(inline.children, context, { lang: style.lang, inNote: true })
      return [{ text: style.inNote ? ` ${words}` : context.addNote(inline.label, words), marks: '' }]
    }
    case 'span': {
      const { lang } = inline
      if (lang === undefined || lang === style.lang) return inner(inline.children)
      return aroundWords(whole(inline.children, { lang }), words => `[${words}]{lang=${markdownId(lang)}}`)
    }
  }
}

const marksOf = ({ strong, emphasis }: InlineStyle): Piece['marks'] =>
  strong ? (emphasis ? '***' : '**') : emphasis ? '*' : ''

const aroundWords = (text: string, mark: (words: string) => string): Piece[] => {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === ''
    ? [{ text, marks: '' }]
    : [
        { text: before, marks: '' } as const,
        { text: mark(words), marks: '' } as const,
        { text: after, marks: '' } as const,
      ]
}

/** Raised words hold no spaces that part them. */
const raised = (text: string): Piece[] => aroundWords(text, words => `^${words.replace(/ /g, '\\ ')}^`)

function printLink(
  { href }: Link,
  style: InlineStyle,
  { targets }: MarkdownContext,
  whole: (more: Partial<InlineStyle>) => string,
  inner: () => Piece[],
): Piece[] {
  const isWithin = href.startsWith('#')
  if (style.inLink || (isWithin && !targets.ids.has(href.slice(1)))) return inner()
  const goal = isWithin
    ? `#${markdownId(href.slice(1))}`
    : `<${href.replace(/[\s<>\\]/g, encodeURIComponent)}>`
  return aroundWords(whole({ inLink: true }), words => `[${words}](${goal})`)
}

/** A raised reference is a note of its own, and words that lead to the source where no note can be called. */
function printReference(reference: Reference, style: InlineStyle, context: MarkdownContext): string {
  const { source, number, label, superscript } = reference
  if (superscript && !style.inNote && !style.inLink) return context.callSource(reference)
  const words = style.inLink
    ? escapeMarkdown(label)
    : context.linkToSource(source, number, escapeMarkdown(label))
  return superscript ? ` ${words}` : words
}

/** Joins pieces of the same marks; a comment parts marks that would be read as one. */
function joinPieces(pieces: readonly Piece[]): string {
  const joined: { text: string; marks: Piece['marks'] }[] = []
  for (const { text, marks } of pieces) {
    const last = joined.at(-1)
    if (last && (last.marks === marks || text.trim() === '')) last.text += text
    else joined.push({ text, marks })
  }
  return joined
    .flatMap(({ text, marks }) => (marks === '' ? [text] : marked(text, marks)))
    .reduce(
      (line, text) =>
        `${line}${line.endsWith('*') && !line.endsWith('\\*') && text.startsWith('*') ? '<!-- -->' : ''}${text}`,
      '',
    )
}

function marked(text: string, marks: string): string[] {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? [text] : [before, `${marks}${words}${marks}`, after].filter(part => part !== '')
}

/** The words of a heading in the list of contents, which is a link as a whole. */
export const printContentsEntry = (inlines: readonly Inline[], context: MarkdownContext): string =>
  printInlines(withoutReferences(inlines), context, { inLink: true }).replace(/\\\n/g, ' ')

const withoutReferences = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap(inline => (inline.kind === 'reference' || inline.kind === 'note' ? [] : [inline]))

/** Whether inlines print something. */
export const holdsText = (inlines: readonly Inline[] | undefined): inlines is readonly Inline[] =>
  inlines !== undefined && textOfInlines(inlines).trim() !== ''
