import type { Random } from '../../../scripts/fuzz/random.js'

/** What a request is made for. */
export interface HostileSetting {
  readonly random: Random
  readonly host: string
  /** Of whom the request is; undefined for somebody whom the service does not know. */
  readonly token: string
  /** A word that nobody else says. */
  readonly marker: string
  /** An id of a job, a tag of an answer and a token's client of somebody else. */
  readonly foreign: { readonly job: string; readonly tag: string; readonly file: string }
}

/** Bytes for a connection, in parts with pauses (milliseconds) between them. */
export interface HostileRequest {
  readonly name: string
  readonly parts: readonly (string | Buffer | number)[]
  /** How the client ends its side, if it does not wait for an answer. */
  readonly end?: 'half-close' | 'reset'
  /** Whether it may be that nothing is answered, and the connection closed. */
  readonly mayClose?: boolean
  /** Whether it goes to the service that has no tokens. */
  readonly open?: boolean
}

export type HostileKind = (setting: HostileSetting) => HostileRequest

/** A request as bytes; headers in their order, with the length of the body unless they say how it comes. */
export function http(
  { host, token }: HostileSetting,
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Buffer,
): (string | Buffer)[] {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const all: Record<string, string> = { Host: host, Authorization: `Bearer ${token}`, ...headers }
  if (bytes && !('Transfer-Encoding' in all) && !('Content-Length' in all))
    all['Content-Length'] = String(bytes.length)
  const head = Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  return [`${line} HTTP/1.1\r\n${head}\r\n`, ...(bytes ? [bytes] : [])]
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** A request for an edition, as JSON. */
export const render = (
  setting: HostileSetting,
  body: object | string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): (string | Buffer)[] =>
  http(
    setting,
    'POST /v1/render',
    { ...JSON_TYPE, ...headers },
    typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  )

/** A brief that prints, with a word of whoever asks. */
export const briefOf = (marker: string) =>
  `title: Night trams of ${marker}\nas_of: 2025-03-10\nbottom_line: The trams of ${marker} run.\nkey_facts:\n  - fact: The depot of ${marker} has cars for six lines.\n`
