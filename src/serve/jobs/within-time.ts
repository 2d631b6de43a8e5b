/** What work comes to, if it does in so many milliseconds; else rejects with what `late` makes. */
export async function withinTime<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms)
  })
  // Nobody hears of what fails later.
  work.catch(() => {})
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** Waits for the end of work, good or bad, but no longer than so many milliseconds. */
export async function waitAtMost(ms: number, work: Promise<unknown>): Promise<void> {
  await withinTime(ms, work, () => new Error('it takes longer')).catch(() => {})
}
