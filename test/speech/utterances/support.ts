import { paragraphsOf, readSpeech, type SpeechOptions } from '../../../src/speech/index.js'

/** The utterances of a text as `speaker: words`, with what else is told of each in brackets. */
export async function utterancesIn(text: string, options?: SpeechOptions): Promise<string[]> {
  const { utterances } = await readSpeech(text, paragraphsOf(text), undefined, options)
  return utterances.map(({ parts, speakers, marking, disowned, within }) => {
    const words = parts.map(({ start, end }) => text.slice(start, end)).join(' | ')
    const notes = [marking, disowned ? 'disowned' : '', within === undefined ? '' : `in ${within}`].filter(
      Boolean,
    )
    return `${speakers.map(({ name }) => name).join(' and ') || '?'} (${notes.join(', ')}): ${words}`
  })
}
