import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server that speaks the language of S3, in a process, a folder and on a port of its own. */
export interface S3Server {
  readonly port: number
  readonly endpoint: string
  /** Where it keeps objects: `BUCKET/KEY._S3rver_object`. */
  readonly folder: string
  /** Of a store in its only bucket, `briefs`. */
  address(prefix: string): string
  /** Ends it as a failing machine would. */
  kill(): Promise<void>
  /** Starts it again on the same port, with the same objects. */
  restart(): Promise<void>
}

/** The credentials that it takes, as the AWS SDK reads them. */
export const S3_CREDENTIALS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' } as const

/** Starts a server; it ends with the tests. */
export async function startS3(): Promise<S3Server> {
  Object.assign(process.env, S3_CREDENTIALS)
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-s3-'))
  let child: ChildProcess | undefined
  const start = async (port: number): Promise<number> => {
    const started = spawn(process.execPath, ['-e', SERVER, PACKAGE, folder, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    const [line] = (await once(started.stdout, 'data')) as [Buffer]
    return Number(line.toString())
  }
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  process.on('exit', () => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const port = await start(0)
  const endpoint = `http://127.0.0.1:${port}`
  return {
    port,
    endpoint,
    folder,
    address: prefix => `s3://briefs/${prefix}?endpoint=${encodeURIComponent(endpoint)}`,
    kill,
    restart: async () => {
      await kill()
      await start(port)
    },
  }
}

const PACKAGE = createRequire(import.meta.url).resolve('s3rver')

/**
 * s3rver, mended in two places: it ciphers the marks of its lists with DES, which OpenSSL 3 has no more; and it writes objects in their place, where S3
 * shows them whole or not at all.
 */
const SERVER = `const crypto = require('node:crypto')
for (const name of ['createCipheriv', 'createDecipheriv']) {
  const create = crypto[name]
  crypto[name] = (_, key, iv) => create('aes-128-cbc', Buffer.concat([key, key]), Buffer.concat([iv, iv]))
}
const [S3rver, directory, port] = [require(process.argv[1]), process.argv[2], Number(process.argv[3])]
const fs = require('node:fs/promises')
const path = require('node:path')
const server = new S3rver({ address: '127.0.0.1', port, directory, silent: true, configureBuckets: [{ name: 'briefs' }] })
let writes = 0
server.store.putObject = async function ({ bucket, key, content, metadata }) {
  const parts = []
  for await (const part of content) parts.push(part)
  const bytes = Buffer.concat(parts)
  const place = this.getResourcePath(bucket, key, 'object')
  await fs.mkdir(path.dirname(place), { recursive: true })
  const beside = place + (writes += 1)
  await fs.writeFile(beside, bytes)
  await fs.rename(beside, place)
  const md5 = crypto.createHash('md5').update(bytes).digest('hex')
  await this.putMetadata(bucket, key, metadata, md5)
  return { size: bytes.length, md5 }
}
server.run().then(({ port }) => process.stdout.write(String(port)))`
