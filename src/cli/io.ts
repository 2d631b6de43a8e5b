import { createColors } from 'picocolors'

/** All that a command knows of the world; tests pass their own. */
export interface Io {
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  /** The workspace; absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Lets the command put things in order after an interrupt, which the signal tells of, before the process ends. */
  readonly interruptible?: () => AbortSignal
  /** Has an interrupt end a service: the signal tells of it, and the command ends by itself, with status 0, when its running work is done. */
  readonly stoppable?: () => AbortSignal
}

export interface OutputStream {
  write(text: string): unknown
  readonly isTTY?: boolean
  /** Of the terminal. */
  readonly columns?: number
}

/** Whether to colour what goes to a stream: https://no-color.org, https://force-color.org, else only a terminal. */
export function hasColour(stream: OutputStream, env: Io['env']): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR)
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** The colours of a stream; none where it has none. */
export function coloursOf(stream: OutputStream, env: Io['env']): ReturnType<typeof createColors> {
  return createColors(hasColour(stream, env))
}
