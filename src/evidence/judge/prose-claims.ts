import { type Brief, type ProseField, proseFields } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import { findProseQuotations, type ProseQuotations } from '../../speech/index.js'
import { parseQuotation } from '../match/quotation.js'
import type { QuotedBlock } from '../text/block-quotations.js'
import { readProseText } from '../text/prose-text-parts.js'
import { candidateSources } from './candidate-sources.js'
import { type Claim, refusedClaim } from './claims.js'
import type { EvidenceFindings } from './evidence-findings.js'
import { quotingField, reportForeignParts } from './foreign-parts.js'
import { namedSpeakers, speakersOfBlock } from './prose-speaker.js'
import { quotationsToProve } from './short-quotations.js'

/** The claims of prose fields, by their quotation marks; unpaired marks are reported. A translation claims nothing. */
export function proseClaims(brief: Brief, findings: EvidenceFindings): Claim[] {
  const claims: Claim[] = []
  for (const field of proseFields(brief))
    if (MAY_QUOTE.test(field.text))
      for (const claim of claimsOfField(brief, field, findings)) claims.push(claim)
  return claims
}

/** Any quotation mark, entity, or the sign of a block quotation. */
const MAY_QUOTE = /["'`&‘’‚‛“”„‟«»‹›<>❛❜❝❞❮❯〝〞〟「」『』｢｣﹁﹂﹃﹄《》＂＇′″‵‶ʺˮ⹂]|,,/

function claimsOfField(brief: Brief, prose: ProseField, findings: EvidenceFindings): Claim[] {
  const { path, text } = prose
  const { citations: groups, masked, paragraphs, quotations: blocks, ends } = readProseText(brief, prose)
  const found = findProseQuotations(masked, paragraphs)
  reportUnpaired(brief, path, text, found, findings)
  if (path[0] === 'quotes' && path[2] === 'translation') return []
  const field = quotingField(brief, path, text, groups)
  const sourcesAt = candidateSources(brief, path, text, groups, ends)
  const isKnown = (id: string) => brief.data.sources?.some(source => source.id === id) === true
  const marked = found.quotations.filter(span => !isWithin(span, blocks))
  const foreign = marked.filter(span => !span.isTitle && reportForeignParts(field, span, NOTHING, findings))
  const sound = new Set(quotationsToProve(marked, masked, brief.data.actors, sourcesAt))
  for (const span of foreign) sound.delete(span)
  const claims = [
    ...foreign.map(span => refusedClaim(claimAt(span))),
    ...[...sound].map(span => judgedClaim(claimAt(span))),
    ...blocks.map(block => judgedClaim({ ...claimAt(block), ...claimOfBlock(block) })),
  ]
  return claims.sort((a, b) => a.range.start - b.range.start)

  function claimAt({ start, end }: Range): Claim {
    const place = brief.placeWithin(path, start, end)
    return {
      path,
      range: { start, end },
      place,
      speakers: namedSpeakers(masked, { start, end }, brief.data.actors ?? []),
      speakerPlace: place,
      text: text.slice(start, end).replace(/\\$/, ''),
      before: masked.slice(0, start),
      quotation: parseQuotation(masked.slice(start, end)),
      ...sourcesAt(end),
    }
  }

  /** A block quotation is cited in it or directly below it; the paragraph before it tells what is likely. */
  function claimOfBlock({ block, lead, attribution, end }: QuotedBlock): Partial<Claim> {
    const citedIn = ({ start, end: last }: Range) =>
      groups
        .filter(({ range }) => range.start >= start && range.end <= last)
        .at(-1)
        ?.citations.map(({ source }) => source)
        .filter(isKnown) ?? []
    const before = lead ? masked.slice(lead.start, lead.end) : ''
    const beside = citedIn(block)
    const likely = lead ? citedIn(lead) : []
    const others = beside.length > 0 || likely.length === 0 ? [] : sourcesAt(end).sources
    return {
      before,
      speakers: speakersOfBlock(before, attribution, brief.data.actors ?? []),
      ...(beside.length > 0 && { sources: beside, cited: true }),
      ...(others.length > 0 && { sources: [...new Set([...likely, ...others])], cited: false }),
    }
  }

  function judgedClaim(claim: Claim): Claim {
    return reportForeignParts(field, claim.range, claim.quotation, findings) ? refusedClaim(claim) : claim
  }
}

const NOTHING = { parts: [], gaps: [] } as const

function isWithin({ start, end }: Range, blocks: readonly Range[]): boolean {
  return blocks.some(block => block.start <= start && end <= block.end)
}

function reportUnpaired(
  brief: Brief,
  path: ProseField['path'],
  text: string,
  { unpaired }: ProseQuotations,
  findings: EvidenceFindings,
): void {
  let isFailed = false
  for (const { start, end, quotes } of unpaired) {
    if (!findings.hasRoom && (isFailed || !quotes)) {
      findings.omit(1)
      continue
    }
    isFailed ||= quotes
    const message = `\`${text.slice(start, end)}\` has no counterpart`
    const place = brief.placeWithin(path, start, end)
    if (quotes) findings.report('quote-unbalanced', place, message, 'close the quotation, in one paragraph')
    else findings.report('quote-mark-alone', place, message)
  }
}
