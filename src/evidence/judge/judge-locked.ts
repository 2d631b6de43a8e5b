import type { Brief } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import { findLockedWords, type Lock, type LockedQuote } from '../lock/lock.js'
import { changedFacts, plainName, sourceFacts } from '../lock/source-facts.js'
import type { Claim } from './claims.js'
import type { Proof } from './evidence.js'

interface LockGrounds {
  readonly brief: Brief
  readonly lock: Lock | undefined
  readonly report: Report
}

/** What a lock says of a quotation: all of a proof but what the claim itself tells. */
export type LockedVerdict = Pick<Proof, 'verdict' | 'abridged' | 'hash'> &
  Partial<Pick<Proof, 'source' | 'paragraph' | 'place' | 'passage' | 'speech' | 'speaker'>>

/**
 * Proves a quotation whose sources' texts are absent by what the lock recorded: its words, whose they are, and which source
 * they are from. What is not as it was proved is reported. Undefined where no source that it may be from has such words.
 */
export function judgeLocked(
  claim: Claim,
  absent: readonly string[],
  grounds: LockGrounds,
): LockedVerdict | undefined {
  if (absent.length === 0) return undefined
  const words = findLockedWords(claim.quotation, grounds.lock)
  const recorded = words.filter(({ source }) => absent.includes(source))
  const unchanged = recorded.find(
    quote => isSpeakerUnchanged(claim, quote) && isSourceUnchanged(quote, grounds),
  )
  if (unchanged) return lockedProof(claim, unchanged, grounds)
  const sameSource = recorded.find(quote => isSpeakerUnchanged(claim, quote))
  const [first] = recorded
  if (first) {
    const nearest = sameSource ?? first
    if (nearest.speakers === undefined || !grounds.lock?.sources.get(nearest.source)?.facts)
      reportUnrecorded(claim, nearest, grounds)
    else if (!sameSource) reportOtherSpeaker(claim, recorded, grounds)
    return { ...verdictOf(nearest, 'unproved'), ...(!sameSource && { speaker: 'other' }) }
  }
  const moved = claim.cited ? words.find(({ source }) => grounds.lock?.sources.has(source)) : undefined
  const cited = claim.sources[0]
  if (!moved || cited === undefined || !absent.includes(cited)) return undefined
  reportOtherSource(claim, moved, cited, grounds)
  return { verdict: 'unproved', abridged: false, hash: moved.hash, source: cited }
}

/** The names that a brief gives a quotation to, as a lock records them. */
export function claimedSpeakers({ speakers }: Claim): string[] {
  return speakers.map(({ name }) => plainName(name)).sort()
}

/**
 * Reports what a brief says of sources otherwise than when their quotations were proved; of sources with an absent text, from
 * which it still quotes.
 */
export function reportChangedFacts(
  brief: Brief,
  proofs: readonly Proof[],
  isAbsent: (id: string) => boolean,
  lock: Lock | undefined,
  report: Report,
): void {
  const quoted = new Set(proofs.map(({ source }) => source))
  for (const [index, source] of (brief.data.sources ?? []).entries()) {
    const before = lock?.sources.get(source.id)
    if (!before?.facts || !isAbsent(source.id) || !quoted.has(source.id)) continue
    for (const { key, was, is } of changedFacts(before.facts, sourceFacts(source))) {
      const field = key === 'voice' && source.type !== undefined ? 'type' : key
      report(
        'lock-source-changed',
        brief.place(field in source ? ['sources', index, field] : ['sources', index]),
        `the quotations from \`${source.id}\` were proved on ${before.date} with ${FACT_NAMES[key]} ${shown(was)}, which is now ${shown(is)}; its text is absent`,
        'restore what was proved',
        UPDATE,
      )
    }
  }
}

const FACT_NAMES = {
  title: 'the title',
  issued: 'the date',
  url: 'the address',
  voice: 'the voice',
  author: 'the author',
}
const UPDATE = 'run `briefwright check --update-lock` where the text is'

function shown(fact: string | undefined): string {
  return fact === undefined ? 'none' : `\`${fact}\``
}

/** Prose may leave out who speaks; what it says must be what was proved. */
function isSpeakerUnchanged(claim: Claim, { speakers }: LockedQuote): boolean {
  if (!speakers) return false
  const claimed = claimedSpeakers(claim)
  if (claimed.length === 0 && claim.path[0] !== 'quotes') return true
  return claimed.length === speakers.length && claimed.every((name, index) => name === speakers[index])
}

function isSourceUnchanged({ source: id }: LockedQuote, { brief, lock }: LockGrounds): boolean {
  const source = brief.data.sources?.find(candidate => candidate.id === id)
  const facts = lock?.sources.get(id)?.facts
  return source !== undefined && facts !== undefined && changedFacts(facts, sourceFacts(source)).length === 0
}

/** Where the source did not tell who speaks, that is said again, unless the author of the brief gives a reason now. */
function lockedProof(claim: Claim, quote: LockedQuote, { report }: LockGrounds): LockedVerdict {
  const { speaker: recorded, ...locked } = verdictOf(quote, 'locked')
  if (claim.speakers.length === 0) return locked
  if (recorded === 'confirmed') return { ...locked, speaker: recorded }
  if (claim.speakerConfirmed !== undefined) return { ...locked, speaker: 'declared' }
  report(
    'speaker-not-confirmed',
    claim.speakerPlace,
    recorded === undefined
      ? `the lock file does not record whether \`${quote.source}\` gives the words to ${speakersNamed(claim)}`
      : `\`${quote.source}\` did not tell that the words are those of ${speakersNamed(claim)} when they were locked`,
    recorded === undefined ? UPDATE : 'say in `speaker_confirmed` how you know who speaks',
  )
  return { ...locked, speaker: 'unknown' }
}

function speakersNamed(claim: Claim): string {
  return claimedSpeakers(claim)
    .map(name => `\`${name}\``)
    .join(', ')
}

function verdictOf(quote: LockedQuote, verdict: Proof['verdict']): LockedVerdict {
  const { hash, source, paragraph, place, start, end, status, speech, attribution } = quote
  return {
    ...{ verdict, hash, source, paragraph, passage: { start, end } },
    abridged: status === 'abridged',
    ...(place && { place }),
    ...(speech && { speech }),
    ...(attribution && { speaker: attribution }),
  }
}

function reportUnrecorded(claim: Claim, { source }: LockedQuote, { report }: LockGrounds): void {
  report(
    'lock-unrecorded',
    claim.place,
    `the text of \`${source}\` is absent, and the lock file records the words alone: neither who says them nor what \`${source}\` was`,
    UPDATE,
  )
}

function reportOtherSpeaker(
  claim: Claim,
  recorded: readonly LockedQuote[],
  { lock, report }: LockGrounds,
): void {
  const [first] = recorded
  if (!first) return
  const proved = [...new Set(recorded.map(({ speakers = [] }) => speakersShown(speakers)))].join(' and as ')
  const now = speakersShown(claimedSpeakers(claim))
  report(
    'lock-speaker-changed',
    claim.speakerPlace,
    `the quotation was proved on ${lock?.sources.get(first.source)?.date} as ${proved}, and is now ${now}; the text of \`${first.source}\` is absent`,
    'restore the speaker that was proved',
    UPDATE,
  )
}

function speakersShown(names: readonly string[]): string {
  return names.length === 0 ? 'nobody’s' : `that of ${names.map(name => `\`${name}\``).join(', ')}`
}

function reportOtherSource(
  claim: Claim,
  { source }: LockedQuote,
  cited: string,
  { brief, lock, report }: LockGrounds,
): void {
  const recorded = lock?.sources.get(source)
  const title = recorded?.facts ? ` (${recorded.facts.title})` : ''
  const now = brief.data.sources?.find(({ id }) => id === cited)
  report(
    'lock-source-changed',
    claim.place,
    `the quotation was proved on ${recorded?.date} against \`${source}\`${title}, and is now given to \`${cited}\` (${now?.title}), whose text is absent`,
    'cite the source that was proved',
    UPDATE,
  )
}
