import { readSettings } from '../../../brief/index.js'
import { SourceFile } from '../../../diagnostics/index.js'
import { parseAuthors } from '../metadata/byline.js'
import { mergeMetadata, type PartialMetadata, singleLine, webAddress } from '../metadata/metadata.js'
import { parseArticleDate } from '../metadata/publication-date.js'

/** Reads the YAML that a note of an article begins with; YAML with a fault says nothing, and is no part of the text. */
export function readFrontMatter(file: SourceFile): {
  readonly stated: PartialMetadata
  readonly bodyStart: number
} {
  const fence = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(file.text)
  if (fence?.index !== 0 || fence[1] === undefined || !/^[\w-]+[ \t]*:/m.test(fence[1]))
    return { stated: {}, bodyStart: 0 }
  const data = readSettings(new SourceFile(file.path, fence[1]), () => {})?.data ?? {}
  return { stated: metadataInFields(data), bodyStart: fence[0].length }
}

function metadataInFields(data: Readonly<Record<string, unknown>>): PartialMetadata {
  const fields = new Map(
    Object.entries(data).map(([key, value]) => [key.toLowerCase().replaceAll('-', '_'), value]),
  )
  const get = <T>(read: (value: unknown) => T | undefined, ...keys: readonly string[]) =>
    keys.map(key => read(fields.get(key))).find(found => found !== undefined)
  const address = (value: unknown) => webAddress(singleLine(value))
  const publisher = (value: unknown) => (address(value) ? undefined : singleLine(value))
  return mergeMetadata({
    title: get(singleLine, 'title', 'headline'),
    author: get(authorsInField, 'author', 'authors', 'byline', 'by'),
    publisher: get(publisher, 'publisher', 'container_title', 'publication', 'source', 'site', 'site_name'),
    issued: get(parseArticleDate, 'issued', 'date', 'published', 'date_published', 'created'),
    url: get(address, 'url', 'source_url', 'link', 'canonical', 'source', 'original'),
  })
}

function authorsInField(value: unknown): readonly string[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap(one => {
    const name = typeof one === 'object' && one !== null && 'name' in one ? one.name : one
    return typeof name === 'string' ? parseAuthors(name) : []
  })
  return names.length > 0 ? names : undefined
}
