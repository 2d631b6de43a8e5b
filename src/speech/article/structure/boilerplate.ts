import { lazyData, patternLists } from '../../lexicon/data-file.js'
import { parseByline } from '../metadata/byline.js'
import { webAddress } from '../metadata/metadata.js'
import { isDateLine } from '../metadata/publication-date.js'
import type { ParagraphText } from '../paragraph-text.js'

/** Paragraphs at the top and at the bottom of an article among which bylines, dates and addresses are looked for. */
export const TOP_PARAGRAPHS = 8
export const BOTTOM_PARAGRAPHS = 6

/** Finds the paragraphs that a site put around an article, so that nothing is drafted from them. */
export function findBoilerplate(passages: readonly ParagraphText[]): Set<number> {
  const found = new Set<number>()
  for (const [at, passage] of passages.entries()) {
    const atEdge = at < TOP_PARAGRAPHS || at >= passages.length - BOTTOM_PARAGRAPHS
    if (isBoilerplate(passage, atEdge)) found.add(at)
  }
  return found
}

/** Finds the biographies of authors among the last paragraphs: a name alone, or what its bearer does. */
export function findAuthorBios(passages: readonly ParagraphText[], authors: readonly string[]): number[] {
  const first = Math.max(0, passages.length - BIO_PARAGRAPHS)
  return passages.slice(first).flatMap(({ text }, at) => {
    const author = authors.find(name => text.startsWith(name))
    const rest = author && text.slice(author.length)
    return rest !== undefined && (rest === '' || BIO.test(rest)) ? [first + at] : []
  })
}

/** Paragraphs at the bottom among which biographies are looked for. */
export const BIO_PARAGRAPHS = 12
const BIO =
  /^(?: is (?:an? |the |currently |based )|, (?:an?|the) |,? (?:who )?(?:covers|reports|writes|reported from|contributed|joined|can be reached)\b)/

/** Whether a line is a byline, a date or an address. */
export function isMetadataLine(line: string): boolean {
  return (
    isDateLine(line) ||
    parseByline(line) !== undefined ||
    webAddress(line.replace(URL_LABEL, '')) !== undefined
  )
}

/** Whether a paragraph is the caption of a picture, with its photographer or agency: `… (Jane Doe/AFP)`. */
export function isPictureCaption(text: string): boolean {
  return CAPTION.test(text)
}

const CAPTION =
  /^[^“”"]{1,500}\([^()]{0,80}(?:\/ ?(?:ap|afp|epa|reuters|getty|bloomberg|associated press|shutterstock)\b|\b(?:getty images|file photo)\b|\bvia (?:ap|reuters|getty)\b)[^()]{0,60}\)\W*$/i

/** The label of an address in the head of a saved article. */
const URL_LABEL = /^(?:source|url|link|original|via|read at|retrieved from)\s*:\s*/i

function isBoilerplate({ lines, text }: ParagraphText, atEdge: boolean): boolean {
  if (!/[\p{L}\p{N}]/u.test(text.slice(0, 500))) return true
  if (isPictureCaption(text) || patterns()['editorial-notes'].some(note => note.test(text))) return true
  return lines.every(
    line =>
      isSiteLine(line) ||
      (atEdge && (isMetadataLine(line) || patterns()['edge-lines'].some(edge => edge.test(line)))),
  )
}

function isSiteLine(line: string): boolean {
  if (/[“"][^“”"]{20,}[”"]/.test(line)) return false
  const bare = line.replace(/^[\s"“”*•>[(–—-]+/, '')
  return bare.length <= 240 && patterns()['site-lines'].some(pattern => pattern.test(bare))
}

const patterns = lazyData(() =>
  patternLists('speech/article/data/en/boilerplate.txt', ['editorial-notes', 'site-lines', 'edge-lines']),
)
