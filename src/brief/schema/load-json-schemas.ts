import type * as v from 'valibot'

/** What makes JSON Schemas. */
interface JsonSchemas {
  /** Of a brief. */
  briefJsonSchema(): object
  jsonSchemaOf(schema: v.GenericSchema): object
}

/** Loads what makes JSON Schemas, for the few who ask for one. */
export const loadJsonSchemas = (): Promise<JsonSchemas> => import('./json-schema.js')
