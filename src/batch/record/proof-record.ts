import { nameOfField } from '../../edition/index.js'
import type { Proof, SpeakerVerdict, SpeechVerdict, Verdict } from '../../evidence/index.js'

/** A proof as `check --json` shows it; null where there is nothing to say. */
export interface ProofRecord {
  /** The field of the quotation, such as `quotes[0].text`. */
  readonly field: string
  readonly words: Verdict
  readonly speech: SpeechVerdict | null
  readonly speaker: SpeakerVerdict | null
  readonly source: string | null
  readonly paragraph: number | null
  /** Characters of the source's text (UTF-16). */
  readonly start: number | null
  readonly end: number | null
  /** The brief, relative to the workspace. */
  readonly file: string
}

/** Writes a proof as data for other programs. */
export function proofRecord(proof: Proof, file: string): ProofRecord {
  return {
    field: nameOfField(proof.path),
    words: proof.verdict,
    speech: proof.speech ?? null,
    speaker: proof.speaker ?? null,
    source: proof.source ?? null,
    paragraph: proof.paragraph ?? null,
    start: proof.passage?.start ?? null,
    end: proof.passage?.end ?? null,
    file,
  }
}
