import { parseDateline } from '../../language/text.js'
import { singleLine } from '../metadata/metadata.js'
import { endsLikeSentence, isTitleCase, type ParagraphText } from '../paragraph-text.js'
import { isMetadataLine, isPictureCaption } from './boilerplate.js'

/** Characters of a title, and of one that is a sentence. */
export const MAX_TITLE_LENGTH = 200
export const MAX_SENTENCE_TITLE_LENGTH = 110

/** The paragraph that is the title: the one with the words of the metadata, or else the first, if it is like a title. */
export function findTitle(
  passages: readonly ParagraphText[],
  asides: ReadonlySet<number>,
  stated: string | undefined,
  marked: ReadonlySet<number>,
): number | undefined {
  const [first, second] = [...passages.keys()].filter(at => !asides.has(at) || at === 0)
  if (first === undefined) return undefined
  if (stated !== undefined) {
    const given = wordsOf(stated).join(' ')
    const at = passages
      .slice(0, TITLE_PARAGRAPHS)
      .findIndex(({ text }) => given !== '' && wordsOf(text).join(' ') === given)
    return at === -1 ? undefined : at
  }
  if (marked.has(first)) return first
  if (second !== undefined && isKickerLine(passages[first]) && isTitleLike(passages, second)) return second
  return isTitleLike(passages, first) ? first : undefined
}

/** Paragraphs at the top among which a stated title is looked for. */
export const TITLE_PARAGRAPHS = 6

/** A title as it is cited: without the full stop that some archives put after it. */
export function titleText(passage: ParagraphText | undefined): string | undefined {
  const title = singleLine(passage && titleLine(passage))?.replace(/[\s;,]+$/, '')
  if (!title || /[\p{Ll}\d]{3}[.!?…][”’"']*\s+\S/u.test(title) || /\.\p{L}\.$/u.test(title)) return title
  return title.replace(/(?<!\.)\.(?=[”’"']*$)/, '')
}

/** The only line of a paragraph besides bylines and dates; or two, where the first ends with a semicolon. */
function titleLine({ lines }: ParagraphText): string | undefined {
  const rest = lines.filter((line, at) => at === 0 || !isMetadataLine(line))
  return rest.length === 1 || (rest.length === 2 && rest[0]?.endsWith(';')) ? rest.join(' ') : undefined
}

/** A kicker names the section above the title: `Politics`. */
function isKickerLine(passage: ParagraphText | undefined): boolean {
  return (
    passage !== undefined &&
    /^\p{Lu}[\p{L}&-]*(?: [\p{L}&-]+){0,2}$/u.test(passage.text) &&
    passage.text.length <= 25
  )
}

/** A word for the section or the genre of an article. */
function isSectionLabel({ text }: ParagraphText): boolean {
  return /^(?:abstract|letters?|opinion|editorial|analysis|commentary|news|politics|world|business|exclusive|update)[.:]?$/i.test(
    text,
  )
}

function isTitleLike(passages: readonly ParagraphText[], at: number): boolean {
  const passage = passages[at]
  const line = passage && titleLine(passage)
  const below = passages
    .slice(at + 1, at + 10)
    .filter(one => !isSectionLabel(one) && !one.lines.every(isMetadataLine))
  if (!line || line.length > MAX_TITLE_LENGTH || below.length === 0 || isSectionLabel(passage)) return false
  if (
    !/\p{L}/u.test(line) ||
    /^["“«•*-]/.test(line) ||
    isMetadataLine(line) ||
    isPictureCaption(line) ||
    /[:,—–-]$/.test(line)
  )
    return false
  if (parseDateline(line)) return false
  if (!endsLikeSentence(line)) return !/[.!?]\s+\p{Lu}.*[.!?]\s/u.test(line)
  return !REPORT_WORDING.test(line) && (isTitleCase(line) || isHeadlineSentence(line, below))
}

/** Wording of reports that headlines do not have. */
const REPORT_WORDING =
  /\b(?:on|late|early|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:said|told|was|were|had been|has been|have been)\b.*\.$/

/** Whether a sentence shares enough words with the paragraphs below to be their headline. */
function isHeadlineSentence(line: string, below: readonly ParagraphText[]): boolean {
  const [next] = below
  if (line.length > MAX_SENTENCE_TITLE_LENGTH || !next || next.text.length < Math.max(60, line.length * 1.2))
    return false
  if (parseDateline(next.text)) return true
  const lead = new Set(
    wordsOf(
      below
        .slice(0, 4)
        .map(({ text }) => text)
        .join(' '),
    ),
  )
  const words = [...new Set(wordsOf(line))].filter(word => word.length > 3)
  const again = words.filter(word => lead.has(word)).length
  const share = /^(?:the|a|an|it|he|she|they|in|on)\b/i.test(line)
    ? 0.5
    : next.text.length > line.length * 3
      ? 0.25
      : 0.3
  return again > 0 && again >= words.length * share
}

function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, 5000)
      .toLowerCase()
      .replaceAll(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
