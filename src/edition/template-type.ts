import {
  ALIGNMENTS,
  type CustomFields,
  customFieldShape,
  type FieldsShape,
  shapeOfBrief,
  type ValueShape,
} from '../brief/index.js'
import { present } from '../diagnostics/index.js'
import { HIDDEN_KEYS } from './template-value.js'

/** What a template can know of a value before it is printed: which names lead on from it. */
export type TemplateType = FieldsType | ListType | TextType | UnknownType

export interface FieldsType {
  readonly kind: 'fields'
  /** What messages call it, such as “an item of `key_facts`”. */
  readonly label: string
  readonly entries: ReadonlyMap<string, TemplateType>
  /** Whether it may have fields that nobody knows beforehand. */
  readonly open: boolean
}
export interface ListType {
  readonly kind: 'list'
  readonly of: TemplateType
}
/** A text, a date, a number or citations: nothing leads on from it. */
export interface TextType {
  readonly kind: 'text'
  /** The only texts that it may be, where they can be listed. */
  readonly choices: readonly string[] | undefined
}
export interface UnknownType {
  readonly kind: 'unknown'
}

export const TEXT_TYPE: TextType = { kind: 'text', choices: undefined }
export const UNKNOWN_TYPE: UnknownType = { kind: 'unknown' }

export function listType(of: TemplateType): ListType {
  const known = lists.get(of) ?? { kind: 'list', of }
  lists.set(of, known)
  return known
}

/** One list type for each type of item, so that types can be compared by identity. */
const lists = new WeakMap<TemplateType, ListType>()

export function fieldsType(label: string, entries: Readonly<Record<string, TemplateType>>): FieldsType {
  return { kind: 'fields', label, entries: new Map(Object.entries(entries)), open: false }
}

/** Derived from the constant schema when it is first needed. */
let dataType: FieldsType | undefined

/** All that any template can see: the fields of a brief, as the schema has them, and what an edition adds to these. */
export function templateDataType(): FieldsType {
  dataType ??= withReferences(typeOfFields(shapeOfBrief(), 'a brief'))
  return dataType
}

/** What a template can see that declares fields of its own. */
export function dataTypeWith(custom: CustomFields): FieldsType {
  const types = [...custom].map(([name, type]) => [name, typeOfShape(customFieldShape(type), name)])
  return extended(templateDataType(), { custom: fieldsType('`custom`', Object.fromEntries(types)) })
}

/** A row of a mail merge: its columns are known only with the data. */
export const RECIPIENT_TYPE: FieldsType = { ...fieldsType('a recipient', {}), open: true }

/** What `resolveReferences` and `selectEdition` put in the place of ids, or add. */
function withReferences(brief: FieldsType): FieldsType {
  const actor = itemType(brief, 'actors')
  const source = extended(itemType(brief, 'sources'), { proof: PROOF_TYPE })
  const stake = extended(itemType(brief, 'stakes'), { who: listType(actor) })
  const quote = extended(itemType(brief, 'quotes'), {
    speaker: actor,
    speakers: listType(actor),
    source,
    sources: listType(source),
    proof: PROOF_TYPE,
  })
  return extended(brief, {
    actors: listType(extended(actor, { stance: choice('for', 'against', 'neutral') })),
    stakes: listType(stake),
    quotes: listType(quote),
    tables: listType(tableType(itemType(brief, 'tables'))),
    audience: fieldsType('`audience`', { name: TEXT_TYPE, title: TEXT_TYPE, description: TEXT_TYPE }),
    recipient: RECIPIENT_TYPE,
    house: fieldsType('`house`', { organisation: TEXT_TYPE, logo: TEXT_TYPE }),
  })
}

/** What `tableView` adds to a table. */
function tableType(table: FieldsType): FieldsType {
  const column = extended(itemType(table, 'columns'), { numeric: TEXT_TYPE })
  const cell = fieldsType('a cell of `body`', {
    value: TEXT_TYPE,
    align: choice(...ALIGNMENTS),
    header: TEXT_TYPE,
  })
  const row = fieldsType('an item of `body`', { cells: listType(cell), total: TEXT_TYPE })
  return extended(table, { columns: listType(column), body: listType(row) })
}

const choice = (...choices: string[]): TextType => ({ kind: 'text', choices })

const PROOF_TYPE = fieldsType('`proof`', {
  verdict: TEXT_TYPE,
  words: TEXT_TYPE,
  speech: TEXT_TYPE,
  speaker: TEXT_TYPE,
  unconfirmed: TEXT_TYPE,
  paragraph: TEXT_TYPE,
  place: listType(fieldsType('an item of `place`', { kind: TEXT_TYPE, number: TEXT_TYPE })),
  abridged: TEXT_TYPE,
  unverified: TEXT_TYPE,
})

/** As `templateValue` shows values of a shape. */
function typeOfShape(shape: ValueShape, name: string): TemplateType {
  if (shape.kind === 'fields') return typeOfFields(shape, `\`${name}\``)
  if (shape.kind === 'text' && shape.choices) return choice(...shape.choices)
  if (shape.kind !== 'list' || (shape.of.kind === 'text' && shape.of.role === 'citation')) return TEXT_TYPE
  if (shape.of.kind === 'fields') return listType(typeOfFields(shape.of, `an item of \`${name}\``))
  return listType(typeOfShape(shape.of, name))
}

function typeOfFields({ entries }: FieldsShape, label: string): FieldsType {
  const shown = [...entries].filter(([name]) => !HIDDEN_KEYS.has(name))
  return fieldsType(
    label,
    Object.fromEntries(shown.map(([name, { shape }]) => [name, typeOfShape(shape, name)])),
  )
}

function itemType({ entries }: FieldsType, list: string): FieldsType {
  const type = present(entries.get(list), `list ${list} of the schema`)
  if (type.kind !== 'list' || type.of.kind !== 'fields') throw new Error(`${list} is no list of items`)
  return type.of
}

function extended(type: FieldsType, entries: Readonly<Record<string, TemplateType>>): FieldsType {
  return { ...type, entries: new Map([...type.entries, ...Object.entries(entries)]) }
}
