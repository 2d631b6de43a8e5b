import { type Leaf, placeOf } from '../read/reading.js'
import type { Rule } from './rules.js'

/** Two items of a list with one id could not be told apart by what refers to them. */
export const checkIds: Rule = reading => {
  const { leaves, file, report } = reading
  const first = new Map<string, Leaf>()
  for (const leaf of leaves) {
    if (leaf.role !== 'id') continue
    const key = `${leaf.path[0]} ${leaf.text}`
    const earlier = first.get(key)
    if (!earlier) first.set(key, leaf)
    else {
      const { line } = file.position(earlier.scalar.range.start)
      const message = `the id \`${leaf.text}\` stands twice in \`${leaf.path[0]}\``
      report(
        'duplicate-id',
        placeOf(leaf.scalar, reading),
        message,
        `rename one; the first stands in line ${line}`,
      )
    }
  }
}
