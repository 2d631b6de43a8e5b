import { type Citation, UNSAFE_LINK_HINT } from '../../brief/index.js'
import { escapeHtml } from '../../diagnostics/index.js'
import { NOT_VERIFIED_MARK, type ProseText } from '../../edition/index.js'
import { isSafeLink, SafeHtml } from '../html/safe-html.js'
import { removeControlCharacters } from '../html/source-map.js'
import { type InlineMarkdownToken, parseInlineMarkdown } from './inline-markdown.js'
import { fillPlaceholdersInHref, fillPlaceholdersInHtml, fillPlaceholdersInText } from './placeholders.js'
import {
  crossReferenceText,
  endsSentence,
  joinReferences,
  prefixText,
  printCrossReference,
  suffixText,
} from './print-cross-reference.js'
import { printReference, type RenderContext } from './print-text.js'

/** A prose text whose inline Markdown is printed. */
export interface InlineSource {
  readonly text: ProseText
  /** Prints the note that a label calls; undefined where the text has none of that label. */
  readonly noteOf: (label: string) => string | undefined
}

/** Prints a piece of inline Markdown of a text. */
export function printInline(markdown: string, source: InlineSource, context: RenderContext): SafeHtml {
  return printInlineTokens(context.markdown.tokensOf(markdown), source, context)
}

/** As `printInline`, of what was read already. */
export function printInlineTokens(
  tokens: readonly InlineMarkdownToken[],
  source: InlineSource,
  context: RenderContext,
): SafeHtml {
  const links: boolean[] = []
  const html = tokens.map(token => printToken(token, source, links, context))
  const end = tokens.findLastIndex(({ kind }) => kind !== 'citations') + 1
  const main = withLanguage(html.slice(0, end).join(''), source.text)
  return new SafeHtml(main + html.slice(end).join(''), () => tokenTexts(tokens, source.text, context))
}

/** The words of inline Markdown without markup and citations; `unverifiedNote` stands after each quotation that is not verified. */
export function inlineWords(
  markdown: string,
  text: ProseText,
  context: PlainTextContext,
  unverifiedNote = '',
): string {
  return tokenTexts(parseInlineMarkdown(markdown), text, context, unverifiedNote)
}

/** What words without markup depend on. */
export type PlainTextContext = Pick<RenderContext, 'locale' | 'report' | 'crossReferences'>

/** Keeps `NOT_VERIFIED`, the mark of unverified quotations, which is a control character itself. */
export function removeControls(markdown: string): string {
  return markdown.split(NOT_VERIFIED_MARK).map(removeControlCharacters).join(NOT_VERIFIED_MARK)
}

/** Marks words in another language than that of the edition; citations after them stay outside, to be joined with others. */
function withLanguage(html: string, { untranslated }: ProseText): string {
  if (!untranslated || html === '') return html
  return `<span lang="${escapeHtml(untranslated.lang)}">${html}</span>`
}

/** `links` holds, for each open link, whether it was printed. */
function printToken(
  token: InlineMarkdownToken,
  { text: prose, noteOf }: InlineSource,
  links: boolean[],
  context: RenderContext,
): string {
  switch (token.kind) {
    case 'text':
      return printText(token.text, prose, context)
    case 'break':
      return '<br>'
    case 'open':
      return `<${token.element}>`
    case 'close':
      return `</${token.element}>`
    case 'link-open': {
      const href = fillPlaceholdersInHref(token.href, prose)
      const safe = isSafeLink(href)
      links.push(safe)
      if (!safe && !token.bare)
        context.report('unsafe-link', prose.place, `a link leads to \`${href}\``, UNSAFE_LINK_HINT)
      return safe ? `<a href="${escapeHtml(href)}">` : ''
    }
    case 'link-close':
      return links.pop() ? '</a>' : ''
    case 'references':
      return joinReferences(token.references, context, (reference, form) =>
        [
          fillPlaceholdersInHtml(escapeHtml(prefixText(reference)), prose, context),
          printCrossReference(reference, form),
          fillPlaceholdersInHtml(escapeHtml(suffixText(reference)), prose, context),
        ].join(''),
      )
    case 'note-call':
      return noteOf(token.label) ?? escapeHtml(`[^${token.label}]`)
    case 'citations':
      return token.group.citations
        .map(citation => printReference(fillCitation(citation, prose), 'superscript', context))
        .join('')
  }
}

/** Locators and prefixes may contain placeholders, too. */
export function fillCitation({ locator, prefix, ...citation }: Citation, prose: ProseText): Citation {
  const fill = (words: string | undefined) => words && fillPlaceholdersInText(words, prose)
  return { ...citation, locator: fill(locator), prefix: fill(prefix) }
}

function printText(text: string, prose: ProseText, context: RenderContext): string {
  if (!text.includes(NOT_VERIFIED_MARK)) return fillPlaceholdersInHtml(escapeHtml(text), prose, context)
  const note = ` <span class="unverified">${escapeHtml(context.locale.label('not_verified') ?? '')}</span>`
  return fillPlaceholdersInHtml(text.split(NOT_VERIFIED_MARK).map(escapeHtml).join(note), prose, context)
}

function tokenTexts(
  tokens: readonly InlineMarkdownToken[],
  prose: ProseText,
  context: PlainTextContext,
  unverifiedNote = '',
): string {
  return tokens.reduce((before, token) => {
    if (token.kind === 'text')
      return before + fillPlaceholdersInText(token.text.replaceAll(NOT_VERIFIED_MARK, unverifiedNote), prose)
    if (token.kind === 'break') return `${before} `
    if (token.kind !== 'references') return before
    const words = joinReferences(token.references, context, (reference, form, first) => {
      const start = prefixText(reference)
      const begins = first && start === '' && endsSentence(before)
      const after = fillPlaceholdersInText(suffixText(reference), prose)
      return `${start}${crossReferenceText(reference, form, begins, prose.place, context)}${after}`
    })
    return before + words
  }, '')
}
