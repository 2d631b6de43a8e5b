import type { Stated } from '../article.js'
import { firstAuthors } from '../byline.js'
import { firstStated, oneLine, webAddress } from '../stated.js'
import { dateOf } from '../written-date.js'
import type { Page } from './dom.js'
import { statedInArticle } from './in-article.js'
import { statedInJsonLd } from './json-ld.js'

/** Reads what the head of a page and the head of its article say of it; the most deliberate of them first. */
export function statedInPage(page: Page): Stated {
  const scripts = [...page.querySelectorAll('script')].filter(one =>
    /^application\/ld\+json/i.test(one.getAttribute('type')?.trim() ?? ''),
  )
  const meta = metaOf(page)
  const jsonLd = statedInJsonLd(scripts.map(one => one.textContent ?? ''))
  const publisher = jsonLd.publisher ?? first(meta, oneLine, PUBLISHER)
  const titles = [
    jsonLd.title,
    first(meta, oneLine, TITLE),
    oneLine(page.querySelector('title')?.textContent),
  ]
  const sites = [publisher, first(meta, oneLine, ['og:site_name', 'application-name', 'twitter:site'])]
  const said = titles.flatMap(title => (title === undefined ? [] : [withoutSite(title, sites)]))
  return firstStated(
    { ...jsonLd, title: headlineOf(page, said) ?? said[0] },
    {
      author: firstAuthors(AUTHOR.map(key => meta.get(key)?.join('; '))),
      publisher,
      issued: first(meta, dateOf, ISSUED),
      url:
        webAddress(page.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? undefined) ??
        first(meta, webAddress, ['og:url']),
    },
    statedInArticle(page),
  )
}

const TITLE = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'headline',
  'citation_title',
  'title',
]
const PUBLISHER = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_publisher',
  'publisher',
  'application-name',
]
const AUTHOR = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'twitter:creator',
]
const ISSUED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'dcterms.created',
  'citation_publication_date',
  'article:modified_time',
  'og:updated_time',
]

type Meta = ReadonlyMap<string, readonly string[]>

function metaOf(page: Page): Meta {
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

function first<T>(meta: Meta, read: (text: string) => T | undefined, keys: readonly string[]): T | undefined {
  return keys
    .flatMap(key => meta.get(key) ?? [])
    .map(read)
    .find(one => one !== undefined)
}

/** A title without the name of the site that pages append to it. */
function withoutSite(title: string, sites: readonly (string | undefined)[]): string {
  const [, head, , tail = ''] = /^(.+?\S)\s*(\||\s[-–—·:»]\s|»)\s*([^|]+)$/.exec(lastPart(title)) ?? []
  const same = sites.some(site => site !== undefined && plain(site) !== '' && plain(site) === plain(tail))
  return head && same ? title.slice(0, title.length - lastPart(title).length) + head : title
}

/** Enough of a title to hold its last separator, and one word before that. */
function lastPart(title: string): string {
  const cuts = [...title.matchAll(/\S+\s*(?:\||\s[-–—·:»]\s|»)\s*/g)]
  return title.slice(cuts.at(-1)?.index ?? 0)
}

const plain = (text: string) => text.toLowerCase().replace(/^@|^the\s|[^\p{L}\p{N}]/gu, '')

/** The heading that readers see in place of a title, as search engines are told shorter or longer ones. */
function headlineOf(page: Page, said: readonly string[]): string | undefined {
  const headings = [...page.querySelectorAll('h1')].slice(0, 20)
  const texts = headings.flatMap(heading => oneLine(heading.textContent) ?? [])
  const like = texts.find(text => said.some(title => isAlike(text, title)))
  return like ?? (said.length === 0 && texts.length === 1 ? texts[0] : undefined)
}

function isAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map(text => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)))
  if (!one?.size || !other?.size) return false
  const shared = [...one].filter(word => other.has(word)).length
  return shared > 1 && shared >= Math.max(one.size, other.size) * 0.5
}
