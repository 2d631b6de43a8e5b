import {
  type Brief,
  type CitationGroup,
  type FieldPath,
  findCitationGroups,
  RECIPIENT_FIELD,
} from '../../brief/index.js'
import { type DiagnosticCode, type Range, shorten } from '../../diagnostics/index.js'
import type { Quotation } from '../match/quotation.js'
import type { EvidenceFindings } from './evidence-findings.js'

/** A prose text with what in it is never a speaker's: citations, notes, fields of a recipient. */
export interface QuotingField {
  readonly brief: Brief
  readonly path: FieldPath
  readonly text: string
  /** In order. */
  readonly foreign: readonly ForeignPart[]
}

interface ForeignPart extends Range {
  readonly code: DiagnosticCode
  readonly what: string
  readonly hint: string
}

/** Finds what in a text is never a speaker's. */
export function quotingField(
  brief: Brief,
  path: FieldPath,
  text: string,
  groups: readonly CitationGroup[] = findCitationGroups(text),
): QuotingField {
  const foreign: ForeignPart[] = [
    ...groups.map(({ range }) => ({ ...CITATION, start: range.start, end: range.end })),
    ...Array.from(text.matchAll(NOTE), match => ({ ...CITATION, ...rangeOf(match) })),
    ...Array.from(text.matchAll(RECIPIENT_FIELD), match => ({ ...RECIPIENT, ...rangeOf(match) })),
  ]
  return { brief, path, text, foreign: foreign.sort((a, b) => a.start - b.start) }
}

/**
 * Reports what stands within a quotation and is not the speaker's, and a quotation with more alterations than can be
 * proved; whether there is any.
 */
export function reportForeignParts(
  field: QuotingField,
  range: Range,
  quotation: Quotation,
  findings: EvidenceFindings,
): boolean {
  const { brief, path, text } = field
  const part = firstWithin(field.foreign, range)
  if (part) {
    const shown = shorten(text.slice(part.start, part.end))
    const place = brief.placeWithin(path, part.start, part.end)
    findings.report(part.code, place, `${part.what} \`${shown}\` stands within a quotation`, part.hint)
    return true
  }
  if (quotation.gaps.length <= MOST_ALTERATIONS) return false
  findings.report(
    'quote-too-altered',
    brief.placeWithin(path, range.start, range.end),
    `the quotation has ${quotation.gaps.length} omissions and insertions, more than ${MOST_ALTERATIONS}`,
    'make a quotation of each part',
  )
  return true
}

/** No reader could follow more, and no speaker is quoted so. */
const MOST_ALTERATIONS = 100

const CITATION = {
  code: 'quote-holds-citation',
  what: 'the citation or note',
  hint: 'put it after the closing mark: brackets within a quotation hold inserted words',
} as const
const RECIPIENT = {
  code: 'quote-holds-recipient',
  what: 'the field of the recipient',
  hint: 'take it out of the quotation: what a row says was said by nobody',
} as const
/** As Pandoc writes them: `[^1]`, `^[a note]`. */
const NOTE = /\[\^[^\][\s]+\]|\^\[[^\][]*\]/g

function rangeOf({ 0: whole, index }: RegExpExecArray): Range {
  return { start: index, end: index + whole.length }
}

function firstWithin(parts: readonly ForeignPart[], { start, end }: Range): ForeignPart | undefined {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.start ?? end) >= start) high = middle
    else low = middle + 1
  }
  const part = parts[low]
  return part && part.start < end ? part : undefined
}
