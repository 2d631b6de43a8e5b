import { firstAuthors } from '../byline.js'
import type { MayState } from '../stated.js'
import { dateOf } from '../written-date.js'
import { type Page, type PageElement, TEXT, walk } from './dom.js'

/** Reads the byline and the date that readers see above an article. */
export function statedInArticle(page: Page): MayState {
  const issued = [...page.querySelectorAll(TIMES)]
    .slice(0, 10)
    .map(one => dateOf(one.getAttribute('datetime') ?? one.getAttribute('content')))
    .find(Boolean)
  const bylines = [...page.querySelectorAll(BYLINES)].filter(one => !isElsewhere(one)).slice(0, 10)
  return { author: firstAuthors(bylines.map(partsOf)), issued }
}

const TIMES =
  'article header time[datetime], main header time[datetime], [itemprop=datePublished], time[pubdate], header time[datetime]'
const BYLINES = '[itemprop~=author], [rel~=author], [class*=byline], [class~=author], .author-name'

function isElsewhere(element: PageElement): boolean {
  return element.closest('aside, footer, nav, [class*=comment], [class*=related]') !== null
}

/** The text of an element with a point between its parts, which pages part by nothing but their style; not within names. */
function partsOf(element: PageElement): string {
  let written = ''
  let wasWord = true
  walk(
    element,
    node => {
      const text = node.nodeType === TEXT ? (node.textContent ?? '').trim() : ''
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
