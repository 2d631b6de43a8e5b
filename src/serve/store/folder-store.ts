import { access, lstat, mkdir, realpath, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describeFileError, replaceFile, systemErrorCode, touchFile, wallClock } from '../../batch/index.js'
import { SetupError } from '../jobs/setup-error.js'
import { filesBelow, openRegular, unlessAbsent } from './folder-files.js'
import { checkNamePrefix, checkObjectName, isNamePart } from './object-name.js'
import type { ObjectStore, StoredObject } from './object-store.js'
import { StoreError } from './store-error.js'
import { TOUCH_AFTER_MS } from './touch-after.js'

/** Makes a folder a store, or opens it; any number of processes may do so, on all machines that have it mounted. */
export async function openFolderStore(folder: string): Promise<ObjectStore> {
  const wanted = resolve(folder)
  try {
    // The rows of recipients are for no other user of the machine.
    await mkdir(wanted, { recursive: true, mode: 0o700 })
    const root = await realpath(wanted)
    if (!(await unlessAbsent(access(join(root, MARK)).then(() => true))))
      await replaceFile(
        join(root, MARK),
        'A store of Briefwright. Without this file the folder counts as not mounted.\n',
      )
    return new FolderStore(root)
  } catch (error) {
    throw new SetupError(
      `cannot use the folder \`${wanted}\` as a store: ${describeFileError(error)}`,
      'name a folder that can be written to',
    )
  }
}

/** Stands in every folder that is a store: where it is missing, the folder is the empty place of a disk that is not mounted. */
const MARK = '.briefwright-store'

/** Objects as files. Each is written beside its place and renamed, so that nobody sees a half of it. */
class FolderStore implements ObjectStore {
  constructor(readonly address: string) {}

  put(name: string, bytes: Uint8Array): Promise<void> {
    return this.attempt('write', name, async path => {
      await this.checkMounted()
      await this.makeFolders(name)
      await this.rejectLinks(path)
      await replaceFile(path, bytes)
    })
  }

  get(name: string): Promise<Buffer | undefined> {
    return this.attempt('read', name, async path => {
      const file = await unlessAbsent(openRegular(path))
      if (!file) return await this.checkMounted()
      try {
        await this.rejectLinks(path)
        const stats = await file.stat()
        if (!stats.isFile()) throw notRegular(name, this.address)
        await touchIfOld(path, stats.mtimeMs)
        return await file.readFile()
      } finally {
        await file.close()
      }
    })
  }

  has(name: string): Promise<boolean> {
    return this.attempt('look for', name, async path => {
      const stats = await unlessAbsent(lstat(path))
      if (!stats) await this.checkMounted()
      if (!stats) return false
      await this.rejectLinks(path)
      if (!stats.isFile()) throw notRegular(name, this.address)
      await touchIfOld(path, stats.mtimeMs)
      return true
    })
  }

  delete(name: string): Promise<void> {
    return this.attempt('delete', name, async path => {
      if (!(await unlessAbsent(lstat(path)))) return await this.checkMounted()
      await this.rejectLinks(path)
      await unlessAbsent(unlink(path))
    })
  }

  async *list(prefix: string): AsyncGenerator<StoredObject> {
    checkNamePrefix(prefix)
    const folder = prefix.slice(0, Math.max(prefix.lastIndexOf('/'), 0))
    const isWanted = (name: string) =>
      name.split('/').every(isNamePart) && (name.startsWith(prefix) || prefix.startsWith(`${name}/`))
    try {
      await this.checkMounted()
      for await (const file of filesBelow(this.address, folder, isWanted))
        if (file.name.includes('/') && file.name.startsWith(prefix)) yield file
    } catch (error) {
      throw storeErrorOf(error, `list \`${prefix}\``, this.address)
    }
  }

  async close(): Promise<void> {}

  private async attempt<T>(verb: string, name: string, act: (path: string) => Promise<T>): Promise<T> {
    checkObjectName(name)
    try {
      return await act(join(this.address, name))
    } catch (error) {
      throw storeErrorOf(error, `${verb} \`${name}\``, this.address)
    }
  }

  private async checkMounted(): Promise<undefined> {
    if (await unlessAbsent(access(join(this.address, MARK)).then(() => true))) return
    throw new StoreError(`the store \`${this.address}\` is not mounted: it has no \`${MARK}\``, true)
  }

  /** One by one: the folder itself is never made anew. */
  private async makeFolders(name: string): Promise<void> {
    const parts = name.split('/').slice(0, -1)
    for (const index of parts.keys())
      try {
        await mkdir(join(this.address, ...parts.slice(0, index + 1)))
      } catch (error) {
        if (systemErrorCode(error) !== 'EEXIST') throw error
      }
  }

  /** Folders of the store that are links would lead out of it. */
  private async rejectLinks(path: string): Promise<void> {
    const folder = dirname(path)
    if ((await realpath(folder)) !== folder)
      throw new StoreError(
        `a folder of the store \`${this.address}\` is a symbolic link: \`${folder}\``,
        false,
      )
  }
}

function notRegular(name: string, address: string): StoreError {
  return new StoreError(`\`${name}\` in the store \`${address}\` is not a regular file`, false)
}

function storeErrorOf(error: unknown, what: string, address: string): StoreError {
  if (error instanceof StoreError) return error
  const message = `cannot ${what} in the store \`${address}\`: ${describeFileError(error)}`
  return new StoreError(message, !LASTING.has(systemErrorCode(error) ?? ''))
}

/** What no waiting mends. */
const LASTING = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EEXIST', 'ENAMETOOLONG'])

/** Keeps what is in use from being swept. Only the owner of a file may touch it; to whom else it belongs, it is in his care. */
async function touchIfOld(path: string, modified: number): Promise<void> {
  if (wallClock() - modified < TOUCH_AFTER_MS) return
  await touchFile(path).catch(() => {})
}
