import type { FileHandle } from 'node:fs/promises'

/** Bytes that are read at once. */
export const CHUNK_BYTES = 64 * 1024

/** The beginning of a file, to see what it is; what reads it from the start will find it again. */
export async function readHead(file: FileHandle): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, 0)
  return buffer.subarray(0, bytesRead)
}

/** Reads a file piece by piece, no faster than it is asked to; each piece may be kept. */
export async function* readChunks(file: FileHandle): AsyncGenerator<Buffer, void> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}
