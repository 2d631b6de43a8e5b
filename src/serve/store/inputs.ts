import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../../batch/index.js'
import { sha256 } from '../../diagnostics/index.js'
import { severalAtATime } from './at-a-time.js'
import type { ObjectStore } from './object-store.js'
import { RecentBytes } from './recent-bytes.js'
import { StoreError } from './store-error.js'
import { TOUCH_AFTER_MS } from './touch-after.js'

/** The inputs of jobs in a store, each file once, however many jobs and batches read it. */
export class StoredInputs {
  private readonly recent = new RecentBytes(RECENT_BYTES)
  private readonly reading = new Map<string, Promise<Buffer>>()
  /** Fonts and templates are the same buffers for each job. */
  private readonly hashes = new WeakMap<Uint8Array, string>()
  /** When objects were last known to be there. */
  private readonly there = new Map<string, number>()

  constructor(private readonly store: ObjectStore) {}

  /** Puts files, by paths relative to the workspace with `/`, into the store, but for what it has already. The result names the list of them. */
  async put(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
    const hashes = [...files].map(([path, bytes]) => [path, this.hashOf(bytes)] as const)
    const contents = new Map([...files.values()].map(bytes => [this.hashOf(bytes), bytes]))
    await severalAtATime(contents, AT_A_TIME, ([hash, bytes]) => this.send(`inputs/${hash}`, bytes))
    const list = Buffer.from(JSON.stringify(hashes.sort(([a], [b]) => (a < b ? -1 : 1))))
    const hash = sha256(list)
    // Last, so that whoever finds the list finds the files.
    await this.send(`lists/${hash}`, list)
    return hash
  }

  /** The files of a list. Throws a `StoreError` if the store has lost any. */
  async get(list: string): Promise<ReadonlyMap<string, Buffer>> {
    const names = parseList(await this.read('lists', list))
    if (!names) throw new StoreError(`the list of inputs \`${list}\` in the store is not one`, false)
    const found = new Map<string, Buffer>()
    await severalAtATime(new Set(names.values()), AT_A_TIME, async hash => {
      found.set(hash, await this.read('inputs', hash))
    })
    return new Map([...names].map(([path, hash]) => [path, found.get(hash) ?? Buffer.alloc(0)]))
  }

  private hashOf(bytes: Uint8Array): string {
    const known = this.hashes.get(bytes)
    if (known !== undefined) return known
    const hash = sha256(bytes)
    this.hashes.set(bytes, hash)
    return hash
  }

  private async send(name: string, bytes: Uint8Array): Promise<void> {
    const known = this.there.get(name)
    if (known !== undefined && now() - known < TOUCH_AFTER_MS) return
    if (!(await this.store.has(name))) await this.store.put(name, bytes)
    if (this.there.size >= MOST_KNOWN) this.there.clear()
    this.there.set(name, now())
  }

  /** Once for all who ask at the same time. */
  private read(kind: 'inputs' | 'lists', hash: string): Promise<Buffer> {
    const name = `${kind}/${hash}`
    const recent = this.recent.get(name)
    if (recent) return Promise.resolve(recent)
    const begun = this.reading.get(name)
    if (begun) return begun
    const reading = this.readWhole(name, hash).finally(() => this.reading.delete(name))
    this.reading.set(name, reading)
    return reading
  }

  private async readWhole(name: string, hash: string): Promise<Buffer> {
    for (const wait of [...REREAD_MS, undefined]) {
      const bytes = await this.store.get(name)
      if (!bytes) break
      if (sha256(bytes) === hash) {
        this.recent.add(name, bytes)
        return bytes
      }
      if (wait !== undefined) await pause(wait)
      // Whoever has the file is to send it anew.
      else await this.store.delete(name)
    }
    this.there.delete(name)
    throw new StoreError(`an input of the job is not in the store any more: \`${name}\``, false)
  }
}

const AT_A_TIME = 8
const RECENT_BYTES = 64 * 1024 * 1024
/** Names: a few megabytes. */
const MOST_KNOWN = 50_000
/** Milliseconds between attempts to read what is not what its name says: some servers show what is still being written. */
const REREAD_MS = [100, 400, 1600]

/** Paths with the hashes of what they hold, in order. */
function parseList(bytes: Buffer): ReadonlyMap<string, string> | undefined {
  try {
    const entries: unknown = JSON.parse(bytes.toString())
    return Array.isArray(entries) && entries.every(isEntry) ? new Map(entries) : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is [string, string] {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [path, hash] = value as [unknown, unknown]
  return typeof path === 'string' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
}
