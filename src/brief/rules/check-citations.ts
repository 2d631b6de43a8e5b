import {
  type Citation,
  type CitationGroup,
  findCitationGroups,
  parseCiteField,
} from '../notation/citations.js'
import { placeInText, type TextValue } from '../read/read-context.js'
import { shorten } from '../shorten.js'
import type { BriefRule } from './rules.js'

/** Citations are written as Pandoc writes them, and cite sources of the brief. */
export const checkCitations: BriefRule = (reading, { sources }) => {
  const { texts, file, report } = reading
  const names = [...sources.keys()]
  for (const leaf of texts) {
    for (const { citations, errors } of citationGroups(leaf)) {
      for (const { range, text } of errors) {
        const place = placeInText(leaf, range.start, Math.max(range.end, range.start + 1), file)
        const hint = 'write `@id` or `@id, para. 4`, and `; ` between two'
        report('invalid-citation', place, `\`${shorten(text)}\` is not a citation`, hint)
      }
      for (const { source, sourceRange } of citations) {
        if (sources.has(source)) continue
        const place = placeInText(leaf, sourceRange.start, sourceRange.end, file)
        const hint = reading.suggestions.hint(source, names, 'sources')
        report('unknown-source', place, `unknown source \`${shorten(source)}\``, hint)
      }
    }
  }
}

/** What a text cites, by the kind of its field. */
export function citationsOf(leaf: TextValue): readonly Citation[] {
  return citationGroups(leaf).flatMap(group => group.citations)
}

function citationGroups({ role, text }: TextValue): readonly CitationGroup[] {
  if (role === 'citation') return [parseCiteField(text)]
  return role === 'prose' ? findCitationGroups(text) : []
}
