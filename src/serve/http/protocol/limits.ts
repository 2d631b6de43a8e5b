/** What a service takes on, so that no client can take memory or time from the others. */
export interface ServiceLimits {
  /** Bytes of the body of a request. */
  readonly requestBytes: number
  /** Bytes of one file of a request. */
  readonly fileBytes: number
  /** Files of a request. */
  readonly files: number
  /** Values of JSON in a request: fields, files and cells of rows. */
  readonly values: number
  /** Editions of a batch. */
  readonly editions: number
  /** Jobs that wait or run, for whoever asks. */
  readonly jobs: number
  /** How long one job may take. */
  readonly jobSeconds: number
  /** How long the headers of a request may take to come in. */
  readonly headersSeconds: number
  /** How long the body of a request may take to come in. */
  readonly bodySeconds: number
}

export const MEBIBYTE = 2 ** 20

export const DEFAULT_LIMITS: ServiceLimits = {
  requestBytes: 20 * MEBIBYTE,
  fileBytes: 10 * MEBIBYTE,
  files: 500,
  values: 300_000,
  editions: 10_000,
  jobs: 200,
  jobSeconds: 120,
  headersSeconds: 15,
  bodySeconds: 30,
}

/** Bytes of all bodies at once: a request waits, unread, for its share. */
export const bodyBudget = ({ requestBytes }: ServiceLimits) => Math.max(4 * requestBytes, 64 * MEBIBYTE)
/** Requests that wait for their share; who comes after them is to come again. */
export const MOST_WAITING_BODIES = 256
