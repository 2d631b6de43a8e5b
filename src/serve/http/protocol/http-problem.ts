import type { JsonDiagnostic } from '../../../diagnostics/index.js'

/** The statuses of answers that are no success. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 406 | 408 | 413 | 415 | 422 | 429 | 500 | 503

/** A wrong field of a request. */
export interface FieldError {
  /** Such as `files` or `recipient.name`. */
  readonly field: string
  readonly message: string
  readonly hint?: string | undefined
}

interface ProblemParts {
  readonly hint?: string | undefined
  readonly errors?: readonly FieldError[]
  readonly diagnostics?: readonly JsonDiagnostic[]
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer that is no success, thrown from wherever it is found out. */
export class HttpProblem extends Error {
  constructor(
    readonly status: ProblemStatus,
    /** The kind of problem, as `type` names it. */
    readonly kind: string,
    readonly detail: string,
    readonly parts: ProblemParts = {},
  ) {
    super(detail)
  }
}

/** A problem as RFC 9457 has it: `application/problem+json`. */
export function problemResponse({ status, kind, detail, parts }: HttpProblem, requestId: string): Response {
  const { hint, errors, diagnostics, headers } = parts
  const body = {
    type: `urn:briefwright:problem:${kind}`,
    title: TITLES[status],
    status,
    detail,
    hint,
    request_id: requestId,
    errors,
    diagnostics,
  }
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { ...headers, 'Content-Type': PROBLEM_TYPE, 'Cache-Control': 'no-store' },
  })
}

export const PROBLEM_TYPE = 'application/problem+json'

const TITLES: Readonly<Record<ProblemStatus, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
