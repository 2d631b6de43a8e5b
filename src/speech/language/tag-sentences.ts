import { present, type Range } from '../../diagnostics/index.js'
import { isAbbreviatedTitle } from '../lexicon/roles.js'
import { type PartOfSpeech, rangeOf, type Sentence, type TaggedWord } from './tagged-words.js'

/** Splits paragraphs into sentences and tags their words; the model is loaded when it is first needed. */
export async function tagSentences(text: string, paragraphs: readonly Range[]): Promise<Sentence[]> {
  tagger ??= loadTagger()
  const nlp = await tagger
  const { its } = nlp
  const sentences = paragraphs.flatMap(({ start, end }, paragraph) => {
    const document = nlp.readDoc(divideLongWords(text.slice(start, end)))
    const tokens = document.tokens()
    const texts = tokens.out()
    const tags = tokens.out(its.pos) as unknown as PartOfSpeech[]
    const spans = document.sentences().out(its.span) as unknown as [first: number, last: number][]
    let at = start
    const tagged = spans.map(([first, last]) => {
      const words: TaggedWord[] = []
      for (let index = first; index <= last; index++) {
        const token = present(texts[index], 'token')
        const found = text.indexOf(token, at)
        at = found + token.length
        const pos = present(tags[index], 'tag of a token')
        if (pos !== 'SPACE') words.push(taggedWord(token, pos, found))
      }
      return words
    })
    return joinSentences(tagged)
      .flatMap(divideLongSentence)
      .map(joinTokens)
      .map(words => ({ paragraph, words, ...rangeOf(words) }))
  })
  return retagProperNouns(sentences)
}

/** The tagger takes the square of the time for what has no spaces: a rule of dashes, Base64, a text without any. */
function divideLongWords(passage: string): string {
  return passage.replace(LONG_WORD, '$& ')
}

/** In characters. No word is longer; an address that is may be divided. */
const LONGEST_WORD = 200
const LONG_WORD = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'gu')

/** In words. A sentence that is longer is divided: nobody speaks so, and rules look at all words around a quotation. */
const LONGEST_SENTENCE = 1000

/** A word that the article capitalises within sentences, and never writes in lower case, is a name wherever it occurs. */
function retagProperNouns(sentences: readonly Sentence[]): Sentence[] {
  const lowerCase = new Set<string>()
  const capitalised = new Set<string>()
  for (const { words } of sentences) {
    for (const { text } of words) if (/^\p{Ll}/u.test(text)) lowerCase.add(text)
    if (words.filter(({ text }) => /^\p{Lu}/u.test(text)).length * 2 > words.length) continue
    for (const [index, { text }] of words.entries())
      if (/^\p{Lu}\p{Ll}/u.test(text) && /^[\p{L}\p{N},]/u.test(words[index - 1]?.text ?? ''))
        capitalised.add(text)
  }
  const isName = ({ text, lower, pos }: TaggedWord) =>
    /^(?:VERB|ADJ|ADV|ADP|AUX)$/.test(pos) && capitalised.has(text) && !lowerCase.has(lower)
  return sentences.map(sentence => ({
    ...sentence,
    words: sentence.words.map(word => (isName(word) ? { ...word, pos: 'PROPN' } : word)),
  }))
}

function taggedWord(text: string, pos: PartOfSpeech, start: number): TaggedWord {
  return { text, lower: lexicalForm(text), pos, start, end: start + text.length }
}

/** There is no space between `(D-S.` and `C.)`. */
function isAdjacent(words: readonly TaggedWord[], next: TaggedWord): boolean {
  return words.at(-1)?.end === next.start && /^[\p{L}\p{N}]/u.test(next.text)
}

/** `the Rev.` does not end a sentence. */
function endsWithAbbreviatedTitle(words: readonly TaggedWord[]): boolean {
  const [word, stop] = words.slice(-2)
  return word !== undefined && stop?.text === '.' && stop.start === word.end && isAbbreviatedTitle(word.lower)
}

/** `Jean-Claude` and `long-standing` are one word each, and so is the `Ky.` of `R-Ky.,` with its full stop. */
function joinTokens(words: readonly TaggedWord[]): TaggedWord[] {
  const joined: TaggedWord[] = []
  for (const [index, word] of words.entries()) {
    const last = joined.at(-1)
    const next = words[index + 1]
    if (last && last.end === word.start && last.text.length < LONGEST_WORD && isSameToken(last, word, next))
      joined[joined.length - 1] = mergeTokens(last, word)
    else joined.push(word)
  }
  return joined
}

function isSameToken(last: TaggedWord, word: TaggedWord, next: TaggedWord | undefined): boolean {
  if (/[\p{L}\p{N}.][-‐‑]$/u.test(last.text)) return /^[\p{L}\p{N}]/u.test(word.text)
  if (/-\p{Lu}\.$/u.test(last.text)) return /^\p{Lu}\.?$/u.test(word.text)
  if (!/[\p{L}\p{N}.]$/u.test(last.text)) return false
  if (/^[-‐‑]$/.test(word.text)) return next?.start === word.end && /^[\p{L}\p{N}]/u.test(next.text)
  if (word.text !== '.' || !next) return false
  if (isAbbreviatedTitle(last.lower) || /^(?:[,;)]|\p{Ll})/u.test(next.text)) return true
  return /-\p{Lu}$/u.test(last.text) && next.start === word.end && /^\p{Lu}/u.test(next.text)
}

function mergeTokens(first: TaggedWord, second: TaggedWord): TaggedWord {
  const isName = first.pos === 'PROPN' && (second.pos === 'PROPN' || second.pos === 'PUNCT')
  const pos = second.pos === 'PUNCT' ? first.pos : isName || second.pos === 'NOUN' ? second.pos : 'ADJ'
  return taggedWord(first.text + second.text, pos, first.start)
}

/**
 * No sentence begins with a lower-case letter or a comma: what the model took for the end of one was an abbreviation, or a question in
 * quotation marks.
 */
function joinSentences(sentences: readonly TaggedWord[][]): TaggedWord[][] {
  const joined: TaggedWord[][] = []
  for (const words of sentences) {
    const [first] = words
    if (!first) continue
    const last = joined.at(-1)
    if (
      last &&
      (/^(?:\p{Ll}|[,;:)])/u.test(first.text) || isAdjacent(last, first) || endsWithAbbreviatedTitle(last))
    )
      for (const word of words) last.push(word)
    else joined.push([...words])
  }
  return joined
}

function divideLongSentence(words: TaggedWord[]): TaggedWord[][] {
  const count = Math.ceil(words.length / LONGEST_SENTENCE)
  return Array.from({ length: count }, (_, index) =>
    words.slice(index * LONGEST_SENTENCE, (index + 1) * LONGEST_SENTENCE),
  )
}

let tagger: ReturnType<typeof loadTagger> | undefined

/** The tagger, once it is loaded: it depends on nothing, and the memory that it takes grows with every loading. */
async function loadTagger() {
  const [{ default: winkNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  return winkNlp(model, ['sbd', 'pos'])
}

/** Lower case and the straight apostrophe, as in the lexicon. */
function lexicalForm(word: string): string {
  return word.toLowerCase().replaceAll('’', "'")
}
