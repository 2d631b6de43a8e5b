export interface QueueOptions {
  /** Of the package: jobs of one version are done by workers of the same. */
  readonly version: string
  /** Milliseconds after which whoever has a job and is not heard of is taken for dead. */
  readonly leaseMs?: number | undefined
  /** Told what whoever runs the program should know: lost connections, settings of the server under which jobs may get lost. */
  readonly onWarning?: ((message: string) => void) | undefined
  /** Of all keys on the server, for those who share it: `briefwright` unless given. */
  readonly prefix?: string | undefined
}

/** Seconds after which whoever has a job and is not heard of is taken for dead, unless an option says otherwise. */
export const LEASE_SECONDS = 30
