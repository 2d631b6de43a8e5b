import { type Brief, findCitationGroups, type ProseField, proseFields } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import { findProseQuotations, type ProseQuotations, proseParagraphs } from '../../speech/index.js'
import { parseQuotation } from '../match/quotation.js'
import { blockQuotations } from '../text/block-quotations.js'
import { maskMarkdown } from '../text/mask-markdown.js'
import { candidateSources } from './candidate-sources.js'
import { type Claim, refusedClaim } from './claims.js'
import type { EvidenceFindings } from './evidence-findings.js'
import { quotingField, reportForeignParts } from './foreign-parts.js'
import { namedSpeakers } from './prose-speaker.js'
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

function claimsOfField(brief: Brief, { path, text }: ProseField, findings: EvidenceFindings): Claim[] {
  const groups = findCitationGroups(text)
  const masked = maskMarkdown(text, groups)
  const { file, range: value } = brief.place(path)
  const isLiteral = file.text.charAt(value.start) === '|'
  const found = findProseQuotations(masked, proseParagraphs(masked, !isLiteral))
  reportUnpaired(brief, path, text, found, findings)
  if (path[0] === 'quotes' && path[2] === 'translation') return []
  const field = quotingField(brief, path, text, groups)
  const sourcesAt = candidateSources(brief, path, text, groups)
  const blocks = blockQuotations(text, masked)
  const marked = found.quotations.filter(span => !isWithin(span, blocks))
  const foreign = marked.filter(span => !span.isTitle && reportForeignParts(field, span, NOTHING, findings))
  const sound = new Set(quotationsToProve(marked, masked, brief.data.actors, sourcesAt))
  for (const span of foreign) sound.delete(span)
  const claims = [
    ...foreign.map(span => refusedClaim(claimAt(span))),
    ...[...sound, ...blocks].map(judgedClaim),
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
      quotation: parseQuotation(masked.slice(start, end)),
      ...sourcesAt(end),
    }
  }

  function judgedClaim(span: Range): Claim {
    const claim = claimAt(span)
    return reportForeignParts(field, span, claim.quotation, findings) ? refusedClaim(claim) : claim
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
