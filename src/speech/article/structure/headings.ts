import { endsLikeSentence, isProseParagraph, isTitleCase, type ParagraphText } from '../paragraph-text.js'

/** Characters. */
export const MAX_HEADING_LENGTH = 100

/** Finds the headings of a text without markup: short lines without a full stop, above prose. */
export function findHeadings(passages: readonly ParagraphText[], asides: ReadonlySet<number>): Set<number> {
  const found = new Set<number>()
  const questions: number[] = []
  let below: ParagraphText | undefined
  for (let at = passages.length - 1; at >= 0; at--) {
    const passage = passages[at]
    if (!passage || asides.has(at)) continue
    if (below && isProseParagraph(below) && isHeadingLike(passage)) {
      if (isQuestion(passage)) questions.push(at)
      else if (!endsLikeSentence(passage.text) || isTitleCaseQuestion(passage)) found.add(at)
    }
    below = passage
  }
  if (questions.length > 1) for (const at of questions) found.add(at)
  return found
}

function isHeadingLike({ lines, text }: ParagraphText): boolean {
  if (lines.length !== 1 || text.length > MAX_HEADING_LENGTH) return false
  return /^[‘'(]?[\p{Lu}\p{N}]/u.test(text) && !/[,;:—–-]$/.test(text)
}

/** One question may be the writer's own; several are the headings of an explainer. */
function isQuestion({ text }: ParagraphText): boolean {
  return /^(?:who|what|why|how|when|where|which|will|is|are|can|could|does|do|did|should)\b.*\?$/i.test(text)
}

function isTitleCaseQuestion({ text }: ParagraphText): boolean {
  return text.endsWith('?') && isTitleCase(text)
}
