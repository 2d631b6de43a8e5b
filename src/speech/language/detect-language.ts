import { commonWords, SPEECH_LANGUAGES, type SpeechLanguage } from '../lexicon/languages.js'

/**
 * The language of a text, as far as who speaks in it can be told: the one that its caller gives, or else that of its most
 * frequent words; undefined for a language without data.
 */
export function speechLanguage(text: string, given?: string): SpeechLanguage | undefined {
  if (given !== undefined) {
    const primary = given.toLowerCase().split(/[-_]/)[0]
    return SPEECH_LANGUAGES.find(language => language === primary)
  }
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const counts = SPEECH_LANGUAGES.map(language => {
    const common = commonWords(language)
    return { language, count: words.filter(word => common.has(word)).length }
  }).sort((a, b) => b.count - a.count)
  const [best] = counts
  const english = counts.find(({ language }) => language === 'en')?.count ?? 0
  return best && best.count > english && best.count >= MIN_COMMON_WORDS ? best.language : 'en'
}

/** Characters of a text by which its language is told. */
const SAMPLE = 6000

/** With fewer words of another language a text counts as English. */
const MIN_COMMON_WORDS = 3
