import { authorsIn } from '../byline.js'
import { firstStated, type MayState, oneLine, webAddress } from '../stated.js'
import { dateOf } from '../written-date.js'

/** Reads what a page says of its article for search engines (schema.org); JSON with a fault says nothing. */
export function statedInJsonLd(scripts: readonly string[]): MayState {
  const articles: Item[] = []
  const byId = new Map<string, Item>()
  for (const item of scripts.flatMap(itemsIn)) {
    if (typeof item['@id'] === 'string' && !byId.has(item['@id'])) byId.set(item['@id'], item)
    if (typesOf(item).some(type => ARTICLE.test(type))) articles.push(item)
  }
  return firstStated(...articles.slice(0, 3).map(item => statedBy(item, byId)))
}

type Item = Readonly<Record<string, unknown>>

const ARTICLE = /(?:^|[/:])(?:\w*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting|OpinionNewsArticle)$/

/** Items that are read of a page at most; honest pages have some ten. */
const MOST = 500

function itemsIn(script: string): Item[] {
  const found: Item[] = []
  const open: unknown[] = [parsed(script)]
  for (let value = open.shift(); open.length < MOST && found.length < MOST; value = open.shift()) {
    if (Array.isArray(value)) open.push(...value.slice(0, MOST))
    else if (isItem(value)) {
      found.push(value)
      open.push(value['@graph'], value.mainEntity)
    }
    if (open.length === 0) break
  }
  return found
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(
      script.replace(
        /^\s*(?:<!--|(?:\/\*|\/\/)?\s*<!\[CDATA\[\s*(?:\*\/)?)|(?:-->|(?:\/\*|\/\/)?\s*\]\]>\s*(?:\*\/)?)\s*$/g,
        '',
      ),
    )
  } catch {
    return undefined
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(item: Item): string[] {
  return listOf(item['@type']).filter(type => typeof type === 'string')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 50) : [value]
}

function statedBy(item: Item, byId: ReadonlyMap<string, Item>): MayState {
  const nameOf = (value: unknown): string | undefined => {
    if (!isItem(value)) return oneLine(value)
    const known = value.name === undefined ? byId.get(String(value['@id'])) : value
    return oneLine(known?.name)
  }
  const namesOf = (value: unknown) =>
    listOf(value)
      .map(nameOf)
      .filter(name => name !== undefined)
  const page = listOf(item.mainEntityOfPage)[0]
  return {
    title: plain(oneLine(item.headline) ?? oneLine(item.name)),
    author: [...new Set(namesOf(item.author).flatMap(name => authorsIn(plain(name) ?? '')))],
    publisher: plain(namesOf(item.publisher)[0]),
    issued: dateOf(item.datePublished) ?? dateOf(item.dateCreated) ?? dateOf(item.dateModified),
    url: [item.url, isItem(page) ? page['@id'] : page].map(one => webAddress(oneLine(one))).find(Boolean),
  }
}

/** Some sites write entities into JSON, where they mean nothing. */
function plain(text: string | undefined): string | undefined {
  return text
    ?.replace(/&(?:#0?39|#x27|apos|#8217|rsquo);/gi, '’')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
}
