import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3'
import { wallClock } from '../../batch/index.js'
import { SetupError } from '../jobs/setup-error.js'
import { checkNamePrefix, checkObjectName } from './object-name.js'
import type { ObjectStore, StoredObject } from './object-store.js'
import { formatS3Address, type S3Address } from './s3-address.js'
import { isAbsent, s3Error } from './s3-error.js'
import { StoreError } from './store-error.js'
import { TOUCH_AFTER_MS } from './touch-after.js'

type Sdk = typeof import('@aws-sdk/client-s3')

/** A store in a bucket of S3, or of a server that speaks its language. Credentials and region are those that the AWS SDK finds. */
export async function openS3Store(address: S3Address): Promise<ObjectStore> {
  const sdk = await loadSdk()
  const client = new sdk.S3Client(await settingsOf(address, sdk))
  return new S3Store(sdk, client, address)
}

async function loadSdk(): Promise<Sdk> {
  try {
    return await import('@aws-sdk/client-s3')
  } catch {
    throw new SetupError(
      'a store in S3 needs a package that is not installed',
      'run `npm install @aws-sdk/client-s3`',
    )
  }
}

async function settingsOf({ endpoint, region, pathStyle }: S3Address, sdk: Sdk): Promise<S3ClientConfig> {
  const settings: S3ClientConfig = {
    ...(region && { region }),
    forcePathStyle: pathStyle,
    // Whoever has patience with the store asks again.
    maxAttempts: 1,
    // None of its own accord: a server that does not answer would hold a job for ever.
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: IDLE_MS },
    // Other servers than Amazon's know fewer checksums than a client now sends of its own accord.
    ...(endpoint && {
      endpoint,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  }
  const trial = new sdk.S3Client(settings)
  try {
    await trial.config.region()
    return settings
  } catch {
    // Such servers take any region, but signatures must name one.
    if (endpoint) return { ...settings, region: 'us-east-1' }
    throw new SetupError(
      'a store in S3 needs a region',
      'set AWS_REGION, or write s3://BUCKET/PREFIX?region=NAME',
    )
  } finally {
    trial.destroy()
  }
}

/** Milliseconds. */
const CONNECT_MS = 5_000
const IDLE_MS = 30_000

class S3Store implements ObjectStore {
  readonly address: string

  constructor(
    private readonly sdk: Sdk,
    private readonly client: S3Client,
    private readonly place: S3Address,
  ) {
    this.address = formatS3Address(place)
  }

  put(name: string, bytes: Uint8Array): Promise<void> {
    return this.attempt('write', name, async object => {
      await this.client.send(
        new this.sdk.PutObjectCommand({ ...object, Body: bytes, ContentLength: bytes.length }),
      )
    })
  }

  get(name: string): Promise<Buffer | undefined> {
    return this.attempt('read', name, async object => {
      const { Body, ContentLength, LastModified } = await this.client.send(
        new this.sdk.GetObjectCommand(object),
      )
      const read = await Body?.transformToByteArray()
      if (!read || (ContentLength !== undefined && read.length !== ContentLength))
        throw new StoreError(`\`${name}\` was cut short on its way from the store \`${this.address}\``, true)
      await this.touchIfOld(object, LastModified)
      return Buffer.from(read.buffer, read.byteOffset, read.length)
    })
  }

  async has(name: string): Promise<boolean> {
    const there = await this.attempt('look for', name, async object => {
      const { LastModified } = await this.client.send(new this.sdk.HeadObjectCommand(object))
      await this.touchIfOld(object, LastModified)
      return true
    })
    return there ?? false
  }

  async delete(name: string): Promise<void> {
    await this.attempt('delete', name, async object => {
      await this.client.send(new this.sdk.DeleteObjectCommand(object))
    })
  }

  async *list(prefix: string): AsyncGenerator<StoredObject> {
    checkNamePrefix(prefix)
    const { bucket, prefix: own } = this.place
    try {
      const pages = this.sdk.paginateListObjectsV2(
        { client: this.client },
        { Bucket: bucket, Prefix: own + prefix },
      )
      for await (const { Contents = [] } of pages)
        for (const { Key = '', Size = 0, LastModified } of Contents)
          yield { name: Key.slice(own.length), size: Size, modified: LastModified?.getTime() ?? 0 }
    } catch (error) {
      throw s3Error(error, `list \`${prefix}\``, this.address)
    }
  }

  async close(): Promise<void> {
    this.client.destroy()
  }

  /** Undefined where there is no such object. */
  private async attempt<T>(
    verb: string,
    name: string,
    act: (object: ObjectPlace) => Promise<T>,
  ): Promise<T | undefined> {
    checkObjectName(name)
    try {
      return await act({ Bucket: this.place.bucket, Key: this.place.prefix + name })
    } catch (error) {
      if (verb !== 'write' && isAbsent(error)) return undefined
      throw s3Error(error, `${verb} \`${name}\``, this.address)
    }
  }

  /** Rules that expire objects go by when these were written: one in use is copied onto itself. */
  private async touchIfOld(object: ObjectPlace, modified: Date | undefined): Promise<void> {
    if (!modified || wallClock() - modified.getTime() < TOUCH_S3_AFTER_MS) return
    await this.client.send(
      new this.sdk.CopyObjectCommand({
        ...object,
        CopySource: [object.Bucket, ...object.Key.split('/')].map(encodeURIComponent).join('/'),
        MetadataDirective: 'REPLACE',
      }),
    )
  }
}

interface ObjectPlace {
  readonly Bucket: string
  readonly Key: string
}

/** Rules count in days. */
const TOUCH_S3_AFTER_MS = 60 * TOUCH_AFTER_MS
