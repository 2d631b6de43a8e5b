import type { FieldPath, YamlNode } from '../yaml/tree.js'

/** Variables of CSL that a source has no field for, or under another name. */
const ELSEWHERE = new Set([
  'ISBN',
  'ISSN',
  'edition',
  'publisher-place',
  'event-title',
  'collection-title',
  'genre',
])

/** What to write for a key of a source as reference managers export it (CSL JSON), where it is none here. */
export function cslKeyHint(key: string, value: YamlNode, path: FieldPath): string | undefined {
  if (path[0] !== 'sources' || path.length !== 2) return undefined
  if (key.toLowerCase() === 'doi') {
    const doi = value.kind === 'scalar' ? doiIn(value.text) : undefined
    return `did you mean \`doi\`? write \`doi: ${doi ?? '10.…'}\``
  }
  if (key === 'language') return 'did you mean `lang`?'
  return ELSEWHERE.has(key)
    ? `write it into \`note\` or \`container_title\`: a source has no field \`${key}\``
    : undefined
}

/** What to write in the place of a name or a date that is fields in CSL JSON. */
export function cslValueHint(node: YamlNode, path: FieldPath): string | undefined {
  if (path[0] !== 'sources' || node.kind !== 'mapping') return undefined
  const partOf = (key: string) => node.entries.find(entry => entry.key.text === key)?.value
  if (path[2] === 'author') {
    const words = ['given', 'family', 'literal']
      .map(partOf)
      .flatMap(part => (part?.kind === 'scalar' ? [part.text] : []))
    return words.length === 0 ? undefined : `write the name as text: \`${words.join(' ')}\``
  }
  const parts = partOf('date-parts')
  const first = parts?.kind === 'list' ? parts.items[0] : undefined
  const numbers = first?.kind === 'list' ? first.items : []
  const date = numbers.flatMap(part => (part.kind === 'scalar' ? [part.text.padStart(2, '0')] : [])).join('-')
  return date === '' ? undefined : `write the date as \`${date}\``
}

/** The address of a DOI that is written as `doi:10.…` or by itself. */
export function doiAddress(text: string): string | undefined {
  const doi = doiIn(text)
  return doi === undefined ? undefined : `https://doi.org/${doi}`
}

/** The DOI in a text that is one, or the address of one. */
export function doiIn(text: string): string | undefined {
  return /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(text.trim())?.[1]
}
