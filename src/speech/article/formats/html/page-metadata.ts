import { lazyData, wordSets } from '../../../lexicon/data-file.js'
import type { ArticleMetadata } from '../../article.js'
import { firstParsedAuthors } from '../../metadata/byline.js'
import { mergeMetadata, singleLine, webAddress } from '../../metadata/metadata.js'
import { parseArticleDate } from '../../metadata/publication-date.js'
import type { Page } from './dom.js'
import { jsonLdMetadata } from './json-ld.js'
import { visibleMetadata } from './visible-metadata.js'

/** Reads what the head of a page and the head of its article say of it; the most deliberate of them first. */
export function pageMetadata(page: Page): ArticleMetadata {
  const scripts = [...page.querySelectorAll('script')].filter(one =>
    /^application\/ld\+json/i.test(one.getAttribute('type')?.trim() ?? ''),
  )
  const meta = metaTagsOf(page)
  const jsonLd = jsonLdMetadata(scripts.map(one => one.textContent ?? ''))
  const publisher = jsonLd.publisher ?? firstMetaValue(meta, singleLine, [...keys().publisher])
  const titles = [
    jsonLd.title,
    firstMetaValue(meta, singleLine, [...keys().title]),
    singleLine(page.querySelector('title')?.textContent),
  ]
  const sites = [
    publisher,
    firstMetaValue(meta, singleLine, ['og:site_name', 'application-name', 'twitter:site']),
  ]
  const said = titles.flatMap(title => (title === undefined ? [] : [withoutSite(title, sites)]))
  return mergeMetadata(
    { ...jsonLd, title: visibleHeadline(page, said) ?? said[0] },
    {
      author: firstParsedAuthors([...keys().author].map(key => meta.get(key)?.join('; '))),
      publisher,
      issued: firstMetaValue(meta, parseArticleDate, [...keys().date]),
      url:
        webAddress(page.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? undefined) ??
        firstMetaValue(meta, webAddress, ['og:url']),
    },
    visibleMetadata(page),
  )
}

const keys = lazyData(() =>
  wordSets('speech/article/data/page-metadata.txt', ['title', 'publisher', 'author', 'date']),
)

type MetaTags = ReadonlyMap<string, readonly string[]>

function metaTagsOf(page: Page): MetaTags {
  const found = new Map<string, string[]>()
  for (const element of page.querySelectorAll('meta')) {
    const key =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = element.getAttribute('content')
    if (!key || !content) continue
    const values = found.get(key.trim().toLowerCase())
    if (values) values.push(content)
    else found.set(key.trim().toLowerCase(), [content])
  }
  return found
}

function firstMetaValue<T>(
  meta: MetaTags,
  read: (text: string) => T | undefined,
  keys: readonly string[],
): T | undefined {
  return keys
    .flatMap(key => meta.get(key) ?? [])
    .map(read)
    .find(one => one !== undefined)
}

/** A title without the name of the site that pages append to it. */
function withoutSite(title: string, sites: readonly (string | undefined)[]): string {
  const [, head, , tail = ''] =
    /^(.+?\S)\s*(\||\s[-–—·:»]\s|»)\s*([^|]+)$/.exec(lastTitleSegment(title)) ?? []
  const same = sites.some(
    site => site !== undefined && siteKey(site) !== '' && siteKey(site) === siteKey(tail),
  )
  return head && same ? title.slice(0, title.length - lastTitleSegment(title).length) + head : title
}

/** Enough of a title to hold its last separator, and one word before that. */
function lastTitleSegment(title: string): string {
  const cuts = [...title.matchAll(/\S+\s*(?:\||\s[-–—·:»]\s|»)\s*/g)]
  return title.slice(cuts.at(-1)?.index ?? 0)
}

const siteKey = (text: string) => text.toLowerCase().replace(/^@|^the\s|[^\p{L}\p{N}]/gu, '')

/** The heading that readers see in place of a title, as search engines are told shorter or longer ones. */
function visibleHeadline(page: Page, said: readonly string[]): string | undefined {
  const headings = [...page.querySelectorAll('h1')].slice(0, 20)
  const texts = headings.flatMap(heading => singleLine(heading.textContent) ?? [])
  const like = texts.find(text => said.some(title => sharesMostWords(text, title)))
  return like ?? (said.length === 0 && texts.length === 1 ? texts[0] : undefined)
}

function sharesMostWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map(text => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)))
  if (!one?.size || !other?.size) return false
  const shared = [...one].filter(word => other.has(word)).length
  return shared > 1 && shared >= Math.max(one.size, other.size) * 0.5
}
