/** Whoever asks, as the service tells them apart. */
export interface Client {
  /** Empty where there are no tokens, and so one client. */
  readonly name: string
  /** Its files, beneath what its requests bring, by paths from the root. */
  readonly workspace: ClientFiles
}

/** The files of a client's folder, as they are now. */
export interface ClientFiles {
  /** The same map as long as no file has changed, and the same buffers of those that have not. */
  read(): Promise<ReadonlyMap<string, Buffer>>
}
