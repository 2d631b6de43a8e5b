import type { Marking, MarkingScheme, MarkingSchemes } from '../brief/index.js'
import { present } from '../diagnostics/index.js'
import type { Audience } from './edition.js'

/** How a marking stands to a clearance. */
export type Comparison = 'within' | 'above' | 'not-compared'

/**
 * Compares a marking with a clearance. A scheme that the clearance does not name cannot be compared, nor can a caveat of
 * the marking that it does not name; what cannot be compared is not to be shown.
 */
export function compareWithClearance(marking: Marking, clearance: readonly Marking[]): Comparison {
  const limit = clearance.find(({ scheme }) => scheme === marking.scheme)
  if (!limit) return 'not-compared'
  if (marking.level > limit.level) return 'above'
  return marking.caveats.every(caveat => limit.caveats.includes(caveat)) ? 'within' : 'not-compared'
}

/** How a marking of a brief, as it is written, stands to what an audience may see; nothing is within every clearance. */
export function compareClassification(
  classification: string | undefined,
  { clearance }: Audience,
  markings: MarkingSchemes,
): Comparison {
  if (classification === undefined) return 'within'
  const marking = markings.find(classification)
  return marking ? compareWithClearance(marking, clearance) : 'not-compared'
}

/** Says in words what an audience may see of the scheme of a marking. */
export function clearanceInWords(
  { name, clearance }: Audience,
  marking: Marking | undefined,
  markings: MarkingSchemes,
): string {
  const limit = clearance.find(({ scheme }) => scheme === marking?.scheme)
  if (limit) {
    const unnamed = marking?.caveats.find(caveat => !limit.caveats.includes(caveat))
    const without = unnamed === undefined ? '' : `, which does not name \`${unnamed}\``
    return `\`${name}\` is cleared to \`${markings.nameOf(limit)}\`${without}`
  }
  return `\`${name}\` has no clearance${marking ? ` in the scheme \`${marking.scheme}\`` : ''}`
}

/** A marking as it stands on the pages, with the colours of its level. */
export interface Banner extends Pick<MarkingScheme, 'lang' | 'position' | 'align' | 'size'> {
  readonly marking: Marking
  readonly text: string
  readonly colour: string
  /** The colour behind the text; undefined for that of the page. */
  readonly ground: string | undefined
}

/** What is to stand on pages that hold these markings: the highest of each scheme, in the order in which the schemes are in force. */
export function bannersOf(found: Iterable<string | undefined>, markings: MarkingSchemes): Banner[] {
  const held = [...found].flatMap(text => (text === undefined ? [] : (markings.find(text) ?? [])))
  return bannersOfMarkings(held, markings)
}

/** The same of markings that were found before. */
export function bannersOfMarkings(held: readonly Marking[], markings: MarkingSchemes): Banner[] {
  return markings.inForce.flatMap(scheme => {
    const own = held.filter(marking => marking.scheme === scheme.name)
    if (own.length === 0) return []
    const highest = markings.highest(own)
    const { colours } = present(scheme.levels[highest.level], 'level')
    const { lang, position, align, size } = scheme
    const text = markings
      .nameOf(highest)
      .replace(`${scheme.name.toUpperCase()}:`, prefix =>
        highest.label.startsWith(prefix) ? prefix : `${scheme.name.toUpperCase()} `,
      )
    return [
      { marking: highest, text, colour: colours.text, ground: colours.ground, lang, position, align, size },
    ]
  })
}
