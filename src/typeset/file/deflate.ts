import { deflateSync } from 'node:zlib'

/** Compresses a stream, in the time that its size is worth. */
export const deflated = (content: Uint8Array): Buffer => deflateSync(content, OPTIONS)

const OPTIONS = { level: 4 }
