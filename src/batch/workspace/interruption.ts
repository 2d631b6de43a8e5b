import { hearEvents } from './clock.js'
import type { Workspace } from './workspace.js'

/** Thrown between two steps of work that somebody interrupted; what catches it puts things in order. */
export class InterruptedError extends Error {}

/** To be awaited between steps of work, so that an interrupt is heard, and ends it there. */
export async function pauseForInterrupts({ signal }: Workspace): Promise<void> {
  await hearEvents()
  if (signal?.aborted) throw new InterruptedError('interrupted')
}

/** Does work that is given as steps, and returns what it comes to. */
export async function runInSteps<T>(steps: Generator<void, T>, workspace: Workspace): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pauseForInterrupts(workspace)
  }
}

/** Undefined if the work was interrupted. */
export async function unlessInterrupted<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof InterruptedError) return undefined
    throw error
  }
}
