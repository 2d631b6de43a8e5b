/** Why the store could not do what it was asked for, in words that hold no secrets. */
export class StoreError extends Error {
  override readonly name = 'StoreError'

  constructor(
    message: string,
    /** Whether it may go well a moment later: a server that is restarted, a network, a full disk; but not a wrong key. */
    readonly isPassing: boolean,
  ) {
    super(message)
  }
}
