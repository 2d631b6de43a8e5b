import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The earliest date that a ZIP archive can give, in the place of the moment at which it was made. */
const NO_DATE = new Date(1980, 0, 1)

/** A package whose parts are named alike on every day, with `replaced` parts in the place of those of their names and without those `left`. */
export function stablePackage(
  bytes: Uint8Array,
  replaced: ReadonlyMap<string, string | Uint8Array>,
  edit: (path: string, xml: string) => string,
): Uint8Array {
  const parts = new Map<string, string | Uint8Array>()
  for (const [path, data] of Object.entries(unzipSync(bytes)))
    parts.set(path, /\.(?:xml|rels)$/.test(path) ? strFromU8(data) : data)
  for (const [path, data] of replaced) parts.set(path, data)
  leaveOutEndnotes(parts)
  numberRelationships(parts)
  const ids = new SequentialIds()
  const files: Zippable = {}
  for (const path of inReadingOrder([...parts.keys()])) {
    const data = parts.get(path)
    if (data === undefined) continue
    files[path] =
      typeof data === 'string'
        ? [strToU8(ids.numbered(edit(path, data))), { mtime: NO_DATE, level: 6 }]
        : [data, { mtime: NO_DATE, level: /\.(?:png|jpe?g)$/.test(path) ? 0 : 6 }]
  }
  return zipSync(files)
}

/** docx writes the part for notes at the end of a document whether it has any or not. */
function leaveOutEndnotes(parts: Map<string, string | Uint8Array>): void {
  parts.delete('word/endnotes.xml')
  parts.delete('word/_rels/endnotes.xml.rels')
  for (const [path, element] of [
    ['[Content_Types].xml', /<Override\b[^>]*PartName="\/word\/endnotes\.xml"[^>]*\/>/],
    ['word/_rels/document.xml.rels', /<Relationship\b[^>]*Target="endnotes\.xml"[^>]*\/>/],
  ] as const) {
    const xml = parts.get(path)
    if (typeof xml === 'string') parts.set(path, xml.replace(element, ''))
  }
}

/** What the package is made of comes first, so that a reader knows what it has as it opens it. */
const inReadingOrder = (paths: readonly string[]): string[] =>
  paths.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))

const rank = (path: string): number =>
  path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : path === 'word/document.xml' ? 2 : 3

/** Gives the relationships of each part numbers in their order, in the place of names that chance made. */
function numberRelationships(parts: Map<string, string | Uint8Array>): void {
  for (const [path, rels] of parts) {
    const part = /^(.*)_rels\/([^/]*)\.rels$/.exec(path)
    if (!part || typeof rels !== 'string') continue
    const names = new Map<string, string>()
    for (const [, id = ''] of rels.matchAll(/ Id="([^"]*)"/g)) names.set(id, `rId${names.size + 1}`)
    const renamed = (id: string) => names.get(id) ?? id
    parts.set(
      path,
      rels.replace(/ Id="([^"]*)"/g, (_, id) => ` Id="${renamed(id)}"`),
    )
    const owner = `${part[1]}${part[2]}`
    const xml = parts.get(owner)
    if (typeof xml === 'string')
      parts.set(
        owner,
        xml.replace(/ (r:(?:id|embed|link|pict))="([^"]*)"/g, (_, name, id) => ` ${name}="${renamed(id)}"`),
      )
  }
}

/** Numbers for what has to be told apart within a document, in the order of its parts. */
class SequentialIds {
  #drawings = 0
  #watermarks = 0
  readonly #bookmarks = new Map<string, number>()

  numbered(xml: string): string {
    return xml
      .replace(/"PowerPlusWaterMarkObject[^"]*"/g, () => `"PowerPlusWaterMarkObject${++this.#watermarks}"`)
      .replace(/<(wp:docPr|pic:cNvPr) ([^>]*?)\bid="[^"]*"/g, (_, name, before) => {
        if (name === 'wp:docPr') this.#drawings++
        return `<${name} ${before}id="${this.#drawings}"`
      })
      .replace(/<(w:bookmark(?:Start|End)) ([^>]*?)w:id="([^"]*)"/g, (_, name, before, id) => {
        const number = this.#bookmarks.get(id) ?? this.#bookmarks.size
        this.#bookmarks.set(id, number)
        return `<${name} ${before}w:id="${number}"`
      })
  }
}
