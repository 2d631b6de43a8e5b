import type { Report } from '../../diagnostics/index.js'
import type { Document } from '../../markup/index.js'
import { lastLineOfTwin } from '../shared/last-line-of-twin.js'
import { twinTargets } from '../shared/twin-targets.js'
import { twinText } from '../shared/twin-text.js'
import type { TwinContent } from '../twin.js'
import { escapeMarkdown } from './escape-markdown.js'
import { printBlocks } from './markdown-blocks.js'
import { MarkdownContext } from './markdown-context.js'
import { fenceLines, type Lines, stackBlocks } from './markdown-lines.js'

/**
 * Prints an edition in Pandoc's Markdown, in UTF-8: what it says, its citations as notes, its figures as what they are read
 * as, and its markings above and below.
 */
export function printMarkdown({ document, style, images }: TwinContent, _report: Report): Uint8Array {
  const context = new MarkdownContext(document, twinTargets(document))
  const printing = { context, images, width: Number.POSITIVE_INFINITY, lang: document.lang, printBlocks }
  const blocks = printBlocks(document.blocks, printing)
  const lines = stackBlocks([
    metadata(document, style.created),
    markings(document),
    blocks,
    ...context.notes.map(note => [note]),
    lastLine(document),
    markings(document),
  ])
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** What Pandoc takes for the properties of what it makes of the text; values are Markdown, too. */
function metadata({ title, authors, lang, subject, keywords }: Document, created: Date): Lines {
  const value = (text: string) => JSON.stringify(escapeMarkdown(text))
  const list = (name: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${name}:`, ...texts.map(text => `  - ${value(text)}`)]
  return [
    '---',
    `title: ${value(title)}`,
    ...list('author', authors),
    `date: ${JSON.stringify(created.toISOString().slice(0, 10))}`,
    `lang: ${JSON.stringify(lang)}`,
    ...(subject.trim() === '' ? [] : [`subject: ${value(subject)}`]),
    ...list('keywords', keywords),
    '---',
  ]
}

function markings({ banners, lang }: Document): Lines {
  const texts = banners.map(banner => {
    const words = `**${escapeMarkdown(banner.text)}**`
    return banner.lang !== undefined && banner.lang !== lang ? `[${words}]{lang=${banner.lang}}` : words
  })
  return texts.length === 0 ? [] : fenceLines(['.marking'], stackBlocks(texts.map(text => [text])))
}

function lastLine(document: Document): Lines {
  const text = lastLineOfTwin(document)
  return text === '' ? [] : fenceLines(['.running'], [escapeMarkdown(twinText(text))])
}
