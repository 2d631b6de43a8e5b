/** Lets so many do something at a time; the others wait for their turns, in order. */
export class Turns {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(readonly most: number) {}

  async take<T>(act: () => Promise<T>): Promise<T> {
    if (this.#running >= this.most) await new Promise<void>(resolve => this.#waiting.push(resolve))
    else this.#running++
    try {
      return await act()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
