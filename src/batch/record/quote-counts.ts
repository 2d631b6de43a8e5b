import { isProved, type Proof, type SpeakerVerdict, type SpeechVerdict } from '../../evidence/index.js'

/** Quotations by how they are proved. */
export interface QuoteCounts {
  readonly verified: number
  readonly abridged: number
  readonly locked: number
  readonly unverified: number
}

/** Counts quotations; a quotation is either proved in one of three ways, or not; one of several sources is one. */
export function countProofs(proofs: readonly Proof[]): QuoteCounts {
  const counts = { verified: 0, abridged: 0, locked: 0, unverified: 0 }
  const quotations = new Map<string, Proof>()
  for (const proof of proofs) {
    const key = `${proof.path.join('.')} ${proof.range.start}`
    const known = quotations.get(key)
    if (!known || (isProved(known) && !isProved(proof))) quotations.set(key, proof)
  }
  for (const proof of quotations.values()) {
    const { verdict } = proof
    counts[isProved(proof) && verdict in counts ? (verdict as keyof QuoteCounts) : 'unverified']++
  }
  return counts
}

/** What is found of quotations, beside their words: whether they are speech, and whose. */
export interface SpeechCounts {
  readonly speech: Readonly<Record<SpeechVerdict, number>>
  readonly speaker: Readonly<Record<SpeakerVerdict, number>>
}

/** Counts the other two parts of proofs; a proof need not have them. */
export function countSpeech(proofs: readonly Proof[]): SpeechCounts {
  const speech = { quoted: 0, own: 0, reported: 0, disowned: 0 }
  const speaker = { confirmed: 0, declared: 0, unknown: 0, other: 0 }
  for (const proof of proofs) {
    if (proof.speech) speech[proof.speech]++
    if (proof.speaker) speaker[proof.speaker]++
  }
  return { speech, speaker }
}
