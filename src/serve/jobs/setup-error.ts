/** What keeps a queue or a store from being opened, and whoever started the program can mend: a wrong address, a package that is missing. */
export class SetupError extends Error {
  override readonly name = 'SetupError'

  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message)
  }
}
