import { firstParsedAuthors } from '../../metadata/byline.js'
import type { PartialMetadata } from '../../metadata/metadata.js'
import { parseArticleDate } from '../../metadata/publication-date.js'
import { type Page, type PageElement, TEXT_NODE, walkPage } from './dom.js'

/** Reads the byline and the date that readers see above an article. */
export function visibleMetadata(page: Page): PartialMetadata {
  const issued = [...page.querySelectorAll(TIME_SELECTOR)]
    .slice(0, 10)
    .map(one => parseArticleDate(one.getAttribute('datetime') ?? one.getAttribute('content')))
    .find(Boolean)
  const bylines = [...page.querySelectorAll(BYLINE_SELECTOR)]
    .filter(one => !isOutsideArticle(one))
    .slice(0, 10)
  return { author: firstParsedAuthors(bylines.map(separatedText)), issued }
}

const TIME_SELECTOR =
  'article header time[datetime], main header time[datetime], [itemprop=datePublished], time[pubdate], header time[datetime]'
const BYLINE_SELECTOR = '[itemprop~=author], [rel~=author], [class*=byline], [class~=author], .author-name'

function isOutsideArticle(element: PageElement): boolean {
  return element.closest('aside, footer, nav, [class*=comment], [class*=related]') !== null
}

/** The text of an element, with a dot between parts that only the style of the page separates, but not within names. */
function separatedText(element: PageElement): string {
  let written = ''
  let wasWord = true
  walkPage(
    element,
    node => {
      const text = node.nodeType === TEXT_NODE ? (node.textContent ?? '').trim() : ''
      const isWord = !/\s/.test(text)
      if (text !== '') {
        if (written !== '') written += wasWord && isWord ? ' ' : ' · '
        written += text
        wasWord = isWord
      }
      return true
    },
    () => {},
  )
  return written
}
