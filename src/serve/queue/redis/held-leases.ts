import type { Job as BullJob } from 'bullmq'
import { now } from '../../../batch/index.js'
import type { Lease } from '../job-queue.js'
import type { Standings } from './standings.js'

/** A lease, and what BullMQ knows it by. */
export interface HeldLease {
  readonly bullJob: BullJob
  readonly id: string
  readonly token: string
  readonly holder: AbortController
  /** Its end is being told: that it cannot be held any longer is no news then. */
  isEnding: boolean
  /** Once one of them was told. */
  deaths?: number
}

/** Keeps leases alive while their holder lives, and tells it when one is lost, or its job cancelled. */
export class HeldLeases {
  readonly #held = new Map<Lease, HeldLease>()
  readonly #leaseMs: number
  readonly #standings: Standings
  readonly #renew: (held: readonly HeldLease[]) => Promise<readonly string[]>
  readonly #onError: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #renewed = now()
  #isBusy = false

  /** `renew` answers with the jobs whose leases are lost. */
  constructor(
    leaseMs: number,
    standings: Standings,
    renew: (held: readonly HeldLease[]) => Promise<readonly string[]>,
    onError: (error: unknown) => void,
  ) {
    this.#onError = onError
    this.#leaseMs = leaseMs
    this.#standings = standings
    this.#renew = renew
  }

  get all(): readonly Lease[] {
    return [...this.#held.keys()]
  }

  add(lease: Lease, held: HeldLease): void {
    this.#held.set(lease, held)
    this.#timer ??= setInterval(() => this.#look(), Math.min(LOOK_MS, this.#leaseMs / 4))
  }

  get(lease: Lease): HeldLease | undefined {
    return this.#held.get(lease)
  }

  remove(lease: Lease): void {
    this.#held.delete(lease)
    if (this.#held.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** What could not be given back is left to be missed. */
  close(): void {
    for (const lease of this.all) this.remove(lease)
  }

  async #look(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      await this.#renewAll()
      await this.#stopCancelled()
    } catch (error) {
      // What cannot be renewed now is tried again at the next look; whether it is lost, the server says.
      this.#onError(error)
    }
    this.#isBusy = false
  }

  async #renewAll(): Promise<void> {
    if (now() - this.#renewed < this.#leaseMs / 4) return
    this.#renewed = now()
    const lost = new Set(await this.#renew([...this.#held.values()]))
    for (const [lease, held] of [...this.#held]) {
      if (!lost.has(held.id) || held.isEnding) continue
      this.remove(lease)
      held.holder.abort(new Error('the lease was lost'))
    }
  }

  async #stopCancelled(): Promise<void> {
    const held = [...this.#held.values()].filter(({ holder }) => !holder.signal.aborted)
    const cancelled = await this.#standings.cancelled(held.map(({ id }) => id))
    for (const { id, holder } of held) if (cancelled.has(id)) holder.abort(new Error('the job was cancelled'))
  }
}

/** Milliseconds between two looks, at most. */
const LOOK_MS = 1000
