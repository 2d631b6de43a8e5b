import type { Range } from '../../diagnostics/index.js'
import type { SourceText } from '../text/source-text.js'
import type { PassageInContext } from './report-content.js'

/** The words of a source with what precedes and follows them in their sentences, shortened where that is long. */
export function passageInContext({ file, paragraphs }: SourceText, { start, end }: Range): PassageInContext {
  const { text } = file
  const from = paragraphs.findLast(paragraph => paragraph.start <= start)?.start ?? 0
  const to = paragraphs.find(paragraph => paragraph.end >= end)?.end ?? text.length
  const words = text.slice(start, end)
  const ends = [...text.slice(from, to).matchAll(SENTENCE_END)].map(
    ({ 0: stop, index }) => from + index + stop.length,
  )
  const head = ends.findLast(offset => offset <= start) ?? from
  const after = text.slice(end, to)
  const isEnded = /[.!?。！？…]$/u.test(words) && AFTER_STOP.exec(after)
  return {
    before: withoutHead(text.slice(head, start)),
    words,
    after: withoutTail((isEnded || SENTENCE_REST.exec(after))?.[0] ?? after.trimEnd()),
  }
}

/** Stops that end a sentence, with what closes behind them and the space after it. */
const SENTENCE_END = /[.!?。！？…]+["'”’»)\]]*\s+(?=["'“‘«„([¿¡]*[\p{Lu}\p{Lo}\p{N}])|[。！？]/gu
/** What closes behind a stop where a new sentence begins. */
const AFTER_STOP = /^["'”’»)\]]*(?=\s+["'“‘«„([¿¡]*[\p{Lu}\p{Lo}\p{N}]|\s*$)/u
const SENTENCE_REST = /^[\s\S]*?(?:[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？])/u

function withoutHead(text: string): string {
  return text.length > MOST_CONTEXT ? `… ${text.slice(-MOST_CONTEXT).replace(/^\S*\s/, '')}` : text
}

function withoutTail(text: string): string {
  return text.length > MOST_CONTEXT ? `${text.slice(0, MOST_CONTEXT).replace(/\s\S*$/, '')} …` : text
}

/** Characters on each side. */
const MOST_CONTEXT = 400
