import { createHash, timingSafeEqual } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as v from 'valibot'
import { checkSettings, readSettings } from '../../../brief/index.js'
import { SourceFile } from '../../../diagnostics/index.js'
import { SetupError } from '../../jobs/setup-error.js'
import type { Log } from '../protocol/request-log.js'
import type { Client, ClientFiles } from './client.js'
import { ClientFolder } from './client-folder.js'

/** Tells who asks by the token that a request brings. */
export interface Clients {
  /** Undefined if no client has the token. */
  identify(authorization: string | undefined): Client | undefined
}

/** Where there are no tokens: whoever reaches the service is the one client. */
export function soleClient(workspace: ClientFiles): Clients {
  const client = { name: '', workspace }
  return { identify: () => client }
}

const tokensSchema = v.object({
  clients: v.record(
    v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'a name of letters, digits, `.`, `-` and `_`')),
    v.object({
      sha256: v.pipe(
        v.string(),
        v.regex(/^[0-9a-f]{64}$/i, 'SHA-256 of the token, in 64 hexadecimal digits'),
      ),
      workspace: v.optional(v.string()),
    }),
  ),
})

interface TokenClient {
  readonly digest: Buffer
  readonly client: Client
}

/** The clients of a file of tokens, which is read anew when it has changed; one that is wrong then leaves those of before. */
export class TokenClients implements Clients {
  #signature = ''
  #clients: readonly TokenClient[] = []

  /** Throws a `SetupError` if the file is none of tokens. */
  constructor(
    readonly file: string,
    readonly log: Log,
  ) {
    this.#signature = signatureOf(file)
    this.#clients = this.#read()
  }

  identify(authorization: string | undefined): Client | undefined {
    this.#refresh()
    const [, token] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '') ?? []
    if (token === undefined) return undefined
    const digest = createHash('sha256').update(token).digest()
    let found: Client | undefined
    // All of them, so that the time tells nothing of which it is.
    for (const each of this.#clients) if (timingSafeEqual(each.digest, digest)) found = each.client
    return found
  }

  #refresh(): void {
    const signature = signatureOf(this.file)
    if (signature === this.#signature) return
    this.#signature = signature
    try {
      this.#clients = this.#read()
      this.log({ level: 'info', event: 'tokens-read', clients: this.#clients.length })
    } catch (error) {
      if (!(error instanceof SetupError)) throw error
      this.log({ level: 'error', event: 'tokens-wrong', message: error.message })
    }
  }

  #read(): TokenClient[] {
    const before = new Map(this.#clients.map(each => [each.client.name, each.client]))
    const folder = dirname(this.file)
    return readTokens(this.file).map(({ name, sha256: hash, workspace = name }) => {
      const root = resolve(folder, workspace)
      if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
        this.log({ level: 'warning', event: 'no-workspace', client: name, folder: root })
      const known = before.get(name)
      const isKnown = known?.workspace instanceof ClientFolder && known.workspace.root === root
      const client = isKnown ? known : { name, workspace: new ClientFolder(root, this.log) }
      return { digest: Buffer.from(hash, 'hex'), client }
    })
  }
}

interface TokenEntry {
  readonly name: string
  readonly sha256: string
  readonly workspace?: string | undefined
}

function readTokens(path: string): TokenEntry[] {
  const problems: string[] = []
  const report = (
    place: { readonly file: SourceFile; readonly range: { readonly start: number } },
    message: string,
  ) => {
    const { line, column } = place.file.position(place.range.start)
    problems.push(`${path}:${line}:${column}: ${message}`)
  }
  const settings = readSettings(new SourceFile(path, textOf(path)), report)
  const read = settings && checkSettings(tokensSchema, settings, report)
  const [first] = problems
  if (first !== undefined || !read) throw new SetupError(first ?? `${path} holds no tokens`, SHAPE)
  const entries = Object.entries(read.clients).map(([name, entry]) => ({ name, ...entry }))
  if (entries.length === 0) throw new SetupError(`${path} names no client`, SHAPE)
  const hashes = entries.map(({ sha256: hash }) => hash.toLowerCase())
  const twice = entries.find((_, index) => hashes.indexOf(hashes[index] ?? '') < index)
  if (twice) throw new SetupError(`${path}: \`${twice.name}\` has the token of another client`, SHAPE)
  return entries
}

const SHAPE =
  'write `clients: { NAME: { sha256: …, workspace: FOLDER } }`; docs/service.md tells how to make a token'

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new SetupError(`cannot read the tokens of \`${path}\``)
  }
}

/** Changes when the file is written. */
function signatureOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino].join(' ') : ''
}
