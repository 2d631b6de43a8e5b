import { parseAuthors } from '../../metadata/byline.js'
import { mergeMetadata, type PartialMetadata, singleLine, webAddress } from '../../metadata/metadata.js'
import { parseArticleDate } from '../../metadata/publication-date.js'

/** Reads what a page says of its article for search engines (schema.org); JSON with a fault says nothing. */
export function jsonLdMetadata(scripts: readonly string[]): PartialMetadata {
  const articles: JsonLdItem[] = []
  const byId = new Map<string, JsonLdItem>()
  for (const item of scripts.flatMap(jsonLdItems)) {
    if (typeof item['@id'] === 'string' && !byId.has(item['@id'])) byId.set(item['@id'], item)
    if (typesOf(item).some(type => ARTICLE.test(type))) articles.push(item)
  }
  return mergeMetadata(...articles.slice(0, 3).map(item => metadataOfItem(item, byId)))
}

type JsonLdItem = Readonly<Record<string, unknown>>

const ARTICLE = /(?:^|[/:])(?:\w*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting|OpinionNewsArticle)$/

/** Items that are read of a page at most; honest pages have some ten. */
const MAX_JSON_LD_ITEMS = 500

function jsonLdItems(script: string): JsonLdItem[] {
  const found: JsonLdItem[] = []
  const open: unknown[] = [parsed(script)]
  for (
    let value = open.shift();
    open.length < MAX_JSON_LD_ITEMS && found.length < MAX_JSON_LD_ITEMS;
    value = open.shift()
  ) {
    if (Array.isArray(value)) open.push(...value.slice(0, MAX_JSON_LD_ITEMS))
    else if (isJsonLdItem(value)) {
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

function isJsonLdItem(value: unknown): value is JsonLdItem {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(item: JsonLdItem): string[] {
  return listOf(item['@type']).filter(type => typeof type === 'string')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 50) : [value]
}

function metadataOfItem(item: JsonLdItem, byId: ReadonlyMap<string, JsonLdItem>): PartialMetadata {
  const nameOf = (value: unknown): string | undefined => {
    if (!isJsonLdItem(value)) return singleLine(value)
    const known = value.name === undefined ? byId.get(String(value['@id'])) : value
    return singleLine(known?.name)
  }
  const namesOf = (value: unknown) =>
    listOf(value)
      .map(nameOf)
      .filter(name => name !== undefined)
  const page = listOf(item.mainEntityOfPage)[0]
  return {
    title: decodeEntities(singleLine(item.headline) ?? singleLine(item.name)),
    author: [...new Set(namesOf(item.author).flatMap(name => parseAuthors(decodeEntities(name) ?? '')))],
    publisher: decodeEntities(namesOf(item.publisher)[0]),
    issued:
      parseArticleDate(item.datePublished) ??
      parseArticleDate(item.dateCreated) ??
      parseArticleDate(item.dateModified),
    url: [item.url, isJsonLdItem(page) ? page['@id'] : page]
      .map(one => webAddress(singleLine(one)))
      .find(Boolean),
  }
}

/** Some sites write entities into JSON, where they mean nothing. */
function decodeEntities(text: string | undefined): string | undefined {
  return text
    ?.replace(/&(?:#0?39|#x27|apos|#8217|rsquo);/gi, '’')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
}
