import type { Brief, FieldPath } from '../../brief/index.js'
import type { Place, Range } from '../../diagnostics/index.js'
import { parseQuotation, type Quotation } from '../match/quotation.js'
import type { Actor } from '../text/actor-names.js'
import type { EvidenceFindings } from './evidence-findings.js'
import { quotingField, reportForeignParts } from './foreign-parts.js'

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
  /** It is reported as one that nothing can prove. */
  readonly refused?: boolean
}

/** The claims of `quotes`: one for each source. */
export function quoteClaims(brief: Brief, findings: EvidenceFindings): Claim[] {
  return (brief.data.quotes ?? []).flatMap((quote, index): Claim[] => {
    const path: FieldPath = ['quotes', index, 'text']
    const named = quote.speaker ?? []
    const speakers = (brief.data.actors ?? []).filter(({ id }) => named.includes(id))
    const range = { start: 0, end: quote.text.length }
    const claim = {
      path,
      range,
      place: brief.place(path),
      text: quote.text,
      quotation: parseQuotation(quote.text),
      cited: true,
      speakers,
      speakerPlace: brief.place(['quotes', index, speakers.length > 0 ? 'speaker' : 'text']),
      ...(quote.speaker_confirmed !== undefined && { speakerConfirmed: quote.speaker_confirmed }),
      ...(quote.lang !== undefined && { lang: quote.lang }),
    }
    const field = quotingField(brief, path, quote.text)
    if (reportForeignParts(field, range, claim.quotation, findings)) return [refusedClaim(claim)]
    return [...new Set(quote.source)].map(source => ({ ...claim, sources: [source] }))
  })
}

/** A claim that nothing can prove, since more than a speaker's words stands within its marks. */
export function refusedClaim(claim: Omit<Claim, 'sources'>): Claim {
  return { ...claim, sources: [], cited: false, quotation: { parts: [], gaps: [] }, refused: true }
}
