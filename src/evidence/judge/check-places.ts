import type { Brief } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import { locateQuotation } from '../match/locate.js'
import { parseQuotation } from '../match/quotation.js'
import { type CitedPart, namesPart, parseCitedPlace } from '../place/cited-place.js'
import { type PlacePart, placeInWords, placesOfPassage } from '../place/passage-place.js'
import { type PlaceMark, readPlaceMarks } from '../place/place-marks.js'
import { paragraphAt, type SourceText } from '../text/source-text.js'
import type { LocatorCorrection, Proof } from './evidence.js'
import { citationsOfQuotations, type QuotationCitation } from './quotation-citations.js'

/** What the places of passages are told by. */
export interface PlaceGrounds {
  readonly brief: Brief
  readonly texts: ReadonlyMap<string, SourceText>
  /** The marks of the sources that declare a numbering, by id. */
  readonly numberings: ReadonlyMap<string, readonly PlaceMark[]>
  readonly report: Report
}

/**
 * Reports citations that name another place than that where the quotation beside them stands, and corrects what is printed
 * where the citation can mean nothing else.
 */
export function checkCitedPlaces(proofs: readonly Proof[], grounds: PlaceGrounds): LocatorCorrection[] {
  const proved = proofs.filter(({ verdict }) => PROVED.has(verdict))
  const cited = citationsOfQuotations(grounds.brief, proved)
  const sharing = groupBy(cited, citationKey)
  const corrections: LocatorCorrection[] = []
  const found: { one: QuotationCitation; place: WrongPlace; corrected: boolean }[] = []
  for (const own of groupBy(cited, ({ proof }) => proof).values()) {
    const wrong = own.map(one => findWrongPlace(one, grounds))
    const [first, place] = [own[0], wrong[0]]
    if (!first || !place || !wrong.every(one => one !== undefined)) continue
    const sole = own.length === 1 && sharing.get(citationKey(first))?.length === 1 && first.adjacent
    const correction = sole ? correctionOf(first, place) : undefined
    if (correction) corrections.push(correction)
    found.push({ one: first, place, corrected: correction !== undefined })
  }
  const more = found.length - MOST_REPORTED
  for (const [index, { one, place, corrected }] of found.slice(0, MOST_REPORTED).entries()) {
    const isLast = more > 0 && index === MOST_REPORTED - 1
    const closing = isLast ? `mend these first: ${more} more citations name other places` : undefined
    reportOtherPlace(one, place, corrected, closing, grounds)
  }
  return corrections
}

/** As many as an author would go through; to place each in a text of thousands takes long. */
const MOST_REPORTED = 50

const PROVED: ReadonlySet<string> = new Set(['verified', 'abridged', 'locked'])

function groupBy<Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return groups
}

function citationKey({ path, citation }: QuotationCitation): string {
  return `${JSON.stringify(path)} ${citation.range.start}`
}

/** What a citation names, and where the words are instead. */
interface WrongPlace {
  readonly cited: CitedPart
  readonly stands: readonly PlacePart[]
  /** The text itself calls the paragraph so, but its source does not declare that it numbers its own. */
  readonly undeclared: boolean
}

function findWrongPlace(one: QuotationCitation, grounds: PlaceGrounds): WrongPlace | undefined {
  const { source: id = '', paragraph, place } = one.proof
  if (paragraph === undefined || place?.length === 0) return undefined
  const named = parseCitedPlace(one.citation.locator ?? '', grounds.brief.data.lang ?? 'en')
  const stands = place ?? [{ kind: 'paragraph', number: String(paragraph) }]
  const kinds = new Set(stands.map(({ kind }) => kind))
  const [first] = named
  if (!first) return undefined
  const onlyParagraph = named.every(({ kind }) => kind === 'paragraph')
  const comparable = named.filter(({ kind }) => kinds.has(kind))
  if (!onlyParagraph && (!place || comparable.length === 0)) return undefined
  const marks = grounds.numberings.get(id)
  const text = grounds.texts.get(id)
  const all = text ? placesOfWords(one.words, text, marks) : []
  const isNamed = (part: CitedPart) =>
    [...stands, ...all].some(({ kind, number }) => kind === part.kind && namesPart(part, number))
  const wrong = [...kinds].find(kind => {
    const ofKind = comparable.filter(part => part.kind === kind)
    return ofKind.length > 0 && !ofKind.some(isNamed)
  })
  if (wrong === undefined && comparable.length > 0) return undefined
  const cited = comparable.find(({ kind }) => kind === wrong) ?? first
  const itself = text && !place ? placesOfWords(one.words, text, ownParagraphs(text)) : []
  return { cited, stands, undeclared: itself.some(({ number }) => namesPart(cited, number)) }
}

/** All places at which the words stand: by the marks of the text, or its paragraphs as counted. */
function placesOfWords(
  words: string,
  text: SourceText,
  marks: readonly PlaceMark[] | undefined,
): PlacePart[] {
  return locateQuotation(parseQuotation(words), text).flatMap(placement => {
    const [first, last] = [placement[0].first, placement.at(-1)?.last ?? placement[0].last]
    if (marks) {
      const start = text.tokens[first]?.start ?? 0
      return placesOfPassage(marks, { start, end: text.tokens[last]?.end ?? start })
    }
    const [from, to] = [paragraphAt(text, first), paragraphAt(text, last)]
    return Array.from({ length: to - from + 1 }, (_, at) => ({
      kind: 'paragraph',
      number: String(from + at),
    }))
  })
}

const ownParagraphs = (text: SourceText) => readPlaceMarks(text.file.text, text.paragraphs, ['paragraph'])

function correctionOf(
  { path, citation }: QuotationCitation,
  { cited, stands }: WrongPlace,
): LocatorCorrection | undefined {
  const number = stands.find(({ kind }) => kind === cited.kind)?.number
  if (number === undefined || citation.locator === undefined) return undefined
  const from = citation.range.end - citation.locator.length
  return { path, range: { start: from + cited.range.start, end: from + cited.range.end }, number }
}

function reportOtherPlace(
  { proof, path, citation }: QuotationCitation,
  { cited, stands, undeclared }: WrongPlace,
  corrected: boolean,
  closing: string | undefined,
  { brief, report }: PlaceGrounds,
): void {
  const { start, end } = citation.range
  const place = placeInWords(stands)
  const named = citation.locator?.slice(cited.range.start, cited.range.end)
  report(
    'quote-other-place',
    brief.placeWithin(path, start, end),
    `the citation names ${cited.kind} ${named}, but the quotation stands in \`${proof.source}\`, ${place}`,
    undeclared ? 'declare `locators: paragraph` if the source’s own numbers are meant' : undefined,
    corrected
      ? `write \`${place}\`, which is what is printed`
      : `write \`${place}\`, or cite each place where it belongs`,
    closing,
  )
}
