import { nodePlace } from '../read/read-context.js'
import { citationsOf } from './check-citations.js'
import type { BriefRule } from './rules.js'

/** A source that nothing cites is printed nowhere; its author may have forgotten to. */
export const checkUnusedSources: BriefRule = (reading, { sources }) => {
  const used = new Set<string>()
  for (const leaf of reading.texts) {
    if (leaf.role === 'sources') used.add(leaf.text)
    for (const { source } of citationsOf(leaf)) used.add(source)
  }
  for (const [id, { scalar }] of sources) {
    if (used.has(id)) continue
    reading.report('unused-source', nodePlace(scalar, reading), `the source \`${id}\` is cited nowhere`)
  }
}
