import type { Brief, FieldPath } from '../brief/index.js'
import type { Range, Report } from '../diagnostics/index.js'
import { checkCitedPlaces } from './judge/check-places.js'
import { quoteClaims } from './judge/claims.js'
import { reportCopiedSentences } from './judge/copied-sentences.js'
import { type Evidence, isProved, type Proof } from './judge/evidence.js'
import { EvidenceFindings } from './judge/evidence-findings.js'
import { judgeClaim } from './judge/judge-claim.js'
import { reportChangedFacts } from './judge/judge-locked.js'
import { proseClaims } from './judge/prose-claims.js'
import { reportLateQuotes } from './judge/quote-dates.js'
import type { Lock } from './lock/lock.js'
import { changedFacts, sourceFacts } from './lock/source-facts.js'
import { readNumberings, withPlace } from './place/numberings.js'
import type { SourceText } from './text/source-text.js'

/**
 * Proves every quotation of a brief against the texts of its sources (by id) or, where a text is absent, the lock. What is
 * not proved, or needs an editor's check, is reported.
 */
export function prove(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
  lock: Lock | undefined,
  report: Report,
): Evidence {
  const steps = proveInSteps(brief, texts, lock, report)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Proves as `prove` does, with a step for each quotation: looking for one in long texts takes its time. */
export function* proveInSteps(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
  lock: Lock | undefined,
  target: Report,
): Generator<void, Evidence> {
  const findings = new EvidenceFindings()
  const { report } = findings
  reportChangedSources(brief, texts, lock, report)
  yield
  reportCopiedSentences(brief, texts, report)
  yield
  reportLateQuotes(brief, report)
  const claims = [...quoteClaims(brief, findings), ...proseClaims(brief, findings)]
  const numberings = readNumberings(brief, texts, report)
  const proofs: Proof[] = []
  for (const claim of claims) {
    yield
    const proof = judgeClaim(claim, { brief, texts, lock, report: claim.refused ? ignored : report })
    proofs.push(withPlace(proof, numberings))
  }
  const corrections = checkCitedPlaces(proofs, { brief, texts, numberings, report })
  reportChangedFacts(brief, proofs, id => !texts.has(id), lock, report)
  if (lock?.version === 2) reportOtherFacts(brief, texts, lock, report)
  reportOutdatedLock(brief, proofs, lock, report)
  findings.passOn(target)
  const unproved = rangesByField(proofs.filter(proof => !isProved(proof)))
  const quotes = new Map<unknown, Proof>()
  for (const proof of proofs.filter(isOfQuote)) {
    const known = quotes.get(proof.path[1])
    if (!known || (isProved(known) && !isProved(proof))) quotes.set(proof.path[1], proof)
  }
  return {
    proofs,
    ofQuote: index => quotes.get(index),
    unprovedIn: path => (unproved.size === 0 ? [] : (unproved.get(fieldKey(path)) ?? [])),
    corrections,
  }
}

function isOfQuote({ path }: Proof): boolean {
  return path.length === 3 && path[0] === 'quotes' && path[2] === 'text'
}

function rangesByField(proofs: readonly Proof[]): ReadonlyMap<string, readonly Range[]> {
  const fields = new Map<string, Range[]>()
  for (const { path, range } of proofs) {
    const key = fieldKey(path)
    const ranges = fields.get(key)
    if (ranges) ranges.push(range)
    else fields.set(key, [range])
  }
  return fields
}

const fieldKey = (path: FieldPath) => JSON.stringify(path)

/** What is refused is reported where it is found. */
const ignored: Report = () => {}

function reportChangedSources(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
  lock: Lock | undefined,
  report: Report,
): void {
  brief.data.sources?.forEach(({ id }, index) => {
    const text = texts.get(id)
    const before = lock?.sources.get(id)
    if (!text || !before || text.sha256 === before.sha256) return
    const message = `the text of \`${id}\` is not the one recorded on ${before.date}`
    report('source-changed', brief.place(['sources', index, 'text']), message, UPDATE)
  })
}

/** Says what the brief tells of a source otherwise than the lock, where the text is here and can be recorded anew. */
function reportOtherFacts(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
  lock: Lock,
  report: Report,
): void {
  for (const [index, source] of (brief.data.sources ?? []).entries()) {
    const before = texts.has(source.id) && lock.sources.get(source.id)
    if (!before) continue
    const [changed] = before.facts ? changedFacts(before.facts, sourceFacts(source)) : []
    if (before.facts && !changed) continue
    const message = `the lock file has ${changed ? `another ${changed.key}` : 'no description'} of \`${source.id}\``
    report('lock-outdated', brief.place(['sources', index]), message, UPDATE)
  }
}

interface Recorded {
  readonly speakers?: readonly string[] | undefined
  readonly speech?: Proof['speech'] | undefined
  readonly attribution?: Proof['speaker'] | undefined
}

function reportOutdatedLock(
  brief: Brief,
  proofs: readonly Proof[],
  lock: Lock | undefined,
  report: Report,
): void {
  if (!lock) return
  const parts = ({ speakers, speech, attribution }: Recorded) =>
    lock.version === 1 ? [] : [speakers, speech, attribution]
  const recorded = new Set(
    lock.quotes.map(quote => JSON.stringify([quote.source, quote.hash, ...parts(quote)])),
  )
  const lacking = proofs.filter(proof => {
    const { verdict, source, hash, speakers, speech, speaker } = proof
    if (!isProved(proof) || verdict === 'locked') return false
    return !recorded.has(JSON.stringify([source, hash, ...parts({ speakers, speech, attribution: speaker })]))
  })
  const [first] = lacking
  if (!first) return
  const what = lacking.length === 1 ? 'a quotation that is' : `${lacking.length} quotations that are`
  const { start, end } = first.range
  report(
    'lock-outdated',
    brief.placeWithin(first.path, start, end),
    `the lock file lacks ${what} proved, or has ${lacking.length === 1 ? 'it' : 'them'} otherwise`,
    UPDATE,
  )
}

const UPDATE = 'run `briefwright check --update-lock` once the findings are settled'
