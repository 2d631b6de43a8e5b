import type { Brief } from '../brief/index.js'
import { didYouMean, type Report } from '../diagnostics/index.js'
import type { Audience } from './edition.js'

/** A section of a brief follows one of the sections of an audience, or another of its own, and not in a circle. */
export function checkSectionPlaces(brief: Brief, audiences: readonly Audience[], report: Report): void {
  const sections = brief.data.sections ?? []
  const own = new Map(sections.map(({ id, after }) => [id, after]))
  const ofTemplates = new Set(audiences.flatMap(audience => audience.sections))
  for (const [index, { id, after }] of sections.entries()) {
    if (after === undefined || ofTemplates.has(after)) continue
    const place = brief.place(['sections', index, 'after'])
    if (!own.has(after)) {
      const known = [...ofTemplates, ...own.keys()].filter(name => name !== id)
      report(
        'unknown-section',
        place,
        `no audience has a section \`${after}\``,
        didYouMean(after, known, 'sections'),
      )
    } else if (followsItself(id, own, ofTemplates))
      report(
        'unknown-section',
        place,
        `the section \`${id}\` is to follow ${after === id ? 'itself' : `\`${after}\`, which follows it`}`,
        'let one of them follow a section of the templates, or leave `after` out',
      )
  }
}

function followsItself(
  id: string,
  own: ReadonlyMap<string, string | undefined>,
  ofTemplates: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>()
  for (let at = own.get(id); at !== undefined && !ofTemplates.has(at) && !seen.has(at); at = own.get(at)) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
