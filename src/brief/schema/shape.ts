import * as v from 'valibot'
import { present } from '../../diagnostics/index.js'
import type { ProseBlockKinds } from '../notation/prose-block.js'
import type { FieldPath } from '../yaml/tree.js'
import { type CustomFields, type CustomFieldType, NO_CUSTOM_FIELDS } from './custom-fields.js'
import { briefSchema } from './schema.js'

/** What the schema allows at a place, by the kind of value, for reading YAML. */
export type ValueShape = FieldsShape | ListShape | ProseShape | TextShape | NumberShape | FlagShape

export interface FieldsShape {
  readonly kind: 'fields'
  readonly entries: ReadonlyMap<string, { readonly shape: ValueShape; readonly required: boolean }>
  /** What may replace the mapping: the text of its `main` field alone, or another text. */
  readonly short: { readonly shape: ValueShape; readonly main: string | undefined } | undefined
}
export interface ListShape {
  readonly kind: 'list'
  readonly of: ValueShape
  /** A list of one element may be written as that element. */
  readonly single: boolean
}
export interface ProseShape {
  readonly kind: 'prose'
  readonly blocks: ProseBlockKinds
  /** Whether it may be empty, as the cell of a table. */
  readonly mayBeEmpty?: boolean
  /** Whether its wordings may serve some readers only, so that the others have none. */
  readonly mayLackDefault?: boolean
}
export interface TextShape {
  readonly kind: 'text'
  readonly role: TextRole | undefined
  /** The allowed texts, where they can be listed. */
  readonly choices: readonly string[] | undefined
  readonly schema: v.GenericSchema
}
export interface NumberShape {
  readonly kind: 'number'
  readonly whole: boolean
  readonly low: number
  readonly high: number
  readonly schema: v.GenericSchema
}

/** `true` or `false`. */
export interface FlagShape {
  readonly kind: 'flag'
}

/** What a text means beyond its characters. */
export type TextRole = 'id' | 'actors' | 'sources' | 'audiences' | 'date' | 'citation' | 'language'

/** Derived from the constant schema when it is first needed. */
let briefShape: FieldsShape | undefined
const shapesWithCustom = new WeakMap<CustomFields, FieldsShape>()

/** The shape of a whole brief, with the fields of `custom` that templates declare. */
export function shapeOfBrief(custom: CustomFields = NO_CUSTOM_FIELDS): FieldsShape {
  briefShape ??= fieldsShape(briefSchema, undefined, undefined)
  if (custom.size === 0) return briefShape
  const known = shapesWithCustom.get(custom) ?? withCustomFields(briefShape, custom)
  shapesWithCustom.set(custom, known)
  return known
}

function withCustomFields(brief: FieldsShape, custom: CustomFields): FieldsShape {
  const fields = [...custom].map(
    ([name, type]) => [name, { shape: customFieldShape(type), required: false }] as const,
  )
  const shape: FieldsShape = { kind: 'fields', entries: new Map(fields), short: undefined }
  return { ...brief, entries: new Map([...brief.entries, ['custom', { shape, required: false }]]) }
}

/** The shape of the values at a path: for stages that treat names, prose and citations differently. */
export function shapeAt(path: FieldPath, custom?: CustomFields): ValueShape | undefined {
  let shape: ValueShape | undefined = shapeOfBrief(custom)
  for (const key of path) {
    if (shape?.kind === 'fields') shape = shape.entries.get(String(key))?.shape
    else shape = shape?.kind === 'list' ? shape.of : undefined
  }
  return shape
}

/** How a field of a house's own is read: as the schema's own fields of that kind are. */
export function customFieldShape(type: CustomFieldType): ValueShape {
  switch (type) {
    case 'text':
      return { kind: 'prose', blocks: 'none' }
    case 'prose':
      return { kind: 'prose', blocks: 'long' }
    case 'date':
      return { kind: 'text', role: 'date', choices: undefined, schema: v.string() }
    case 'number':
      return { kind: 'number', whole: false, low: -Infinity, high: Infinity, schema: v.number() }
    case 'list':
      return { kind: 'list', of: customFieldShape('text'), single: true }
  }
}

/** The parts of a valibot schema that describe its structure. */
interface SchemaNode extends v.GenericSchema {
  readonly entries?: Readonly<Record<string, SchemaNode>>
  readonly item?: SchemaNode
  readonly options?: readonly unknown[]
  readonly wrapped?: SchemaNode
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

function shapeOf(schema: SchemaNode, main?: string): ValueShape {
  const meta = v.getMetadata(schema)
  if (schema.wrapped) return shapeOf(schema.wrapped)
  if (meta.prose) {
    const blocks = (meta.blocks as ProseBlockKinds | undefined) ?? 'none'
    const cell = meta.cell ? { mayBeEmpty: true } : {}
    return { kind: 'prose', blocks, ...cell, ...(meta.optional ? { mayLackDefault: true } : {}) }
  }
  if (schema.item) {
    const name = typeof meta.main === 'string' ? meta.main : undefined
    return { kind: 'list', of: shapeOf(schema.item, name), single: false }
  }
  if (schema.type === 'union') return unionShape(schema, main)
  if (schema.entries) return fieldsShape(schema, undefined, undefined)
  if (schema.type === 'number') return numberShape(schema)
  if (schema.type === 'boolean') return { kind: 'flag' }
  if (schema.type === 'record') return { kind: 'fields', entries: new Map(), short: undefined }
  const choices = schema.type === 'picklist' ? (schema.options as readonly string[]) : undefined
  return { kind: 'text', role: roleOf(meta), choices, schema }
}

function unionShape(schema: SchemaNode, main: string | undefined): ValueShape {
  const options = schema.options as readonly SchemaNode[]
  const list = options.find(option => option.item)
  if (list?.item) return { kind: 'list', of: shapeOf(list.item), single: true }
  const fields = options.find(option => option.entries)
  const text = options.find(option => option.type === 'string')
  if (!fields || !text) throw new Error('the schema has a union that reading cannot tell apart')
  return fieldsShape(fields, text, main)
}

function fieldsShape(
  schema: SchemaNode,
  short: SchemaNode | undefined,
  main: string | undefined,
): FieldsShape {
  const entries = new Map(
    Object.entries(present(schema.entries, 'entries of an object schema')).map(([key, entry]) => {
      return [key, { shape: shapeOf(entry), required: entry.type !== 'optional' }] as const
    }),
  )
  const mainShape = main === undefined ? undefined : entries.get(main)?.shape
  const shape = mainShape ?? (short && shapeOf(short))
  return { kind: 'fields', entries, short: shape && { shape, main } }
}

function numberShape(schema: SchemaNode): NumberShape {
  const bound = (type: string) => schema.pipe?.find(action => action.type === type)?.requirement
  const low = Number(bound('min_value') ?? Number.NEGATIVE_INFINITY)
  const high = Number(bound('max_value') ?? Number.POSITIVE_INFINITY)
  const whole = schema.pipe?.some(action => action.type === 'integer') === true
  return { kind: 'number', whole, low, high, schema }
}

function roleOf(meta: Readonly<Record<string, unknown>>): TextRole | undefined {
  if (meta.id) return 'id'
  if (meta.edtf) return 'date'
  if (meta.citation) return 'citation'
  if (meta.language) return 'language'
  return meta.refers_to as TextRole | undefined
}
