import { setTimeout as delay } from 'node:timers/promises'
import { isOutage } from './connect.js'

/** Does again what a lost connection interrupted, until the queue is closed: what is asked of the server must be safe to ask twice. */
export class OutageRetries {
  readonly #closing = new AbortController()

  get signal(): AbortSignal {
    return this.#closing.signal
  }

  /** `orWhere`: what else passes. */
  async do<T>(act: () => Promise<T>, orWhere: (error: unknown) => boolean = () => false): Promise<T> {
    for (let pause = 100; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await act()
      } catch (error) {
        if (this.signal.aborted || !(isOutage(error) || orWhere(error))) throw error
      }
      await delay(pause, undefined, { signal: this.signal })
    }
  }

  /** From now on what fails has failed. */
  end(): void {
    this.#closing.abort(new Error('the queue was closed'))
  }
}

/** Milliseconds. */
const LONGEST_PAUSE_MS = 2000
