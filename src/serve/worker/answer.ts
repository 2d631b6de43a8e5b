import { Performer } from './performer.js'
import type { ThreadAnswer, ThreadQuestion } from './thread-message.js'

/** Answers what is asked of a thread, or of this one where there are none. */
export function answerer(): (question: ThreadQuestion) => Promise<ThreadAnswer> {
  const performer = new Performer()
  return async ({ job, inputs }) => {
    try {
      if (inputs) performer.learn(job.inputs, inputs)
      if (!performer.knows(job.inputs)) return { kind: 'needs inputs' }
      return { kind: 'performed', performed: await performer.perform(job) }
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }
}
