/** A schema of draft 7, of the keywords that the schema of a brief has. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

const patterns = new Map<string, RegExp>()

/** Whether a value fits a schema; an unknown keyword is a fault of the schema. */
export function fitsSchema(value: unknown, schema: JsonSchema, root: JsonSchema = schema): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    const check = KEYWORDS[keyword]
    if (!check) throw new Error(`the schema has the keyword \`${keyword}\``)
    return check(value, argument as never, schema, root)
  })
}

type Check = (value: unknown, argument: never, schema: JsonSchema, root: JsonSchema) => boolean

const always: Check = () => true

const KEYWORDS: Readonly<Record<string, Check>> = {
  $schema: always,
  $id: always,
  $defs: always,
  title: always,
  description: always,
  examples: always,
  $ref: (value, path: string, _, root) => {
    const target = path
      .split('/')
      .slice(1)
      .reduce<unknown>((node, key) => (node as JsonSchema)[key], root)
    return fitsSchema(value, target as JsonSchema, root)
  },
  type: (value, types: string | readonly string[]) => [types].flat().some(type => isOfType(value, type)),
  enum: (value, choices: readonly unknown[]) => choices.includes(value),
  anyOf: (value, schemas: readonly JsonSchema[], _, root) =>
    schemas.some(schema => fitsSchema(value, schema, root)),
  pattern: (value, source: string) => {
    const pattern = patterns.get(source) ?? new RegExp(source, 'u')
    patterns.set(source, pattern)
    return typeof value !== 'string' || pattern.test(value)
  },
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  maximum: (value, most: number) => typeof value !== 'number' || value <= most,
  items: (value, schema: JsonSchema, _, root) =>
    !Array.isArray(value) || value.every(item => fitsSchema(item, schema, root)),
  required: (value, keys: readonly string[]) =>
    !isObject(value) || keys.every(key => Object.hasOwn(value, key)),
  properties: (value, schemas: Readonly<Record<string, JsonSchema>>, _, root) =>
    !isObject(value) ||
    Object.entries(schemas).every(
      ([key, schema]) => !Object.hasOwn(value, key) || fitsSchema(value[key], schema, root),
    ),
  additionalProperties: (value, allowed: boolean | JsonSchema, { properties = {} }, root) =>
    !isObject(value) ||
    Object.entries(value)
      .filter(([key]) => !Object.hasOwn(properties as object, key))
      .every(([, item]) => (typeof allowed === 'boolean' ? allowed : fitsSchema(item, allowed, root))),
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
