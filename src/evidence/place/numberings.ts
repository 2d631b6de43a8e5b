import type { Brief } from '../../brief/index.js'
import type { Range, Report } from '../../diagnostics/index.js'
import type { SourceText } from '../text/source-text.js'
import { type PlacePart, placeAt } from './passage-place.js'
import { type PlaceMark, readPlaceMarks } from './place-marks.js'

/** The marks of the sources that declare a numbering, by id; none where the text is absent. */
export type Numberings = ReadonlyMap<string, readonly PlaceMark[]>

/** Reads the numberings that sources declare; one that the text does not have is reported, and does not count. */
export function readNumberings(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
  report: Report,
): Numberings {
  const numberings = new Map<string, readonly PlaceMark[]>()
  for (const [index, { id, locators = [] }] of (brief.data.sources ?? []).entries()) {
    const text = texts.get(id)
    if (locators.length === 0) continue
    const marks = text ? readPlaceMarks(text.file.text, text.paragraphs, locators) : []
    for (const [at, kind] of locators.entries()) {
      if (!text || marks.some(mark => mark.kind === kind)) continue
      const message = `the text of \`${id}\` has no ${kind} numbers of its own`
      const hint = 'take it out, and paragraphs are counted'
      report('locators-not-in-text', brief.place(['sources', index, 'locators', at]), message, hint)
    }
    if (!text || marks.length > 0) numberings.set(id, marks)
  }
  return numberings
}

interface PlacedPassage {
  readonly source?: string
  readonly passage?: Range
  readonly place?: readonly PlacePart[]
}

/**
 * Adds to a proof where its passage stands, if its source declares a numbering. Without the text only the lock can tell, and
 * what the brief does not declare any more does not count.
 */
export function withPlace<Proof extends PlacedPassage>(proof: Proof, numberings: Numberings): Proof {
  const marks = numberings.get(proof.source ?? '')
  const { place, ...counted } = proof
  if (!marks) return place ? (counted as Proof) : proof
  return proof.passage ? { ...proof, place: place ?? placeAt(marks, proof.passage.start) } : proof
}
