import { type Brief, proseFields } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import { hasLetterOrDigit, tokenise } from '../../speech/index.js'
import { findOccurrences } from '../match/locate.js'
import { parseQuotation } from '../match/quotation.js'
import { type ProseTextParts, readProseText } from '../text/prose-text-parts.js'
import { paragraphAt, type SourceText } from '../text/source-text.js'

/**
 * Reports the sentences of the issue, the bottom line, the background and the bodies of sections that are copied word for word from a source. Words
 * in quotation marks are quoted, not copied.
 */
export function reportCopiedSentences(
  brief: Brief,
  texts: ReadonlyMap<string, SourceText>,
  report: Report,
): void {
  if (texts.size === 0) return
  for (const prose of proseFields(brief)) {
    const { path } = prose
    const field = path.find(key => OWN_WORDS_FIELDS.has(key))
    if (field === undefined) continue
    for (const { segment, index } of splitSentences(ownWords(readProseText(brief, prose)))) {
      const copied = findCopied(segment, texts)
      if (!copied) continue
      const { length } = segment.trimEnd()
      report(
        'copied-from-source',
        brief.placeWithin(path, index, index + length),
        `\`${field}\` has a sentence of \`${copied.source}\` word for word (para. ${copied.paragraph})`,
        'say it in your own words, or put it in quotation marks',
      )
    }
  }
}

const OWN_WORDS_FIELDS: ReadonlySet<string | number> = new Set(['issue', 'bottom_line', 'background', 'body'])

/** What is quoted as a block is blanked, as its words are not the author’s. */
function ownWords({ masked, quotations }: ProseTextParts): string {
  let text = masked
  for (const { start, end } of quotations)
    text = `${text.slice(0, start)}${'\n'.repeat(end - start)}${text.slice(end)}`
  return text
}

let splitter: Intl.Segmenter | undefined

/** Rejoins what the segmenter splits after an abbreviation such as `U.S.` */
function splitSentences(text: string): { segment: string; index: number }[] {
  splitter ??= new Intl.Segmenter('en', { granularity: 'sentence' })
  const sentences: { segment: string; index: number }[] = []
  for (const { 0: piece, index: start } of text.matchAll(PIECE)) {
    for (const { segment, index } of splitter.segment(piece)) {
      const last = sentences.at(-1)
      if (last && /\b\p{Lu}\.\s*$/u.test(last.segment)) last.segment += segment
      else sentences.push({ segment, index: start + index })
    }
  }
  return sentences
}

/** A line, or a part of a long one up to the end of a sentence: the segmenter's time grows with the square of a text's length. */
const PIECE = /[^\n]{1,2000}(?:[^\n]*?[.!?][ \t]+|[^\n]*)\n?|\n/g

function findCopied(
  sentence: string,
  texts: ReadonlyMap<string, SourceText>,
): { source: string; paragraph: number } | undefined {
  if (countUnquotedWords(sentence) < FEWEST_COPIED_WORDS) return undefined
  const [part, ...others] = parseQuotation(sentence).parts
  if (!part || others.length > 0) return undefined
  for (const [source, text] of texts) {
    const [place] = findOccurrences(part, text)
    if (place) return { source, paragraph: paragraphAt(text, place.first) }
  }
  return undefined
}

/** Counts the words of a sentence outside quotation marks. */
function countUnquotedWords(sentence: string): number {
  let quoted = false
  let count = 0
  for (const { form, single } of tokenise(sentence)) {
    if (form === '"') quoted = single ? quoted : !quoted
    else if (!quoted && hasLetterOrDigit(form)) count++
  }
  return count
}

/** There may be no other wording for a shorter sentence. */
const FEWEST_COPIED_WORDS = 8
