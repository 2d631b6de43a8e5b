/** Loads what makes JSON Schemas, for the few who ask for one. */
export const loadJsonSchemas = () => import('./json-schema.js')
