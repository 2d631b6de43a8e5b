import type { Brief } from '../../brief/index.js'
import type { Range, Report } from '../../diagnostics/index.js'
import type { Lock } from '../lock/lock.js'
import { isDeniedByAuthor } from '../match/author-denial.js'
import { type FoundQuotation, findQuotation } from '../match/find-quotation.js'
import { examineMismatch, LEAST_SIMILARITY_OF_ALTERED, type Mismatch } from '../match/mismatch.js'
import type { OmissionContext } from '../match/omission.js'
import { quotationHash } from '../match/quotation.js'
import { type Actor, actorNames } from '../text/actor-names.js'
import type { SourceText } from '../text/source-text.js'
import type { Claim } from './claims.js'
import type { Proof, Verdict } from './evidence.js'
import * as findings from './findings.js'
import { claimedSpeakers, judgeLocked } from './judge-locked.js'
import { judgeSpeech, type SpeechJudgement } from './judge-speech.js'
import { reportSense } from './sense-findings.js'
import { isWithinMarks } from './utterances-at.js'
import { isOwnWords } from './voice.js'

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
    const { id, found, text, spoken } = best
    reportSense(claim, id, found, text, report)
    if (found.omission === 'speech') findings.reportAbridgedQuotation(claim, id, found, text, report)
    if (spoken?.problem) findings.reportSpeechProblem(claim, id, spoken.problem, text, report)
    return foundProof(claim, best)
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
  readonly spoken: SpeechJudgement | undefined
}

/** The source that leaves out least, then the one against which least speaks, then the likeliest. */
function findBestMatch(claim: Claim, ids: readonly string[], grounds: ProofContext): BestMatch | undefined {
  let best: (BestMatch & { readonly rank: number }) | undefined
  for (const id of ids) {
    const text = grounds.texts.get(id)
    if (!text) continue
    const judge = speechJudge(claim, id, text, grounds.brief)
    const found = findQuotation(claim.quotation, text, omissionContext(claim, id, grounds.brief), parts =>
      objectionsTo(judge(parts), parts, text),
    )
    if (!found) continue
    const spoken = judge(found.parts)
    const rank = (found.omission === 'negation' ? 100 : 0) + objectionsTo(spoken, found.parts, text)
    if (!best || rank < best.rank) best = { id, found, text, spoken, rank }
    if (rank === 0) break
  }
  return best
}

function speechJudge(claim: Claim, id: string, text: SourceText, { data }: Brief) {
  const source = data.sources?.find(candidate => candidate.id === id)
  const about = { speakers: claim.speakers, actors: data.actors ?? [], confirmed: claim.speakerConfirmed }
  return (parts: readonly Range[]) => judgeSpeech(parts, about, source, text)
}

/** What speaks against a passage, from nothing (0) to words that the source disowns. */
function objectionsTo(
  spoken: SpeechJudgement | undefined,
  parts: readonly Range[],
  text: SourceText,
): number {
  if (!spoken) return parts.every(part => isWithinMarks(part, text)) ? 0 : 1
  if (spoken.speech === 'disowned') return 5
  if (spoken.speech === 'reported') return 4
  if (spoken.speaker === 'other') return 3
  return spoken.problem ? 2 : spoken.speaker === 'declared' ? 1 : 0
}

function omissionContext({ speakers, lang, before }: Claim, id: string, { data }: Brief): OmissionContext {
  const source = data.sources?.find(candidate => candidate.id === id)
  const own = new Set(speakers.flatMap(actorNames))
  const all = speakers.length > 0 ? namesOfAll(data.actors ?? []) : undefined
  return {
    lang: source?.lang ?? lang ?? data.lang ?? 'en',
    ownWords: isOwnWords(speakers, source),
    otherNames: { has: name => all !== undefined && !own.has(name) && all.has(name) },
    ...(before !== undefined && { deniedByAuthor: () => isDeniedByAuthor(before, data.lang ?? 'en') }),
  }
}

function namesOfAll(actors: readonly Actor[]): ReadonlySet<string> {
  const known = NAMES_OF_ALL.get(actors)
  if (known) return known
  const names = new Set(actors.flatMap(actorNames))
  NAMES_OF_ALL.set(actors, names)
  return names
}

const NAMES_OF_ALL = new WeakMap<readonly Actor[], ReadonlySet<string>>()

function foundProof(claim: Claim, { id, found, spoken }: BestMatch): Proof {
  const { omission, hash, cut, paragraph, passage } = found
  const verdict = omission === 'negation' ? 'altered' : omission === 'speech' ? 'abridged' : 'verified'
  const proof = {
    ...proofWithVerdict(claim, verdict),
    ...(spoken && { speech: spoken.speech, ...(spoken.speaker && { speaker: spoken.speaker }) }),
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
