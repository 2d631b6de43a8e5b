import { setTimeout as pause } from 'node:timers/promises'
import { chance, now } from '../../batch/index.js'
import type { ObjectStore, StoredObject } from './object-store.js'
import { StoreError } from './store-error.js'

export interface Patience {
  /** Milliseconds for which what fails is tried again. */
  readonly patienceMs: number
  /** Milliseconds before the second attempt; each pause after it is twice as long, up to `LONGEST_PAUSE_MS`. */
  readonly firstPauseMs: number
  /** Hears of each attempt that failed and is made again. */
  readonly onRetry?: ((error: StoreError) => void) | undefined
}

/** Long enough for a server to be started anew. */
export const PATIENCE: Patience = { patienceMs: 5 * 60_000, firstPauseMs: 200 }

/** Milliseconds. */
const LONGEST_PAUSE_MS = 15_000

/** A store that asks again while another does not answer, at growing intervals, and then says what failed and for how long. */
export class PatientStore implements ObjectStore {
  readonly address: string
  private readonly closing = new AbortController()

  constructor(
    private readonly store: ObjectStore,
    private readonly patience: Patience,
  ) {
    this.address = store.address
  }

  put(name: string, bytes: Uint8Array): Promise<void> {
    return this.persist(() => this.store.put(name, bytes))
  }

  get(name: string): Promise<Buffer | undefined> {
    return this.persist(() => this.store.get(name))
  }

  has(name: string): Promise<boolean> {
    return this.persist(() => this.store.has(name))
  }

  delete(name: string): Promise<void> {
    return this.persist(() => this.store.delete(name))
  }

  /** Begun anew where it breaks off, without what has been told already. */
  async *list(prefix: string): AsyncGenerator<StoredObject> {
    const told = new Set<string>()
    const retry = this.retries()
    for (;;)
      try {
        for await (const object of this.store.list(prefix)) {
          if (told.has(object.name)) continue
          told.add(object.name)
          yield object
        }
        return
      } catch (error) {
        await retry(error)
      }
  }

  async close(): Promise<void> {
    this.closing.abort()
    await this.store.close()
  }

  private async persist<T>(act: () => Promise<T>): Promise<T> {
    const retry = this.retries()
    for (;;)
      try {
        return await act()
      } catch (error) {
        await retry(error)
      }
  }

  /** Waits after each failure it is given, or throws it when there is nothing more to wait for. */
  private retries(): (error: unknown) => Promise<void> {
    const { patienceMs, firstPauseMs, onRetry } = this.patience
    const start = now()
    let next = firstPauseMs
    let failures = 0
    return async error => {
      failures += 1
      if (!(error instanceof StoreError) || !error.isPassing || this.closing.signal.aborted) throw error
      const waited = now() - start
      if (waited + next > patienceMs) throw gaveUp(error, failures, waited)
      onRetry?.(error)
      await pause(next * (1 + chance()) * 0.5, undefined, { signal: this.closing.signal }).catch(() => {
        throw error
      })
      next = Math.min(next * 2, LONGEST_PAUSE_MS)
    }
  }
}

function gaveUp(error: StoreError, failures: number, waited: number): StoreError {
  const times = `${failures} ${failures === 1 ? 'attempt' : 'attempts'} in ${Math.ceil(waited / 1000)} s`
  return new StoreError(`${error.message} (${times})`, false)
}
