/** Those who wait, in the order in which they came; some leave before it is their turn, and some come back before the others. */
export class JobLine<T> {
  readonly #first: T[] = []
  #others: (T | undefined)[] = []
  /** Where the first of the others stands. */
  #head = 0
  readonly #left = new Set<T>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(one: T, first = false): void {
    if (first) this.#first.push(one)
    else this.#others.push(one)
    this.#size++
  }

  /** Of one that waits. */
  remove(one: T): void {
    this.#left.add(one)
    this.#size--
  }

  /** Takes out whoever is the next. */
  next(): T | undefined {
    for (let one = this.#pull(); one !== undefined; one = this.#pull()) {
      if (this.#left.delete(one)) continue
      this.#size--
      return one
    }
    return undefined
  }

  #pull(): T | undefined {
    const first = this.#first.pop()
    if (first !== undefined || this.#head === this.#others.length) return first
    const one = this.#others[this.#head]
    this.#others[this.#head++] = undefined
    if (this.#head > SPARE && this.#head * 2 > this.#others.length) {
      this.#others = this.#others.slice(this.#head)
      this.#head = 0
    }
    return one
  }
}

/** Places of those who have gone that may be kept. */
const SPARE = 1000
