import type { EntityMention } from '../../src/speech/entities/entity.js'
import { findNameSpans, type NameSpan } from '../../src/speech/entities/name-spans.js'
import type { Sentence, TaggedWord } from '../../src/speech/language/tagged-words.js'

/** A sentence of words with their tags, `Moe/PROPN spoke/VERB`; a word without one is a noun, and a mark punctuation. */
export function tagged(text: string): Sentence {
  let end = -1
  const words = text.split(' ').map(part => {
    const [, word = '', tag] = /^(.+?)(?:\/([A-Z]+))?$/.exec(part) ?? []
    const start = end + 1
    end = start + word.length
    const pos = tag ?? (/^[\p{L}\p{N}]/u.test(word) ? 'NOUN' : 'PUNCT')
    return { text: word, lower: word.toLowerCase(), start, end, pos: pos as TaggedWord['pos'] }
  })
  return { paragraph: 0, start: 0, end, words }
}

/** The names of such a sentence. */
export function namesIn(text: string): string[] {
  return findNameSpans([tagged(text)]).map(({ words }) => words.join(' '))
}

/** The first name of such a sentence, as a mention of an entity of its own. */
export function firstMention(text: string): EntityMention {
  const [span] = findNameSpans([tagged(text)])
  if (!span) throw new Error('no name')
  return mentionOf(span)
}

function mentionOf(span: NameSpan): EntityMention {
  const entity = {
    name: span.words.join(' '),
    type: 'unknown',
    gender: undefined,
    roles: [],
    mentions: [],
  } as const
  return { ...span, entity: { ...entity, roles: [], mentions: [] }, start: 0, end: 1 }
}
