import type { Range } from '../diagnostics/index.js'

/** Words that a text gives as somebody's own, as they were spoken or written. */
export interface Utterance {
  /**
   * Characters of the text, in its order, without the marks around them: more than one part where the reporter interrupts
   * (`“…,” she said, “…”`) or where it goes on in another paragraph.
   */
  readonly parts: readonly Range[]
  readonly marking: UtteranceMarking
  /** Those who speak; several speak together. Nobody where the text does not tell, and for a question of an interview. */
  readonly speakers: readonly UtteranceSpeaker[]
  /** How the text tells who speaks; left out where it does not. */
  readonly attribution?: 'stated' | 'resolved' | 'inferred'
  /** The words that attribute it, or frame it: of a turn its label. */
  readonly tag?: Range
  /** The words by which the text says that these words were not said, are forged, or are no longer meant. */
  readonly disowned?: Range
  /** The index of the utterance within which it is quoted: the innermost one. */
  readonly within?: number
}

/** What shows that words are an utterance. A text in its author's own voice is one utterance as a whole. */
export type UtteranceMarking = 'double' | 'single' | 'guillemets' | 'block' | 'turn' | 'own'

/** Whoever speaks, as a text names them. */
export interface UtteranceSpeaker {
  /** In the fullest form that the text has: `Claudia Sheinbaum`; of somebody without a name, the words for them. */
  readonly name: string
  /** In the words of the attribution: `she`, `the president`. */
  readonly mention: string
  readonly isNamed: boolean
  /** Whether it is known to be a person, an organisation, or neither. */
  readonly type: 'person' | 'organisation' | 'place' | 'document' | 'unknown'
  /** All forms under which the text names them. */
  readonly aliases: readonly string[]
}

/** What is known of a text besides its words. */
export interface SpeechOptions {
  /** The text's language (BCP 47); told from the text itself if left out. */
  readonly lang?: string
  /** `own` where all of the text is its author's words: an utterance as a whole, but for what labels give to others. */
  readonly voice?: 'own' | 'reporting'
  /** Which paragraphs its markup shows as block quotations, counted from 0. */
  readonly blockQuotations?: ReadonlySet<number>
}
