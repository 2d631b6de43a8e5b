import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema'
import { wordings } from './field-types.js'
import { briefSchema } from './schema.js'

/**
 * The JSON Schema of a brief, for completion and hover help in editors (the language server for YAML supports
 * draft 7). What depends on the whole brief, such as references, is left to `check`.
 */
export function briefJsonSchema(): object {
  const { $schema, ...schema } = toJsonSchema(briefSchema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { wordings },
    overrideSchema: closeSchema,
    overrideAction: keepDescription,
  })
  return {
    $schema,
    $id: 'brief.schema.json',
    title: 'Briefwright brief',
    description: 'One affair in the news: facts, actors, stakes, quotes and sources, for every audience.',
    ...schema,
  }
}

/** Unknown keys are errors, wordings need a default, and a text may look like a number: `version: 1.10`. */
const closeSchema: NonNullable<ConversionConfig['overrideSchema']> = ({ valibotSchema, jsonSchema }) => {
  if (valibotSchema.type === 'object') return { ...jsonSchema, additionalProperties: false }
  if (valibotSchema.type === 'string') return { ...jsonSchema, type: ['string', 'number'] }
  if (valibotSchema.type !== 'record') return undefined
  const { propertyNames: _, ...record } = jsonSchema
  return { ...record, required: ['default'] }
}

/** All metadata but the description and examples is for our own code. */
const keepDescription: NonNullable<ConversionConfig['overrideAction']> = ({ valibotAction, jsonSchema }) => {
  if (!('metadata' in valibotAction)) return undefined
  const own = new Set(Object.keys(Object(valibotAction.metadata)))
  own.delete('description')
  own.delete('examples')
  return Object.fromEntries(Object.entries(jsonSchema).filter(([key]) => !own.has(key)))
}
