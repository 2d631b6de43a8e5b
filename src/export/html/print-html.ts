import { type Report, sha256 } from '../../diagnostics/index.js'
import { textOfInlines } from '../../markup/index.js'
import { directionOf, indexDocument, loadPartsFor, StyleSheet } from '../../typeset/index.js'
import { escapeMarkup } from '../pictures/index.js'
import type { TwinContent } from '../twin.js'
import { embeddedFonts } from './css/embedded-fonts.js'
import { pageStyleSheet } from './css/page-style-sheet.js'
import { headingRanks } from './heading-ranks.js'
import { blocksMarkup, htmlMasthead } from './html-blocks.js'
import type { HtmlContext } from './html-context.js'
import { textMarkup } from './html-inlines.js'
import { htmlContents, htmlNotes } from './html-references.js'
import { PageColours } from './page-colours.js'
import { pageFoot, pageHead } from './page-edges.js'
import { PageIds } from './page-ids.js'
import { PagePictures } from './page-pictures.js'
import { pageWidths } from './page-widths.js'
import { openTag, tag } from './tag.js'
import { UsedStyles } from './used-styles.js'

export interface HtmlOptions {
  /** Whether the page holds the fonts of its theme, as far as it shows their characters; otherwise it names them. */
  readonly embedFonts: boolean
}

/** Prints an edition as one HTML file without scripts, which asks nothing of any other: the same bytes for the same input. */
export async function printHtml(
  content: TwinContent,
  options: HtmlOptions,
  _report: Report,
): Promise<Uint8Array> {
  const { document, style, images } = content
  await loadPartsFor(document, images)
  const { lang } = document
  const colours = new PageColours(style.theme)
  const context = contextOf(content, await PagePictures.open(content, colours))
  const body = pageBody(context)
  const rules = pageStyleSheet(context, colours)
  const fonts = options.embedFonts ? embeddedFonts(`${body.markup}${rules}`, style) : ''
  const css = `${fonts}${rules}`
  const head = [
    openTag('meta', { charset: 'utf-8' }),
    openTag('meta', { 'http-equiv': 'Content-Security-Policy', content: policyFor(css) }),
    openTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    openTag('meta', { name: 'color-scheme', content: 'light dark' }),
    openTag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('title', {}, escapeMarkup(document.title)),
    ...metadata(content).map(([name, said]) => openTag('meta', { name, content: said })),
    `<style>${css}</style>`,
  ]
  const page = tag(
    'html',
    { lang, dir: directionOf(lang) },
    `\n${tag('head', {}, `\n${head.join('\n')}\n`)}\n${tag('body', { class: body.hasContents ? 'with-contents' : undefined }, `\n${body.markup}\n`)}\n`,
  )
  return new TextEncoder().encode(`<!DOCTYPE html>\n${page}\n`)
}

function contextOf({ document, style }: TwinContent, pictures: PagePictures): HtmlContext {
  const index = indexDocument(document)
  const widths = pageWidths(style)
  return {
    ...{ document, style, index },
    sheet: new StyleSheet(style.theme, style.typeSize),
    ids: new PageIds(document),
    ranks: headingRanks(
      [...index.headingLevels.keys()].filter(
        ({ children }) => textMarkup(textOfInlines(children), document.lang).trim() !== '',
      ),
    ),
    pictures,
    used: new UsedStyles(),
    notes: [],
    landmarks: new Set(),
    lang: document.lang,
    room: { wide: widths.page, narrow: widths.narrow },
    inLandmark: false,
    printBlocks: blocksMarkup,
  }
}

/** The markings and the masthead, the way through the page, its text, and its foot. */
function pageBody(context: HtmlContext): { readonly markup: string; readonly hasContents: boolean } {
  const { document, ranks, lang } = context
  const { blocks, aids, title } = document
  const [first] = blocks
  const masthead = first?.kind === 'masthead' ? htmlMasthead(first, { ...context, inLandmark: true }) : ''
  const afterMasthead = first?.kind === 'masthead' ? blocks.slice(1) : blocks
  const [second] = afterMasthead
  const contents = second?.kind === 'contents' ? htmlContents(second, context) : ''
  const rest = second?.kind === 'contents' ? afterMasthead.slice(1) : afterMasthead
  const unseen = ranks.haveTitle ? '' : tag('h1', { class: 'unseen' }, textMarkup(title, lang))
  const text = context.printBlocks(rest, context)
  const notes = htmlNotes(context)
  const lines = (...parts: readonly string[]) => parts.filter(part => part !== '').join('\n')
  const main = tag('main', { id: 'text', tabindex: -1 }, `\n${lines(text, notes)}\n`)
  const markup = lines(
    tag('a', { class: 'skip', href: '#text' }, textMarkup(aids.skip_to_text, lang)),
    tag('header', { class: 'page-head' }, `\n${lines(pageHead(context), unseen, masthead)}\n`),
    tag('div', { class: 'page' }, `\n${lines(contents, main)}\n`),
    tag('footer', { class: 'page-foot' }, `\n${pageFoot(context)}\n`),
  )
  return { markup, hasContents: contents !== '' }
}

/** What the file says of itself, as that of the PDF does. */
function metadata({ document }: TwinContent): (readonly [name: string, said: string])[] {
  const { authors, subject, keywords } = document
  const said: [string, string][] = [
    ['author', authors.join(', ')],
    ['description', subject],
    ['keywords', keywords.join(', ')],
    ['generator', 'Briefwright'],
  ]
  return said.filter(([, content]) => content !== '')
}

/** No script, no form, nothing from elsewhere; one style sheet, known by its digest (Content Security Policy 3). */
const policyFor = (css: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${Buffer.from(sha256(css), 'hex').toString('base64')}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
