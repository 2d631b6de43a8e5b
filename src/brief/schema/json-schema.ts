import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { DATE_PATTERN } from './date-pattern.js'
import { translations, wordings } from './field-types.js'
import { briefSchema } from './schema.js'

/**
 * The JSON Schema of a brief, for completion and hover help in editors (the language server for YAML supports
 * draft 7). It takes whatever `check` takes. What depends on the whole brief, such as references, is left to `check`.
 */
export function briefJsonSchema(): object {
  const { $schema, ...schema } = toJsonSchema(briefSchema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { wordings, translations },
    overrideSchema: closeSchema,
  })
  return {
    $schema,
    $id: 'brief.schema.json',
    title: 'Briefwright brief',
    description: 'One affair in the news: facts, actors, stakes, quotes and sources, for every audience.',
    ...(asLoaded(schema) as object),
  }
}

/** The JSON Schema (2020-12) of what another schema takes, as OpenAPI 3.1 has it within its documents. */
export function jsonSchemaOf(schema: v.GenericSchema): object {
  const { $schema: _, ...plain } = toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input' })
  return plain
}

/** Unknown keys are errors; wordings need a default, and any other of them may be empty. */
const closeSchema: NonNullable<ConversionConfig['overrideSchema']> = ({ valibotSchema, jsonSchema }) => {
  if (valibotSchema.type === 'object') return { ...jsonSchema, additionalProperties: false }
  if (valibotSchema.type !== 'record') return undefined
  if (isOpen(valibotSchema)) return { ...jsonSchema, additionalProperties: true }
  const { propertyNames: _, additionalProperties, ...record } = jsonSchema
  const text = additionalProperties ?? {}
  return {
    ...record,
    properties: { default: text },
    additionalProperties: { anyOf: [text, { type: 'null' }] },
    ...(v.getMetadata(valibotSchema as v.GenericSchema).optional ? {} : { required: ['default'] }),
  }
}

/** A record of anything: only `check` knows what templates declare. */
const isOpen = (schema: object): boolean =>
  'value' in schema && (schema.value as { readonly type?: unknown }).type === 'unknown'

interface SchemaNode {
  readonly [keyword: string]: unknown
}

/** Keywords that stay; all other metadata is for our own code. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['$ref', '$defs', 'type', 'enum', 'anyOf', 'items', 'properties', 'required', 'additionalProperties'],
  ...['pattern', 'minimum', 'maximum', 'description', 'examples'],
])

/** Makes a schema of values one of YAML as the loader reads it: a field may be empty, and a text look like a number. */
function asLoaded(node: unknown): unknown {
  if (!isNode(node)) return node
  const kept = Object.entries(node).filter(([keyword]) => KEYWORDS.has(keyword))
  const loaded: Record<string, unknown> = Object.fromEntries(kept)
  if (node.type === 'string' && node.enum === undefined) Object.assign(loaded, textKeywords(node))
  for (const keyword of ['items', 'additionalProperties']) {
    const inner = node[keyword]
    if (isNode(inner)) loaded[keyword] = inner.cell ? orEmpty(asLoaded(inner)) : asLoaded(inner)
  }
  if (Array.isArray(node.anyOf)) loaded.anyOf = node.anyOf.map(asLoaded)
  if (isNode(node.$defs)) loaded.$defs = mapValues(node.$defs, asLoaded)
  if (isNode(node.properties)) {
    const required = new Set(Array.isArray(node.required) ? node.required : [])
    loaded.properties = mapValues(node.properties, (field, name) =>
      required.has(name) ? asLoaded(field) : orEmpty(asLoaded(field)),
    )
  }
  return loaded
}

/** A scalar is read as it is written: `1.10` and `true` are texts where a text is asked for. */
function textKeywords(node: SchemaNode): SchemaNode {
  if (node.edtf) return { type: ['string', 'integer'], pattern: DATE_PATTERN, minimum: -9999, maximum: 9999 }
  if (node.language) return { type: 'string', pattern: LANGUAGE_PATTERN }
  if (node.format === 'uri') return { type: 'string', pattern: ADDRESS_PATTERN }
  if (node.id) return { type: ['string', 'number', 'boolean'], minimum: 0 }
  return { type: ['string', 'number', 'boolean'], pattern: VISIBLE_PATTERN }
}

/** BCP 47, as far as a regular expression goes. */
const LANGUAGE_PATTERN = '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$'
const ADDRESS_PATTERN = '^[Hh][Tt][Tt][Pp][Ss]?:[\\s\\S]*[^\\s/\\\\?#]'
/** A text has a character that leaves ink; the rarer of those that leave none are for `check` to find. */
export const VISIBLE_PATTERN =
  '[^\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb]'

/** A field with nothing after its colon is as good as absent. */
function orEmpty(node: unknown): SchemaNode {
  if (!isNode(node)) return {}
  const { description, ...rest } = node
  const said = description === undefined ? {} : { description }
  if (Array.isArray(rest.anyOf)) return { ...rest, anyOf: [...rest.anyOf, { type: 'null' }], ...said }
  if (rest.enum !== undefined || rest.$ref !== undefined) return { anyOf: [rest, { type: 'null' }], ...said }
  return { ...rest, type: [rest.type, 'null'].flat(), ...said }
}

function mapValues(
  node: SchemaNode,
  change: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, change(value, name)]))
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
