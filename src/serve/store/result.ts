import { createHash } from 'node:crypto'

/** What a result in the store holds. */
export interface StoredResult {
  readonly head: unknown
  readonly files: readonly Buffer[]
}

/**
 * Puts what came of a job into one object: a mark, SHA-256 of all that follows, the length of the JSON, the JSON (`head` and the sizes of
 * the files), the files. Nothing in it tells the time: the same job gives the same bytes.
 */
export function encodeResult(head: object, files: readonly Uint8Array[]): Buffer {
  const json = Buffer.from(JSON.stringify({ head, files: files.map(({ length }) => length) }))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(json.length)
  const content = [length, json, ...files]
  return Buffer.concat([MARK, digestOf(content), ...content])
}

/** Reads a result; undefined where it is damaged, whatever somebody may have put there: whoever wants it has the job done again. */
export function decodeResult(bytes: Buffer): StoredResult | undefined {
  const content = bytes.subarray(MARK.length + DIGEST_BYTES)
  if (content.length < LENGTH_BYTES || !bytes.subarray(0, MARK.length).equals(MARK)) return undefined
  if (!bytes.subarray(MARK.length, MARK.length + DIGEST_BYTES).equals(digestOf([content]))) return undefined
  const start = LENGTH_BYTES + content.readUInt32BE()
  const header =
    start <= content.length ? parseHeader(content.toString('utf8', LENGTH_BYTES, start)) : undefined
  if (!header) return undefined
  const files: Buffer[] = []
  let offset = start
  for (const size of header.sizes) {
    files.push(content.subarray(offset, offset + size))
    offset += size
  }
  return offset === content.length ? { head: header.head, files } : undefined
}

const MARK = Buffer.from('BWRESULT')
const DIGEST_BYTES = 32
const LENGTH_BYTES = 4

function digestOf(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function parseHeader(
  text: string,
): { readonly head: unknown; readonly sizes: readonly number[] } | undefined {
  try {
    const { head, files } = JSON.parse(text) as { readonly head?: unknown; readonly files?: unknown }
    if (typeof head !== 'object' || head === null || !Array.isArray(files)) return undefined
    return files.every(isSize) ? { head, sizes: files } : undefined
  } catch {
    return undefined
  }
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
