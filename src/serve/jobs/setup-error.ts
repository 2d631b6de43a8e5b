/** What keeps a queue or a store from being opened, and whoever started the program can mend: a wrong address, a package that is missing. */
export class SetupError extends Error {
  override readonly name = 'SetupError'

  constructor(
    message: string,
    readonly hint?: string,
    /** Whether waiting may mend it, too: a server that does not answer yet. */
    readonly isPassing = false,
  ) {
    super(message)
  }
}
