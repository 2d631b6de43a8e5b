/** Gathers what several ask for at nearly the same time, so that it is done at once for all of them. */
export class Together<T> {
  #gathered: T[] = []
  #done: Promise<void> | undefined

  constructor(readonly act: (things: readonly T[]) => Promise<void>) {}

  add(thing: T): Promise<void> {
    this.#gathered.push(thing)
    this.#done ??= new Promise<void>(resolve => setImmediate(resolve)).then(() => {
      const things = this.#gathered
      this.#gathered = []
      this.#done = undefined
      return this.act(things)
    })
    return this.#done
  }
}
