/** Does the same with many things, a few of them at a time; the first failure ends it. */
export async function severalAtATime<T>(
  things: Iterable<T>,
  most: number,
  act: (thing: T) => Promise<void>,
): Promise<void> {
  const iterator = things[Symbol.iterator]()
  let hasFailed = false
  const line = async () => {
    for (let next = iterator.next(); !next.done && !hasFailed; next = iterator.next())
      try {
        await act(next.value)
      } catch (error) {
        hasFailed = true
        throw error
      }
  }
  await Promise.all(Array.from({ length: most }, line))
}
