import {
  type Brief,
  type CitationGroup,
  type FieldPath,
  findCitationGroups,
  parseCitations,
  proseFields,
} from '../../brief/index.js'
import type { Place, Range, Report } from '../../diagnostics/index.js'
import { findProseQuotations } from '../../speech/index.js'
import { parseQuotation, type Quotation } from '../match/quotation.js'
import type { Actor } from '../text/actor-names.js'
import { maskMarkdown } from '../text/mask-markdown.js'
import { namedSpeakers } from './prose-speaker.js'

/** A quotation of the brief that must be proved. */
export interface Claim {
  readonly path: FieldPath
  /** Characters of that field's text, quotation marks left out. */
  readonly range: Range
  readonly place: Place
  readonly text: string
  readonly quotation: Quotation
  /** Ids of the sources that may prove it, the likeliest first. */
  readonly sources: readonly string[]
  /** It names its source. */
  readonly cited: boolean
  /** Those who are said to speak; none where the brief names nobody. */
  readonly speakers: readonly Actor[]
  readonly speakerPlace: Place
  /** The author's reason for the speaker, where the source does not tell. */
  readonly speakerConfirmed?: string
  readonly lang?: string
}

/** The claims of `quotes`: one for each source. */
export function quoteClaims(brief: Brief): Claim[] {
  return (brief.data.quotes ?? []).flatMap((quote, index): Claim[] => {
    const path: FieldPath = ['quotes', index, 'text']
    const named = quote.speaker ?? []
    const speakers = (brief.data.actors ?? []).filter(({ id }) => named.includes(id))
    const claim = {
      path,
      range: { start: 0, end: quote.text.length },
      place: brief.place(path),
      text: quote.text,
      quotation: parseQuotation(quote.text),
      cited: true,
      speakers,
      speakerPlace: brief.place(['quotes', index, speakers.length > 0 ? 'speaker' : 'text']),
      ...(quote.speaker_confirmed !== undefined && { speakerConfirmed: quote.speaker_confirmed }),
      ...(quote.lang !== undefined && { lang: quote.lang }),
    }
    return [...new Set(quote.source)].map(source => ({ ...claim, sources: [source] }))
  })
}

/** The claims of prose fields, by their quotation marks; unpaired marks are reported. A translation claims nothing. */
export function proseClaims(brief: Brief, report: Report): Claim[] {
  const claims: Claim[] = []
  for (const { path, text } of proseFields(brief)) {
    if (!/["“”„«»‘]/.test(text)) continue
    const groups = findCitationGroups(text)
    const masked = maskMarkdown(text, groups)
    const { quotations, unbalanced } = findProseQuotations(masked)
    for (const { start, end } of unbalanced)
      report(
        'quote-unbalanced',
        brief.placeWithin(path, start, end),
        `\`${text.slice(start, end)}\` has no counterpart`,
      )
    if (path[0] === 'quotes' && path[2] === 'translation') continue
    for (const range of quotations) {
      const { start, end } = range
      const place = brief.placeWithin(path, start, end)
      claims.push({
        path,
        range,
        place,
        speakers: namedSpeakers(masked, range, brief.data.actors ?? []),
        speakerPlace: place,
        text: text.slice(start, end),
        quotation: parseQuotation(masked.slice(start, end)),
        ...candidateSources(brief, path, text, groups, end),
      })
    }
  }
  return claims
}

/**
 * The sources that a quotation in prose may come from. A source cited in its sentence or directly after it is the only
 * candidate; one cited later in the paragraph, or in the item's `cite`, is tried before all others.
 */
function candidateSources(
  brief: Brief,
  path: FieldPath,
  text: string,
  groups: readonly CitationGroup[],
  end: number,
): { sources: readonly string[]; cited: boolean } {
  const next = groups.find(({ range }) => range.start >= end)
  const between = next ? text.slice(end, next.range.start) : ''
  const known = new Set((brief.data.sources ?? []).map(({ id }) => id))
  const named = (next?.citations ?? []).map(({ source }) => source).filter(id => known.has(id))
  const near = named.length > 0 && !/\n[ \t]*\n/.test(between)
  if (near && !NEXT_SENTENCE.test(between)) return { sources: named, cited: true }
  const likely = [...(near ? named : []), ...citedByItem(brief, path)]
  return { sources: [...new Set([...likely.filter(id => known.has(id)), ...known])], cited: false }
}

const NEXT_SENTENCE = /[.!?]["”’»)\]]*\s+\S/

function citedByItem(brief: Brief, [list, index]: FieldPath): string[] {
  const items: unknown = Object.entries(brief.data).find(([key]) => key === list)?.[1]
  const item: unknown = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined
  if (typeof item !== 'object' || item === null || !('cite' in item) || !Array.isArray(item.cite)) return []
  return item.cite.flatMap((entry: unknown) =>
    typeof entry === 'string' ? parseCitations(entry).map(({ source }) => source) : [],
  )
}
