import type { JobName } from '../job-queue.js'

/** The name of a job on the server, where a colon parts names. */
export const redisJobId = ({ batch, id }: JobName) => `${encodeURIComponent(batch)}/${encodeURIComponent(id)}`

/** Parts of a list, so that none of the commands made of it keeps the server from others for long. */
export function* inParts<T>(all: readonly T[], size = 500): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size)
}
