import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from './io.js'
import { UsageError } from './usage-error.js'

/**
 * The address of the queue: as it was typed, or from `BRIEFWRIGHT_QUEUE`, or from the file that `BRIEFWRIGHT_QUEUE_FILE` names. It may hold a password,
 * which every user of a machine sees in a command line.
 */
export async function queueAddress(typed: string | undefined, { cwd, env }: Io): Promise<string | undefined> {
  const file = env.BRIEFWRIGHT_QUEUE_FILE
  if (typed !== undefined || env.BRIEFWRIGHT_QUEUE || !file)
    return typed ?? (env.BRIEFWRIGHT_QUEUE || undefined)
  try {
    return (await readFile(resolve(cwd, file), 'utf8')).trim()
  } catch {
    throw new UsageError(
      `\`${file}\` cannot be read`,
      'name a file with the address of the queue in BRIEFWRIGHT_QUEUE_FILE',
    )
  }
}

/** The address of the store, as it was typed or from `BRIEFWRIGHT_STORE`. */
export function storeAddress(typed: string | undefined, { env }: Io): string | undefined {
  return typed ?? (env.BRIEFWRIGHT_STORE || undefined)
}
