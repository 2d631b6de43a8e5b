import type * as v from 'valibot'
import { audiencesAnswer, checkAnswer, jobAnswerSchema } from './answers/answer-schema.js'
import type { ProblemStatus } from './protocol/http-problem.js'
import { checkRequest, renderRequest } from './requests/request-schema.js'

/** A route of the service, as its handlers are registered for it and OpenAPI describes it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete'
  /** Parameters as OpenAPI writes them. */
  readonly path: string
  readonly summary: string
  /** Whether it needs a token, where there are any. */
  readonly isPrivate: boolean
  readonly request?: v.GenericSchema
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<number, OperationAnswer>>
  readonly problems: readonly ProblemStatus[]
}

export interface OperationAnswer {
  readonly description: string
  /** By media type; bytes where there is no schema. */
  readonly content?: Readonly<Record<string, v.GenericSchema | undefined>>
  readonly headers?: Readonly<Record<string, string>>
}

const json = (schema: v.GenericSchema | undefined) => ({ 'application/json': schema })
const EDITIONS = Object.fromEntries(
  [
    'application/pdf',
    'text/html',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/markdown',
    'text/plain',
    'image/png',
  ].map(type => [type, undefined]),
)
const OF_BODIES = [400, 408, 413, 415, 422, 429, 503] as const
const ETAG = { ETag: 'SHA-256 of all that it is made from, by which the same request is answered again' }

/** Everything that the service answers. */
export const OPERATIONS = {
  render: {
    method: 'post',
    path: '/v1/render',
    summary: 'Print an edition of a brief, or begin a batch',
    isPrivate: true,
    request: renderRequest,
    headers: {
      Prefer: '`respond-async`, or `wait=SECONDS` (RFC 7240)',
      'If-None-Match': 'The `ETag` of an edition that the client has',
    },
    answers: {
      200: {
        description: 'The edition; a batch that has ended within the time of `Prefer: wait`',
        content: { ...EDITIONS, ...json(jobAnswerSchema) },
        headers: {
          ...ETAG,
          'Briefwright-Warnings': 'How many warnings there are',
          Link: 'Where they can be read (`describedby`), and further pages of a picture (`next`)',
        },
      },
      202: {
        description: 'A job that goes on by itself',
        content: json(jobAnswerSchema),
        headers: { Location: 'The address of the job', 'Preference-Applied': 'What was done of `Prefer`' },
      },
      304: { description: 'The client has the edition', headers: ETAG },
    },
    problems: [401, 403, 406, ...OF_BODIES, 500],
  },
  check: {
    method: 'post',
    path: '/v1/check',
    summary: 'Find all that is wrong with a brief, and prove its quotations',
    isPrivate: true,
    request: checkRequest,
    answers: { 200: { description: 'Findings and proofs', content: json(checkAnswer) } },
    problems: [401, 403, 406, ...OF_BODIES, 500],
  },
  job: {
    method: 'get',
    path: '/v1/jobs/{id}',
    summary: 'Tell how a job stands, and what came of it',
    isPrivate: true,
    answers: { 200: { description: 'The job', content: json(jobAnswerSchema) } },
    problems: [401, 403, 404, 500, 503],
  },
  deletion: {
    method: 'delete',
    path: '/v1/jobs/{id}',
    summary: 'Cancel a job, and remove what it has printed',
    isPrivate: true,
    answers: { 204: { description: 'It is gone' } },
    problems: [401, 403, 404, 500, 503],
  },
  file: {
    method: 'get',
    path: '/v1/jobs/{id}/files/{file}',
    summary: 'A file that a job has printed, or the manifest of a batch, `manifest.json`',
    isPrivate: true,
    headers: { 'If-None-Match': 'The `ETag` of a file that the client has' },
    answers: {
      200: {
        description: 'The file',
        content: { ...EDITIONS, ...json(undefined) },
        headers: { ETag: 'SHA-256 of the file' },
      },
      304: { description: 'The client has the file' },
    },
    problems: [400, 401, 403, 404, 500, 503],
  },
  audiences: {
    method: 'get',
    path: '/v1/audiences',
    summary: 'The audiences that briefs can be printed for',
    isPrivate: true,
    query: { theme: 'A theme, for the page limits in it', lang: 'A language, for the titles in it' },
    answers: { 200: { description: 'Audiences', content: json(audiencesAnswer) } },
    problems: [400, 401, 403, 422, 500, 503],
  },
  schema: {
    method: 'get',
    path: '/v1/schema',
    summary: 'The JSON Schema of a brief',
    isPrivate: true,
    answers: { 200: { description: 'JSON Schema', content: { 'application/schema+json': undefined } } },
    problems: [401, 403],
  },
  health: {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the service runs',
    isPrivate: false,
    answers: { 200: { description: 'It does', content: { 'text/plain': undefined } } },
    problems: [403],
  },
  readiness: {
    method: 'get',
    path: '/readyz',
    summary: 'Whether the service takes work: queue and store can be reached, and it is not being stopped',
    isPrivate: false,
    answers: { 200: { description: 'It does', content: { 'text/plain': undefined } } },
    problems: [403, 503],
  },
  metrics: {
    method: 'get',
    path: '/metrics',
    summary: 'What the service counts, for Prometheus',
    isPrivate: false,
    answers: { 200: { description: 'Metrics', content: { 'text/plain': undefined } } },
    problems: [403, 500, 503],
  },
  openapi: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    isPrivate: false,
    answers: { 200: { description: 'OpenAPI 3.1', content: json(undefined) } },
    problems: [403],
  },
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS
