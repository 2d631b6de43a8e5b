import type { BriefData } from '../../brief/index.js'
import { OWN_WORDS_TYPES } from '../text/own-words-types.js'

/** What a brief says of a source that a reader finds it by, and whether it is somebody's own words. */
export interface SourceFacts {
  readonly title: string
  readonly issued?: string
  readonly url?: string
  /** Left out where the brief does not tell. */
  readonly voice?: 'own' | 'reported'
  /** Of a source in somebody's own words: they speak wherever it names nobody else. */
  readonly author?: string
}

type RecordedSource = NonNullable<BriefData['sources']>[number]

/** A fact of a source that is not what it was when its quotations were proved. */
export interface ChangedFact {
  readonly key: keyof SourceFacts
  /** Undefined where there was none. */
  readonly was: string | undefined
  /** Undefined where there is none any more. */
  readonly is: string | undefined
}

/** What a lock records of a source. */
export function sourceFacts(source: RecordedSource): SourceFacts {
  const voice = voiceOf(source)
  const author = voice === 'own' && source.author ? source.author.map(plainName).join('; ') : undefined
  return {
    title: plainName(source.title),
    ...(source.issued !== undefined && { issued: source.issued }),
    ...(source.url !== undefined && { url: source.url }),
    ...(voice !== undefined && { voice }),
    ...(author !== undefined && { author }),
  }
}

/** The facts that are not what they were. To say that a source reports is no change where it was read so unsaid. */
export function changedFacts(was: SourceFacts, is: SourceFacts): ChangedFact[] {
  const changed = KEYS.filter(key => was[key] !== is[key]).map(key => ({ key, was: was[key], is: is[key] }))
  return changed.filter(({ key }) => key !== 'voice' || was.voice === 'own' || is.voice === 'own')
}

/** A name or title without what YAML or an editor may change in it: the kind of white space, and the Unicode form. */
export function plainName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Own, where what the brief declares of a source makes all of it somebody's words. */
function voiceOf(source: RecordedSource): SourceFacts['voice'] {
  const { type, voice } = source
  if (voice !== undefined) return voice
  if (type === undefined) return undefined
  return OWN_WORDS_TYPES.has(type) ? 'own' : 'reported'
}

const KEYS = ['title', 'issued', 'url', 'voice', 'author'] as const satisfies (keyof SourceFacts)[]
