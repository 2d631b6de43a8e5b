/** The requests that are not answered yet. */
export class OpenRequests {
  #count = 0
  #closed: (() => void) | undefined
  isClosing = false

  begin(): void {
    this.#count += 1
  }

  end(): void {
    this.#count -= 1
    if (this.#count === 0) this.#closed?.()
  }

  close(): Promise<void> {
    this.isClosing = true
    return this.#count === 0
      ? Promise.resolve()
      : new Promise(resolve => {
          this.#closed = resolve
        })
  }
}
