import type { BriefData } from '../../brief/index.js'
import { type Actor, foldCaseAndAccents } from '../text/actor-names.js'
import { OWN_WORDS_TYPES } from '../text/own-words-types.js'
import type { SourceText } from '../text/source-text.js'

export type SourceData = NonNullable<BriefData['sources']>[number]

/** Whether a source is somebody's own words, or reports those of others; `unclear` where nothing tells. */
export type SourceVoice = 'own' | 'reporting' | 'unclear'

/** Tells the voice of a source by what the brief says of it, or else by its quotation marks and labels. */
export function voiceOfSource(source: SourceData | undefined, text: SourceText): SourceVoice {
  if (source?.voice !== undefined) return source.voice === 'own' ? 'own' : 'reporting'
  if (source?.type !== undefined) return OWN_WORDS_TYPES.has(source.type) ? 'own' : 'reporting'
  const { utterances } = text.speech ?? { utterances: [] }
  if (utterances.some(({ marking }) => marking === 'own')) return 'own'
  return utterances.length > 0 || hasQuotationMarks(text) ? 'reporting' : 'unclear'
}

const marked = new WeakMap<SourceText, boolean>()

function hasQuotationMarks(text: SourceText): boolean {
  const known = marked.get(text)
  if (known !== undefined) return known
  const has = text.inQuotationMarks.includes(true)
  marked.set(text, has)
  return has
}

/** Whether all of a source is the speakers' own, so that what is between two parts of a quotation is theirs. */
export function isOwnWords(speakers: readonly Actor[], source: SourceData | undefined): boolean {
  if (source?.voice !== undefined) return source.voice === 'own'
  if (source?.type === 'speech' || source?.type === 'personal_communication') return true
  const authors = (source?.author ?? []).map(foldCaseAndAccents)
  return speakers.length > 0 && speakers.every(({ name }) => authors.includes(foldCaseAndAccents(name)))
}
