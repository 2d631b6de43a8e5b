import { totalmem } from 'node:os'

/** How much of the memory, in megabytes, each of several threads may take: one that takes too much is to end by itself, before the system ends the whole process. */
export function memoryPerThread(threads: number): number {
  return Math.min(MAX_MEMORY_MB, Math.floor(totalmem() / 2 ** 20 / (threads + 1)))
}

/** Megabytes: about what Node allows its main thread. */
const MAX_MEMORY_MB = 4096
