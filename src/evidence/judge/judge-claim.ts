import type { Brief } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import type { Lock } from '../lock/lock.js'
import { type FoundQuotation, findQuotation } from '../match/find-quotation.js'
import { examineMismatch, LEAST_SIMILARITY_OF_ALTERED, type Mismatch } from '../match/mismatch.js'
import type { OmissionContext } from '../match/omission.js'
import { quotationHash } from '../match/quotation.js'
import { actorNames } from '../text/actor-names.js'
import type { SourceText } from '../text/source-text.js'
import type { Claim } from './claims.js'
import type { Proof, Verdict } from './evidence.js'
import * as findings from './findings.js'
import { claimedSpeakers, judgeLocked } from './judge-locked.js'
import { isOwnWords, isSpeakerNear } from './speaker.js'

/** Everything that a proof may be based on. */
export interface ProofContext {
  readonly brief: Brief
  readonly texts: ReadonlyMap<string, SourceText>
  readonly lock: Lock | undefined
  readonly report: Report
}

/** Proves one quotation, or reports why it is not proved. */
export function judgeClaim(claim: Claim, grounds: ProofContext): Proof {
  const { texts, report } = grounds
  const best = findBestMatch(claim, claim.sources, grounds)
  if (best) {
    const { id, found, text } = best
    if (found.omission === 'negation') findings.reportOmittedNegation(claim, id, found, text, report)
    else if (found.omission === 'speech') findings.reportAbridgedQuotation(claim, id, found, text, report)
    if (found.omission !== 'negation') checkSpeaker(claim, id, found, text, grounds)
    return foundProof(claim, id, found)
  }
  const absent = claim.sources.filter(id => !texts.has(id))
  const locked = judgeLocked(claim, absent, grounds)
  if (locked) return { ...proofWithVerdict(claim, locked.verdict), ...locked }
  return judgeUnfound(claim, absent, grounds)
}

interface BestMatch {
  readonly id: string
  readonly found: FoundQuotation
  readonly text: SourceText
}

function findBestMatch(claim: Claim, ids: readonly string[], grounds: ProofContext): BestMatch | undefined {
  let best: BestMatch | undefined
  for (const id of ids) {
    const text = grounds.texts.get(id)
    const { speaker } = claim
    const near = speaker && text ? (token: number) => isSpeakerNear(speaker, text, token) : undefined
    const found =
      text && findQuotation(claim.quotation, text, omissionContext(claim, id, grounds.brief), near)
    if (!found || !text) continue
    if (!best || (best.found.omission === 'negation' && found.omission !== 'negation'))
      best = { id, found, text }
  }
  return best
}

function omissionContext({ speaker, lang }: Claim, id: string, { data }: Brief): OmissionContext {
  const source = data.sources?.find(candidate => candidate.id === id)
  const own = new Set(speaker ? actorNames(speaker) : [])
  const others = speaker ? (data.actors ?? []).flatMap(actorNames).filter(name => !own.has(name)) : []
  return {
    lang: source?.lang ?? lang ?? data.lang ?? 'en',
    ownWords: isOwnWords(speaker, source),
    otherNames: new Set(others),
  }
}

function checkSpeaker(
  { speaker, speakerPlace }: Claim,
  id: string,
  { token, paragraph }: FoundQuotation,
  text: SourceText,
  grounds: ProofContext,
): void {
  const { brief, report } = grounds
  const source = brief.data.sources?.find(candidate => candidate.id === id)
  if (!speaker || !speakerPlace || isOwnWords(speaker, source) || isSpeakerNear(speaker, text, token)) return
  const message = `\`${speaker.name}\` is not named near the passage, \`${id}\`, para. ${paragraph}`
  report('speaker-not-near', speakerPlace, message, 'check who is quoted there')
}

function foundProof(
  claim: Claim,
  id: string,
  { omission, hash, cut, paragraph, passage }: FoundQuotation,
): Proof {
  const verdict = omission === 'negation' ? 'altered' : omission === 'speech' ? 'abridged' : 'verified'
  const proof = {
    ...proofWithVerdict(claim, verdict),
    abridged: verdict === 'abridged',
    source: id,
    paragraph,
    passage,
    hash,
  }
  return cut ? { ...proof, cut } : proof
}

function proofWithVerdict(claim: Claim, verdict: Verdict): Proof {
  const { path, range, quotation } = claim
  const speakers = claimedSpeakers(claim)
  return { path, range, verdict, speakers, abridged: false, hash: quotationHash(quotation) }
}

function judgeUnfound(claim: Claim, absent: readonly string[], grounds: ProofContext): Proof {
  const { brief, texts, lock, report } = grounds
  const others = claim.cited ? [...texts.keys()].filter(id => !claim.sources.includes(id)) : []
  const other = findBestMatch(claim, others, grounds)
  const elsewhere = other && `cite \`${other.id}\`: the words stand there, para. ${other.found.paragraph}`
  const closest = closestMismatch(claim, texts)
  if (closest && closest.miss.similarity >= LEAST_SIMILARITY_OF_ALTERED) {
    findings.reportAlteredQuotation(claim, closest.id, closest.miss, elsewhere, report)
    return { ...proofWithVerdict(claim, 'altered'), source: closest.id }
  }
  const recorded = absent.find(id => lock?.sources.has(id))
  if (lock && recorded !== undefined) {
    findings.reportChangedQuotation(claim, recorded, lock, report)
    return { ...proofWithVerdict(claim, 'altered'), source: recorded }
  }
  if (absent.length > 0 || (brief.data.sources ?? []).length === 0) {
    findings.reportUnprovedQuotation(claim, absent[0], report)
    return proofWithVerdict(claim, 'unproved')
  }
  findings.reportMissingQuotation(claim, elsewhere, report)
  return proofWithVerdict(claim, 'missing')
}

function closestMismatch(
  claim: Claim,
  texts: ProofContext['texts'],
): { id: string; miss: Mismatch } | undefined {
  let closest: { id: string; miss: Mismatch } | undefined
  for (const id of claim.sources) {
    const text = texts.get(id)
    if (!text) continue
    const miss = examineMismatch(claim.text, claim.quotation, text)
    if (!closest || miss.similarity > closest.miss.similarity) closest = { id, miss }
  }
  return closest
}
