import * as v from 'valibot'
import { selection } from '../../src/brief/schema/field-types.js'
import { briefSchema } from '../../src/brief/schema/schema.js'
import { code, numberKind, oneOfTexts, type SettingsNode, unwrapped } from './settings-schema.js'
import { settingRow } from './settings-table.js'

/** docs/field-reference.md: each field of a brief, and of the items of its lists. */
export function fieldReference(note: string): string {
  const fields: Fields = briefSchema.entries
  const groups = Object.entries(fields).flatMap(([name, schema]) => {
    const entries = entriesOf(schema)
    return entries ? fieldGroups(name, schema, entries) : []
  })
  return `# Fields of a brief

${note}

| holds | what it is |
|---|---|
| prose | text of one or several paragraphs with [inline marks](prose.md) and citations, or a map of wordings by audience and language |
| prose with lists | the same, and lists |
| long prose | the same, and [sub-headings, tables, block quotations, pictures and notes](prose.md) |
| text | taken to the letter |
| date | [EDTF](../README.md#a-brief-and-what-comes-of-it): \`2025-01-20\`, \`2025-02\`, \`2025-01~\`, \`2024/2025\` |
| id | a short name of letters, digits and \`_ . : -\`, which others refer to |
| citation | the id of a source, or a Pandoc citation: \`"@article, para. 4"\` |

What is **bold** is required. A field with nothing after its colon is as good as left out.

## The brief

${fieldTable(fields, '')}

## Of every item

The items of each list, but for \`audiences\`, columns and clearances, may also have:

${fieldTable(selection, '')}

${groups.join('\n\n')}
`
}

type Fields = Readonly<Record<string, SettingsNode>>

/** The fields of a mapping, or of the items of a list. */
function entriesOf(schema: SettingsNode): Fields | undefined {
  const node = unwrapped(schema)
  if (v.getMetadata(node).prose) return undefined
  if (node.item) return entriesOf(node.item)
  if (node.entries) return node.entries
  const mapping = (node.options as readonly SettingsNode[] | undefined)?.find(option => option.entries)
  return node.type === 'union' ? mapping?.entries : undefined
}

/** The table of a list or a mapping, and of those within it. */
function fieldGroups(name: string, schema: SettingsNode, entries: Fields): string[] {
  const own = Object.fromEntries(
    Object.entries(entries).filter(([key]) => !(key in selection) || !isItem(entries)),
  )
  const node = unwrapped(schema)
  const { main } = v.getMetadata(node)
  const short =
    typeof main === 'string' ? `An item may be written as the text of its ${code(main)} alone.\n\n` : ''
  const isNamed = name === 'audiences' ? 'An item may be written as the name of an audience alone.\n\n' : ''
  return [
    `## \`${name}\`\n\n${described(node)}\n\n${short}${isNamed}${fieldTable(own, name)}`,
    ...Object.entries(own).flatMap(([key, inner]) => {
      const innerEntries = entriesOf(inner)
      return innerEntries ? fieldGroups(`${name}.${key}`, inner, innerEntries) : []
    }),
  ]
}

const isItem = (entries: Fields): boolean => Object.keys(selection).every(key => key in entries)

/** `within` names the list or the mapping that the fields are of. */
function fieldTable(fields: Fields, within: string): string {
  const rows = Object.entries(fields).map(([name, schema]) => {
    const shown = schema.type === 'optional' ? code(name) : `**${code(name)}**`
    return settingRow([
      shown,
      kindOfField(schema, `${within}${name}`.replaceAll('.', '')),
      described(unwrapped(schema)),
    ])
  })
  return ['| field | holds | |', '|---|---|---|', ...rows].join('\n')
}

function described(schema: SettingsNode): string {
  const { description } = v.getMetadata(schema)
  if (typeof description !== 'string') throw new Error('a field of a brief has no description')
  return description
}

const PROSE: Readonly<Record<string, string>> = { lists: 'prose with lists', long: 'long prose' }
const REFERENCES: Readonly<Record<string, string>> = {
  actors: 'id of an actor',
  sources: 'id of a source',
  audiences: 'name of an audience',
}

/** `anchor` is that of the heading of a list or a mapping. */
function kindOfField(schema: SettingsNode, anchor = ''): string {
  const node = unwrapped(schema)
  const meta = v.getMetadata(node)
  if (meta.prose) return meta.cell ? 'prose, or nothing' : (PROSE[String(meta.blocks)] ?? 'prose')
  if (meta.one_or_more) {
    const list = (node.options as readonly SettingsNode[]).find(option => option.item)
    return `${kindOfField(list?.item as SettingsNode)}, or a list`
  }
  if (entriesOf(node)) return `[${node.item ? 'list' : 'fields'}](#${anchor})`
  if (node.item) return `list: ${kindOfField(node.item)}`.replace('list: list: ', 'list of lists: ')
  if (node.type === 'picklist') return oneOfTexts(node.options as readonly string[])
  if (node.type === 'number') return numberKind(node)
  if (node.type === 'boolean') return '`true` or `false`'
  if (node.type === 'record') return 'fields'
  if (meta.id) return 'id'
  if (meta.edtf) return 'date'
  if (meta.citation) return 'citation'
  if (meta.language) return 'language tag'
  return REFERENCES[String(meta.refers_to)] ?? 'text'
}
