import type { Range } from '../../diagnostics/index.js'
import type { Utterance } from '../../speech/index.js'
import { type Actor, actorNames, nameKey } from '../text/actor-names.js'
import { keyAt, paragraphAt, type SourceText } from '../text/source-text.js'
import { hasPronounTag, namedSpeakers } from './prose-speaker.js'
import { tokenAt } from './utterances-at.js'

/**
 * Whether an actor is named in the paragraph of a passage or the two before it, so that a pronoun that introduces the passage
 * may mean them.
 */
export function isNamedBefore(actor: Actor, passage: Range, source: SourceText): boolean {
  const names = new Set(actorNames(actor))
  const first = tokenAt(passage.start, source)
  const earliest = paragraphAt(source, first) - 2
  const last = paragraphAt(source, first)
  for (let at = first - 1; at >= 0 && paragraphAt(source, at) >= earliest; at--)
    if (names.has(nameKey(keyAt(source, at)))) return true
  for (let at = first + 1; at < source.tokens.length && paragraphAt(source, at) === last; at++)
    if (names.has(nameKey(keyAt(source, at)))) return true
  return false
}

/** The words that attribute an utterance where they speak of a spokesperson, else nothing. */
export function spokespersonText(utterance: Utterance, source: SourceText): string {
  return wordsBesideParts(utterance, source).find(words => SPEAKS_FOR.test(words)) ?? ''
}

/** The words by which a source attributes an utterance: those beside it, if nothing tells which of them do. */
export function wordsBeside(utterance: Utterance, source: SourceText): string {
  return wordsBesideParts(utterance, source).join(' ')
}

function wordsBesideParts({ parts, tag }: Utterance, { file: { text } }: SourceText): string[] {
  const [first] = parts
  const last = parts.at(-1)
  if (tag) return [text.slice(tag.start, tag.end)]
  if (!first || !last) return []
  const after = /^[^“"«\n.]*/u.exec(text.slice(last.end + 1, last.end + REACH))?.[0] ?? ''
  const before =
    /[^”"»\n.]*$/u.exec(text.slice(Math.max(0, first.start - REACH), Math.max(0, first.start - 1)))?.[0] ?? ''
  return [after, before]
}

const SPEAKS_FOR = /spokes|press (?:secretary|officer)|portavoz|vocer|porte-parole|sprecher/i
/** The most characters of an attribution. */
const REACH = 200

/**
 * The actors to whom the words beside a quotation give it, where the source has it in marks of which no utterance is made: those
 * of another language, or few words.
 */
export function actorsBeside(passage: Range, source: SourceText, actors: readonly Actor[]): Actor[] {
  const { tokens, inQuotationMarks, paragraphs, file } = source
  let first = tokenAt(passage.start, source)
  const paragraph = paragraphs[paragraphAt(source, first) - 1]
  if (!paragraph) return []
  let last = first
  while (inQuotationMarks[first - 1] && (tokens[first - 1]?.start ?? 0) >= paragraph.start) first--
  while (inQuotationMarks[last + 1] && (tokens[last + 1]?.end ?? 0) <= paragraph.end) last++
  const quoted = {
    start: (tokens[first]?.start ?? 0) - paragraph.start,
    end: (tokens[last]?.end ?? 0) - paragraph.start,
  }
  const text = file.text.slice(paragraph.start, paragraph.end)
  const named = namedSpeakers(text, quoted, actors)
  if (named.length > 0) return named
  if (!hasPronounTag(text, quoted)) return goesOn(text, quoted, paragraph.start, source, actors)
  return actors.filter(actor => {
    const names = new Set(actorNames(actor))
    const first = tokenAt(paragraph.start, source)
    for (let at = first; (tokens[at]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.end; at++)
      if (!inQuotationMarks[at] && names.has(nameKey(keyAt(source, at)))) return true
    return false
  })
}

/** Words that follow a tagged quotation in their paragraph, with nothing but the tag between, are of the same speaker. */
function goesOn(
  text: string,
  { start, end }: Range,
  offset: number,
  source: SourceText,
  actors: readonly Actor[],
): Actor[] {
  const between = /[”"»]([^“"«”»]*)[.!?]\s*[“"«]$/u.exec(text.slice(0, start))
  if (!between || /^\s*\p{L}/u.test(text.slice(end + 1))) return []
  const before = offset + between.index - 1
  return before < offset ? [] : actorsBeside({ start: before, end: before + 1 }, source, actors)
}
