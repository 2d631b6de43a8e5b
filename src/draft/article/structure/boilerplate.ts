import { lazyData, patternLists } from '../../speech/lexicon/data-file.js'
import { parseByline } from '../metadata/byline.js'
import { webAddress } from '../metadata/metadata.js'
import { isDateLine } from '../metadata/publication-date.js'
import type { ParagraphText } from '../paragraph-text.js'

/** Paragraphs at the top and at the bottom of an article where bylines, dates and addresses stand. */
const TOP = 8
const BOTTOM = 6

/** Finds the paragraphs that are no part of an article, so that nothing is drafted from what a site put around it. */
export function findBoilerplate(passages: readonly ParagraphText[]): Set<number> {
  const found = new Set<number>()
  for (const [at, passage] of passages.entries()) {
    const atEdge = at < TOP || at >= passages.length - BOTTOM
    if (isBoilerplate(passage, atEdge)) found.add(at)
  }
  return found
}

/** Finds what the last paragraphs tell of the authors: their names again, or what each of them does. */
export function findAuthorBios(passages: readonly ParagraphText[], authors: readonly string[]): number[] {
  const first = Math.max(0, passages.length - BELOW)
  return passages.slice(first).flatMap(({ text }, at) => {
    const author = authors.find(name => text.startsWith(name))
    const rest = author && text.slice(author.length)
    return rest !== undefined && (rest === '' || BIO.test(rest)) ? [first + at] : []
  })
}

/** Paragraphs below an article that may tell of its authors. */
const BELOW = 12
const BIO =
  /^(?: is (?:an? |the |currently |based )|, (?:an?|the) |,? (?:who )?(?:covers|reports|writes|reported from|contributed|joined|can be reached)\b)/

/** Whether a line near the top or bottom of an article says who wrote it, when, or where it was. */
export function isMetadataLine(line: string): boolean {
  return (
    isDateLine(line) ||
    parseByline(line) !== undefined ||
    webAddress(line.replace(URL_LABEL, '')) !== undefined
  )
}

/** Whether a paragraph is what stands under a picture, with who took it: `… (Jane Doe/AFP)`. */
export function isPictureCaption(text: string): boolean {
  return CAPTION.test(text)
}

const CAPTION =
  /^[^“”"]{1,500}\([^()]{0,80}(?:\/ ?(?:ap|afp|epa|reuters|getty|bloomberg|associated press|shutterstock)\b|\b(?:getty images|file photo)\b|\bvia (?:ap|reuters|getty)\b)[^()]{0,60}\)\W*$/i

/** What stands before a value in the head of a saved article. */
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
  patternLists('draft/article/data/en/boilerplate.txt', ['editorial-notes', 'site-lines', 'edge-lines']),
)
