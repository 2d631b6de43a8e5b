import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { systemErrorCode } from '../../../batch/index.js'
import { HttpProblem } from '../protocol/http-problem.js'
import { MEBIBYTE } from '../protocol/limits.js'
import type { Log } from '../protocol/request-log.js'
import type { ClientFiles } from './client.js'

/** Of a client's folder: all but briefs, which come with requests, and what printing has nothing to do with. */
const FOLDERS = ['templates', 'fonts', 'briefs', 'brand', 'pictures', 'data']
const FILES = ['briefwright.yaml']
const MOST_FILES = 5_000
const MOST_BYTES = 256 * MEBIBYTE

interface KnownFile {
  readonly signature: string
  readonly bytes: Buffer
}

/** The files of a folder on the disk, each read anew when it has changed. */
export class ClientFolder implements ClientFiles {
  #known: ReadonlyMap<string, KnownFile> = new Map()
  #contents: ReadonlyMap<string, Buffer> = new Map()
  #reading: Promise<ReadonlyMap<string, Buffer>> | undefined

  constructor(
    readonly root: string,
    readonly log: Log,
    /** Whether the folder is the package's own, whose templates and fonts serve in any case. */
    readonly isPackage = false,
  ) {}

  /** Requests that come while it is being read share what is read. */
  read(): Promise<ReadonlyMap<string, Buffer>> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #read(): Promise<ReadonlyMap<string, Buffer>> {
    const known = new Map<string, KnownFile>()
    let bytes = 0
    for (const path of await this.#paths()) {
      const file = await this.#file(path)
      if (!file) continue
      bytes += file.bytes.length
      if (bytes > MOST_BYTES) throw this.#tooLarge(`has more than ${MOST_BYTES / MEBIBYTE} MiB`)
      known.set(path, file)
    }
    const isSame =
      known.size === this.#known.size && [...known].every(([path, file]) => this.#known.get(path) === file)
    if (!isSame) {
      this.#known = known
      this.#contents = new Map([...known].map(([path, file]) => [path, file.bytes]))
    }
    return this.#contents
  }

  /** Undefined if it went away meanwhile, or cannot be read: whoever names it is told that it is not there. */
  async #file(path: string): Promise<KnownFile | undefined> {
    const absolute = join(this.root, path)
    try {
      const { size, mtimeMs, ctimeMs, ino } = await stat(absolute)
      const signature = [size, mtimeMs, ctimeMs, ino].join(' ')
      const known = this.#known.get(path)
      return known?.signature === signature ? known : { signature, bytes: await readFile(absolute) }
    } catch (error) {
      const code = systemErrorCode(error)
      if (code === undefined) throw error
      if (code !== 'ENOENT') this.log({ level: 'warning', event: 'file-unreadable', file: absolute, code })
      return undefined
    }
  }

  async #paths(): Promise<string[]> {
    const folders = this.isPackage ? FOLDERS.filter(name => !PACKAGED.includes(name)) : FOLDERS
    const paths = [...FILES]
    for (const folder of folders)
      for (const entry of await entriesOf(join(this.root, folder))) {
        const path = join(folder, entry).split(sep).join('/')
        if (!/(?:^|\/)\./.test(path) && !isBrief(path)) paths.push(path)
        if (paths.length > MOST_FILES) throw this.#tooLarge(`has more than ${MOST_FILES} files`)
      }
    return paths.sort()
  }

  #tooLarge(what: string): HttpProblem {
    this.log({ level: 'error', event: 'workspace-too-large', folder: this.root, what })
    return new HttpProblem(503, 'workspace', `the workspace of the client ${what}`)
  }
}

const PACKAGED = ['templates', 'fonts']

const isBrief = (path: string) =>
  path.startsWith('briefs/') && /\.ya?ml$/i.test(path) && !/\.lock\.yaml$/i.test(path)

/** The files below a folder; symbolic links are not followed, so that none leads out of it. */
async function entriesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter(entry => entry.isFile())
    return files.map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return []
    throw error
  }
}
