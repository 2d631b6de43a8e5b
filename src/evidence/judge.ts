import type { Brief } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import { findLocked } from './by-lock.js'
import type { Claim } from './claims.js'
import type { Proof, Verdict } from './evidence.js'
import { type Found, findQuotation } from './find-quotation.js'
import * as findings from './findings.js'
import type { Lock } from './lock.js'
import { ALTERED, examineMiss, type Miss } from './miss.js'
import { namesOf } from './names.js'
import type { Circumstances } from './omission.js'
import { hashOf } from './quotation.js'
import type { SourceText } from './source-text.js'
import { isOwnWords, isSpeakerNear } from './speaker.js'

/** All that a proof may rest on. */
export interface Grounds {
  readonly brief: Brief
  readonly texts: ReadonlyMap<string, SourceText>
  readonly lock: Lock | undefined
  readonly report: Report
}

/** Proves one quotation, or reports why it is not proved. */
export function judge(claim: Claim, grounds: Grounds): Proof {
  const { texts, report } = grounds
  const best = bestFound(claim, claim.sources, grounds)
  if (best) {
    const { id, found, text } = best
    if (found.leftOut === 'negation') findings.reportNegation(claim, id, found, text, report)
    else if (found.leftOut === 'speech') findings.reportAbridged(claim, id, found, text, report)
    if (found.leftOut !== 'negation') checkSpeaker(claim, id, found, text, grounds)
    return proofOfFound(claim, id, found)
  }
  const absent = claim.sources.filter(id => !texts.has(id))
  const locked = findLocked(claim.quotation, absent, grounds.lock)
  if (locked) {
    const { hash, source, paragraph, start, end, status } = locked
    const proof = unproved(claim, 'locked')
    return { ...proof, hash, source, paragraph, passage: { start, end }, abridged: status === 'abridged' }
  }
  return reportUnfound(claim, absent, grounds)
}

interface Best {
  readonly id: string
  readonly found: Found
  readonly text: SourceText
}

function bestFound(claim: Claim, ids: readonly string[], grounds: Grounds): Best | undefined {
  let best: Best | undefined
  for (const id of ids) {
    const text = grounds.texts.get(id)
    const { speaker } = claim
    const near = speaker && text ? (token: number) => isSpeakerNear(speaker, text, token) : undefined
    const found = text && findQuotation(claim.quotation, text, circumstances(claim, id, grounds.brief), near)
    if (!found || !text) continue
    if (!best || (best.found.leftOut === 'negation' && found.leftOut !== 'negation'))
      best = { id, found, text }
  }
  return best
}

function circumstances({ speaker, lang }: Claim, id: string, { data }: Brief): Circumstances {
  const source = data.sources?.find(candidate => candidate.id === id)
  const own = new Set(speaker ? namesOf(speaker) : [])
  const others = speaker ? (data.actors ?? []).flatMap(namesOf).filter(name => !own.has(name)) : []
  return {
    lang: source?.lang ?? lang ?? data.lang ?? 'en',
    ownWords: isOwnWords(speaker, source),
    others: new Set(others),
  }
}

function checkSpeaker(
  { speaker, speakerPlace }: Claim,
  id: string,
  { token, paragraph }: Found,
  text: SourceText,
  grounds: Grounds,
): void {
  const { brief, report } = grounds
  const source = brief.data.sources?.find(candidate => candidate.id === id)
  if (!speaker || !speakerPlace || isOwnWords(speaker, source) || isSpeakerNear(speaker, text, token)) return
  const message = `\`${speaker.name}\` is not named near the passage, \`${id}\`, para. ${paragraph}`
  report('speaker-not-near', speakerPlace, message, 'check who is quoted there')
}

function proofOfFound(claim: Claim, id: string, { leftOut, hash, cut, paragraph, passage }: Found): Proof {
  const verdict = leftOut === 'negation' ? 'altered' : leftOut === 'speech' ? 'abridged' : 'verified'
  const proof = {
    ...unproved(claim, verdict),
    abridged: verdict === 'abridged',
    source: id,
    paragraph,
    passage,
    hash,
  }
  return cut ? { ...proof, cut } : proof
}

function unproved({ path, range, quotation }: Claim, verdict: Verdict): Proof {
  return { path, range, verdict, abridged: false, hash: hashOf(quotation) }
}

function reportUnfound(claim: Claim, absent: readonly string[], grounds: Grounds): Proof {
  const { brief, texts, lock, report } = grounds
  const others = claim.cited ? [...texts.keys()].filter(id => !claim.sources.includes(id)) : []
  const other = bestFound(claim, others, grounds)
  const elsewhere = other && `cite \`${other.id}\`: the words stand there, para. ${other.found.paragraph}`
  const closest = closestMiss(claim, texts)
  if (closest && closest.miss.similarity >= ALTERED) {
    findings.reportAltered(claim, closest.id, closest.miss, elsewhere, report)
    return { ...unproved(claim, 'altered'), source: closest.id }
  }
  const recorded = absent.find(id => lock?.sources.has(id))
  if (lock && recorded !== undefined) {
    findings.reportChanged(claim, recorded, lock, report)
    return { ...unproved(claim, 'altered'), source: recorded }
  }
  if (absent.length > 0 || (brief.data.sources ?? []).length === 0) {
    findings.reportUnproved(claim, absent[0], report)
    return unproved(claim, 'unproved')
  }
  findings.reportMissing(claim, elsewhere, report)
  return unproved(claim, 'missing')
}

function closestMiss(claim: Claim, texts: Grounds['texts']): { id: string; miss: Miss } | undefined {
  let closest: { id: string; miss: Miss } | undefined
  for (const id of claim.sources) {
    const text = texts.get(id)
    if (!text) continue
    const miss = examineMiss(claim.text, claim.quotation, text)
    if (!closest || miss.similarity > closest.miss.similarity) closest = { id, miss }
  }
  return closest
}
