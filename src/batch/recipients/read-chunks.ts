import type { ReadableFile } from '../workspace/workspace-files.js'

/** Bytes that are read at once. */
export const CHUNK_BYTES = 64 * 1024

/** The beginning of a file, to see what it is; what reads it from the start will find it again. */
export async function readHead(file: ReadableFile): Promise<Buffer> {
  return file.read(CHUNK_BYTES, 0)
}

/** Reads a file piece by piece, no faster than it is asked to; each piece may be kept. */
export async function* readChunks(file: ReadableFile): AsyncGenerator<Buffer, void> {
  for (let position = 0; ; ) {
    const chunk = await file.read(CHUNK_BYTES, position)
    if (chunk.length === 0) return
    yield chunk
    position += chunk.length
  }
}
