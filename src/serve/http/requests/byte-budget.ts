import { HttpProblem } from '../protocol/http-problem.js'
import { MOST_WAITING_BODIES } from '../protocol/limits.js'

/** Returns to the budget what was reserved, or the part of it that turns out not to be needed. */
export interface Reservation {
  shrink(bytes: number): void
  release(): void
}

interface Waiting {
  readonly bytes: number
  readonly begin: () => void
}

/**
 * Bounds the bytes that all requests hold at once. Whoever asks waits in turn until there is room, and reads nothing meanwhile: what a client sends
 * faster than it is taken waits in its own network stack.
 */
export class ByteBudget {
  #reserved = 0
  readonly #waiting: Waiting[] = []

  constructor(readonly capacity: number) {}

  get reserved(): number {
    return this.#reserved
  }

  async reserve(bytes: number, signal: AbortSignal): Promise<Reservation> {
    if (this.#waiting.length > 0 || this.#reserved + bytes > this.capacity) await this.#turn(bytes, signal)
    else this.#reserved += bytes
    let held = bytes
    const shrink = (size: number) => {
      if (size >= held) return
      this.#reserved -= held - size
      held = size
      this.#next()
    }
    return { shrink, release: () => shrink(0) }
  }

  async #turn(bytes: number, signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING_BODIES)
      throw new HttpProblem(429, 'too-many-requests', 'too many requests wait to be read', {
        headers: { 'Retry-After': '2' },
      })
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
        reject(signal.reason)
        this.#next()
      }
      const waiting = {
        bytes,
        begin: () => {
          signal.removeEventListener('abort', leave)
          resolve()
        },
      }
      this.#waiting.push(waiting)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  #next(): void {
    for (;;) {
      const [first] = this.#waiting
      if (!first || this.#reserved + first.bytes > this.capacity) return
      this.#waiting.shift()
      this.#reserved += first.bytes
      first.begin()
    }
  }
}
