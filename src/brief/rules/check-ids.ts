import { nodePlace, type TextValue } from '../read/read-context.js'
import type { BriefRule } from './rules.js'

/** Two items of a list with one id could not be told apart by what refers to them. */
export const checkIds: BriefRule = reading => {
  const { texts, file, report } = reading
  const first = new Map<string, TextValue>()
  for (const leaf of texts) {
    if (leaf.role !== 'id') continue
    const key = `${leaf.path[0]} ${leaf.text}`
    const earlier = first.get(key)
    if (!earlier) first.set(key, leaf)
    else {
      const { line } = file.position(earlier.scalar.range.start)
      const message = `the id \`${leaf.text}\` stands twice in \`${leaf.path[0]}\``
      report(
        'duplicate-id',
        nodePlace(leaf.scalar, reading),
        message,
        `rename one; the first stands in line ${line}`,
      )
    }
  }
}
