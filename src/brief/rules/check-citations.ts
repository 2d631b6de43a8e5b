import { type Citation, type CitationGroup, findCitationGroups, parseCiteField } from '../citations.js'
import { type Leaf, placeInLeaf } from '../read/reading.js'
import { shorten } from '../shorten.js'
import type { Rule } from './rules.js'

/** Citations are written as Pandoc writes them, and cite sources of the brief. */
export const checkCitations: Rule = (reading, { sources }) => {
  const { leaves, file, report } = reading
  const names = [...sources.keys()]
  for (const leaf of leaves) {
    for (const { citations, faults } of citationGroups(leaf)) {
      for (const { range, text } of faults) {
        const place = placeInLeaf(leaf, range.start, Math.max(range.end, range.start + 1), file)
        const hint = 'write `@id` or `@id, para. 4`, and `; ` between two'
        report('invalid-citation', place, `\`${shorten(text)}\` is not a citation`, hint)
      }
      for (const { source, sourceRange } of citations) {
        if (sources.has(source)) continue
        const place = placeInLeaf(leaf, sourceRange.start, sourceRange.end, file)
        const hint = reading.suggestions.hint(source, names, 'sources')
        report('unknown-source', place, `unknown source \`${shorten(source)}\``, hint)
      }
    }
  }
}

/** What a text cites, by the kind of its field. */
export function citationsOf(leaf: Leaf): readonly Citation[] {
  return citationGroups(leaf).flatMap(group => group.citations)
}

function citationGroups({ role, text }: Leaf): readonly CitationGroup[] {
  if (role === 'citation') return [parseCiteField(text)]
  return role === 'prose' ? findCitationGroups(text) : []
}
