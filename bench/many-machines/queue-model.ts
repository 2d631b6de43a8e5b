/** What a job costs whom, in milliseconds of one core; printing takes each worker that long, whatever the others do. */
export interface ModelCosts {
  readonly print: number
  /** Of Redis, which does one thing at a time. */
  readonly redis: { readonly add: number; readonly take: number; readonly complete: number }
  /** Of the process that asks: putting a job on the queue, and taking its result from the store and writing it. */
  readonly coordinator: { readonly add: number; readonly collect: number }
}

export interface ModelRun {
  readonly workers: number
  readonly editions: number
  /** Milliseconds. */
  readonly wall: number
  /** Shares of the time, 0 to 1. */
  readonly busy: { readonly workers: number; readonly redis: number; readonly coordinator: number }
}

/** Jobs that a coordinator has on the queue at a time at least, and for each worker; and how many it adds at once. */
const ON_QUEUE = 4000
const ON_QUEUE_A_WORKER = 8
const PART = 500

/**
 * Computes, event by event, how a batch goes through one coordinator, one Redis and many workers, each on a machine of its own with a network that
 * takes no time: nothing is run. Whoever serves several takes them one after the other.
 */
export function modelQueue(editions: number, workers: number, costs: ModelCosts): ModelRun {
  const events = new EventHeap()
  const redis = new OneAtATime(events)
  const coordinator = new OneAtATime(events)
  const most = Math.max(ON_QUEUE, ON_QUEUE_A_WORKER * workers)
  let [added, open, waiting, collected, idle, printing] = [0, 0, 0, 0, 0, 0]
  let isAdding = false

  const add = () => {
    const part = Math.min(PART, editions - added)
    if (isAdding || part === 0 || open + part > most) return
    isAdding = true
    added += part
    open += part
    coordinator.serve(part * costs.coordinator.add, () =>
      redis.serve(part * costs.redis.add, () => {
        isAdding = false
        waiting += part
        for (; idle > 0 && waiting > 0; idle--) take()
        add()
      }),
    )
  }
  const take = () => {
    waiting--
    redis.serve(costs.redis.take, () => {
      printing += costs.print
      events.after(costs.print, complete)
    })
  }
  const complete = () =>
    redis.serve(costs.redis.complete, () => {
      if (waiting > 0) take()
      else idle++
      coordinator.serve(costs.coordinator.collect, () => {
        open--
        collected++
        add()
      })
    })

  idle = workers
  add()
  events.run()
  if (collected !== editions) throw new Error(`${collected} of ${editions} editions were collected`)
  const wall = events.now
  return {
    workers,
    editions,
    wall,
    busy: {
      workers: printing / (wall * workers),
      redis: redis.busy / wall,
      coordinator: coordinator.busy / wall,
    },
  }
}

/** Somebody who serves those who come one after the other. */
class OneAtATime {
  /** Milliseconds. */
  busy = 0
  #free = 0

  constructor(readonly events: EventHeap) {}

  serve(cost: number, then: () => void): void {
    const start = Math.max(this.#free, this.events.now)
    this.#free = start + cost
    this.busy += cost
    this.events.at(this.#free, then)
  }
}

/** What is to happen, in the order of time: a binary heap. */
class EventHeap {
  now = 0
  readonly #times: number[] = []
  readonly #acts: (() => void)[] = []

  after(delay: number, act: () => void): void {
    this.at(this.now + delay, act)
  }

  at(time: number, act: () => void): void {
    let index = this.#times.length
    for (let parent = (index - 1) >> 1; index > 0 && this.#timeAt(parent) > time; parent = (index - 1) >> 1) {
      this.#move(parent, index)
      index = parent
    }
    this.#times[index] = time
    this.#acts[index] = act
  }

  run(): void {
    for (let act = this.#next(); act !== undefined; act = this.#next()) act()
  }

  #next(): (() => void) | undefined {
    const [time, act] = [this.#times[0], this.#acts[0]]
    const [lastTime, lastAct] = [this.#times.pop(), this.#acts.pop()]
    if (time === undefined || lastTime === undefined || lastAct === undefined) return undefined
    this.now = time
    const count = this.#times.length
    if (count === 0) return act
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= count) break
      if (child + 1 < count && this.#timeAt(child + 1) < this.#timeAt(child)) child++
      if (this.#timeAt(child) >= lastTime) break
      this.#move(child, index)
      index = child
    }
    this.#times[index] = lastTime
    this.#acts[index] = lastAct
    return act
  }

  #timeAt(index: number): number {
    return this.#times[index] ?? Number.POSITIVE_INFINITY
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#timeAt(from)
    const act = this.#acts[from]
    if (act !== undefined) this.#acts[to] = act
  }
}
