/**
 * Where inputs and results lie, for all machines: a folder or an S3 bucket. An object is written whole or not at all. But for those under `jobs/`,
 * objects are named by what they are made from, so that a second writing changes nothing.
 *
 * Names: `inputs/SHA256` (bytes of a file), `lists/SHA256` (JSON: path -> SHA256), `results/JOB_ID`, `jobs/…`.
 */
export interface ObjectStore {
  /** How another process or thread opens it, as `openStore` takes it. */
  readonly address: string
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Undefined if there is no such object. */
  get(name: string): Promise<Buffer | undefined>
  has(name: string): Promise<boolean>
  /** Does nothing if there is no such object. */
  delete(name: string): Promise<void>
  /** The objects whose names begin with a prefix. */
  list(prefix: string): AsyncIterable<StoredObject>
  close(): Promise<void>
}

export interface StoredObject {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}
