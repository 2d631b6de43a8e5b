import type { Range } from '../../diagnostics/index.js'
import { type AttributionRule, capitalise, type SpokenPassage } from '../../speech/index.js'
import type { DraftActors } from '../actors.js'
import type { DraftListItem } from './draft-field.js'
import { escapeMarkdown } from './escape.js'
import type { ParagraphNumberAt } from './fact-fields.js'
import { quotationStart, type VerifiedQuotation } from './verify-quotations.js'

/** A quotation as an item of a brief: who speaks, or why that is not known. */
export function quotationListItem(
  quote: VerifiedQuotation,
  actors: DraftActors,
  article: string,
  paragraphAt: ParagraphNumberAt,
): DraftListItem {
  const speaker = actors.speakerOf(quote)
  const review = reviewComment(quote)
  const anaphor = quote.speaker.kind === 'named' ? quote.speaker.anaphor : undefined
  return {
    fields: {
      text: quote.text,
      ...(speaker !== undefined && { speaker }),
      source: 'article',
      ...(quote.occasion && { context: occasionText(article, quote.occasion) }),
    },
    ...(review !== undefined && { review }),
    comments: {
      source: `para. ${paragraphAt(quotationStart(quote))}`,
      ...(anaphor !== undefined && { speaker: `“${anaphor}”` }),
    },
    at: quote.parts.map(({ start, end }) => ({ start, end })),
  }
}

function occasionText(article: string, { start, end }: Range): string {
  return escapeMarkdown(capitalise(article.slice(start, end).replace(/\s+/g, ' ')))
}

function reviewComment({ speaker, rule, marking }: VerifiedQuotation): string | undefined {
  const unmarked = marking && WITHOUT_MARKS.get(marking)
  const who = speaker.kind === 'unknown' ? `who speaks? ${speaker.why}` : rule && UNCERTAIN_RULES.get(rule)
  const others = speaker.kind === 'named' ? speaker.others?.map(({ name }) => name).join(', ') : undefined
  const together = others && `spoken together with ${others}`
  const review = [unmarked, who, together].filter(one => one !== undefined)
  return review.length > 0 ? review.join('; ') : undefined
}

/** Of words that stand in no quotation marks, what to confirm. */
const WITHOUT_MARKS: ReadonlyMap<SpokenPassage['marking'], string> = new Map<
  SpokenPassage['marking'],
  string
>([
  ['block', 'the article has no quotation marks around these words: are they a quotation as a whole?'],
  ['turn', 'an answer of a conversation, without quotation marks: keep what a reader needs of it'],
])

/** The rules that may be wrong about who speaks. */
const UNCERTAIN_RULES: ReadonlyMap<AttributionRule, string> = new Map<AttributionRule, string>([
  ['any-verb', 'does the subject of the sentence speak these words?'],
  ['sentence-before', 'the speaker is taken from the sentence before'],
  ['sentence-after', 'the speaker is taken from the sentence after'],
  ['paragraph-before', 'the speaker is taken from the paragraph before'],
  ['only-person', 'the label names nobody: the speaker is the only person that the article names'],
])
