import { resolve } from 'node:path'
import { SetupError } from '../jobs/setup-error.js'
import { openFolderStore } from './folder-store.js'
import type { ObjectStore } from './object-store.js'
import { PATIENCE, type Patience, PatientStore } from './patient-store.js'
import { isS3Address, parseS3Address, type S3Defaults } from './s3-address.js'
import { openS3Store } from './s3-store.js'
import { StoreError } from './store-error.js'

/** What a machine adds to the address of a store. */
export interface StoreSettings extends S3Defaults, Partial<Patience> {
  /** Absolute; what relative folders are relative to. */
  readonly cwd: string
}

/**
 * Opens the store that an address names, `s3://BUCKET/PREFIX` or a folder, and asks it once, so that a wrong bucket or key is found at the
 * start: a `SetupError`. A server that does not answer yet is waited for.
 */
export async function openStore(address: string, settings: StoreSettings): Promise<ObjectStore> {
  const store = new PatientStore(await openPlain(address, settings), { ...PATIENCE, ...settings })
  try {
    for await (const _ of store.list('jobs/')) break
    return store
  } catch (error) {
    await store.close()
    if (!(error instanceof StoreError)) throw error
    throw new SetupError(error.message, 'see docs/many-machines.md for what a store needs')
  }
}

async function openPlain(address: string, settings: StoreSettings): Promise<ObjectStore> {
  if (isS3Address(address)) return await openS3Store(parseS3Address(address, settings))
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address) ?? []
  if (scheme !== undefined)
    throw new SetupError(
      `there is no store at \`${scheme}://\``,
      'name a folder, or write s3://BUCKET/PREFIX',
    )
  if (address.trim() === '')
    throw new SetupError('the address of the store is empty', 'name a folder, or write s3://BUCKET/PREFIX')
  return await openFolderStore(resolve(settings.cwd, address))
}
