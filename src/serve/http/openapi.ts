import type * as v from 'valibot'
import { loadJsonSchemas } from '../../brief/index.js'
import { diagnosticAnswer, jobAnswerSchema, problemAnswer } from './answers/answer-schema.js'
import { OPERATIONS, type Operation, type OperationAnswer } from './operations.js'
import { PROBLEM_TYPE } from './protocol/http-problem.js'

/** The description of the service by OpenAPI 3.1, from the schemas that requests are checked with. */
export async function openApiDocument(version: string): Promise<object> {
  const { jsonSchemaOf } = await loadJsonSchemas()
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const { path, method } = operation
    paths[path] = { ...paths[path], [method]: described(name, operation, jsonSchemaOf) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Briefwright',
      version,
      description: 'Prints YAML briefs as briefings for several audiences, with every quotation proved.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(SHARED).map(([name, schema]) => [name, jsonSchemaOf(schema)]),
      ),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Where the service is started with `--tokens`',
        },
      },
    },
  }
}

const SHARED: Readonly<Record<string, v.GenericSchema>> = {
  Diagnostic: diagnosticAnswer,
  Job: jobAnswerSchema,
  Problem: problemAnswer,
}

type ToJsonSchema = (schema: v.GenericSchema) => object

function described(operationId: string, operation: Operation, jsonSchemaOf: ToJsonSchema): object {
  const { summary, isPrivate, request } = operation
  const parameters = parametersOf(operation)
  return {
    operationId,
    summary,
    security: isPrivate ? [{ token: [] }, {}] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(request && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: jsonSchemaOf(request) },
          'multipart/form-data': { schema: FORM },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries<OperationAnswer>(operation.answers).map(answer => answered(answer, jsonSchemaOf)),
      ),
      ...Object.fromEntries(operation.problems.map(status => [status, PROBLEM])),
      405: PROBLEM,
    },
  }
}

/** The same fields as those of JSON, as parts. */
const FORM = {
  type: 'object',
  required: ['brief'],
  description:
    'A part for each field of the JSON, or all of them but files as JSON in `options`. Files have the names by which the brief names them.',
  properties: {
    brief: { type: 'string' },
    options: { type: 'string', description: 'The other fields, as JSON' },
    data: { type: 'string', description: 'CSV' },
    ...Object.fromEntries(
      ['sources', 'pictures', 'templates', 'files'].map(name => [
        name,
        { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
      ]),
    ),
  },
  additionalProperties: true,
}

function parametersOf({ path, query = {}, headers = {} }: Operation): object[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const optional = (place: string, fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([name, description]) => ({
      name,
      in: place,
      description,
      schema: { type: 'string' },
    }))
  return [...inPath, ...optional('query', query), ...optional('header', headers)]
}

function answered(
  [status, { description, content, headers }]: [string, OperationAnswer],
  jsonSchemaOf: ToJsonSchema,
): [string, object] {
  const contents = Object.entries(content ?? {}).map(([type, schema]) => [
    type,
    schemaOf(schema, jsonSchemaOf),
  ])
  const described = Object.entries(headers ?? {}).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ])
  return [
    status,
    {
      description,
      ...(content && { content: Object.fromEntries(contents) }),
      ...(headers && { headers: Object.fromEntries(described) }),
    },
  ]
}

function schemaOf(schema: v.GenericSchema | undefined, jsonSchemaOf: ToJsonSchema): object {
  if (!schema) return {}
  const [name] = Object.entries(SHARED).find(([, shared]) => shared === schema) ?? []
  return { schema: name ? { $ref: `#/components/schemas/${name}` } : jsonSchemaOf(schema) }
}

const PROBLEM = {
  description: 'No success (RFC 9457)',
  content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
}
