import { present, type Range } from '../../diagnostics/index.js'
import { fold, type Token } from '../../speech/index.js'
import { paragraphAt, type SourceText, wholeSourceText } from '../text/source-text.js'
import { locateQuotation, type QuotationPlacement, type TokenSpan } from './locate.js'
import { dropsEndMark, matchingForm } from './match-word.js'
import type { Omission, OmissionContext } from './omission.js'
import {
  lastOf,
  type Quotation,
  type QuotationPart,
  type QuotedWord,
  quotationHash,
  withoutEndPunctuation,
} from './quotation.js'
import { judgeSense, type QuotationSense, type SenseFinding, weightOfSense } from './sense.js'

/** The passage of a source that a quotation repeats word for word, apart from its declared alterations. */
export interface FoundQuotation {
  readonly omission: Omission
  /** What turns its sense, or may. */
  readonly sense: readonly SenseFinding[]
  readonly hash: string
  readonly cut: boolean
  readonly paragraph: number
  readonly passage: Range
  /** The passage of each part of the quotation, punctuation included. */
  readonly parts: readonly Range[]
}

/**
 * Finds the best occurrence of a quotation in a source: the one that leaves out least, then the one against which least
 * speaks (`objections`, a number from 0), then the first.
 */
export function findQuotation(
  quotation: Quotation,
  source: SourceText,
  about: OmissionContext,
  objections: (parts: readonly Range[]) => number,
): FoundQuotation | undefined {
  const found = findIn(quotation, source, about, objections)
  if (found) return found
  const whole = wholeSourceText(source)
  return whole === source ? undefined : findIn(quotation, whole, about, objections)
}

function findIn(
  quotation: Quotation,
  source: SourceText,
  about: OmissionContext,
  objections: (parts: readonly Range[]) => number,
): FoundQuotation | undefined {
  let best: { placement: QuotationPlacement; sense: QuotationSense; rank: number } | undefined
  for (const placement of locateQuotation(quotation, source)) {
    const sense = judgeSense(quotation, placement, source, about)
    let rank = MOST_OBJECTIONS * weightOfSense(sense)
    if (best && rank >= best.rank) continue
    rank += Math.min(objections(partRanges(placement, source)), MOST_OBJECTIONS - 1)
    if (sense.findings.length > 0) rank += DOUBTFUL
    if (!best || rank < best.rank) best = { placement, sense, rank }
    if (rank === 0) break
  }
  return best && describeFound(quotation, best.placement, best.sense, source)
}

/** More objections to one place do not outweigh what is left out at another. */
const MOST_OBJECTIONS = 10
/** What may turn the sense weighs less than an objection. */
const DOUBTFUL = 0.5

function describeFound(
  quotation: Quotation,
  placement: QuotationPlacement,
  { omission, findings }: QuotationSense,
  source: SourceText,
): FoundQuotation {
  const forms = quotation.parts.map((part, index) =>
    formsInSource(part, present(placement[index], 'place of the part'), source),
  )
  const cut = quotation.parts.some((part, index) => {
    const { last } = present(placement[index], 'place of the part')
    return dropsEndMark(lastOf(part), present(source.tokens[last], 'last token of the part'))
  })
  const [{ first }] = placement
  return {
    omission,
    sense: findings,
    hash: quotationHash(quotation, forms),
    cut,
    paragraph: paragraphAt(source, first),
    passage: passageRange(quotation, placement, source),
    parts: partRanges(placement, source),
  }
}

/** The characters of a source that each part of a quotation covers, with the punctuation of its words. */
function partRanges(placement: QuotationPlacement, { tokens }: SourceText): Range[] {
  return placement.map(({ first, last }) => ({
    start: present(tokens[first], 'first token of the part').start,
    end: present(tokens[last], 'last token of the part').end,
  }))
}

/** The forms in the source, for words that may have more than one. */
function formsInSource(part: QuotationPart, { first }: TokenSpan, source: SourceText): string[] {
  return part.map((word, at) => {
    const token = present(source.tokens[first + at], 'token of the word')
    const position = { first: at === 0, last: at === part.length - 1 }
    return present(matchingForm(word, token, position), 'form of the word in the source')
  })
}

function passageRange(quotation: Quotation, placement: QuotationPlacement, source: SourceText): Range {
  const first = present(source.tokens[placement[0].first], 'first token of the passage')
  const last = present(
    source.tokens[present(placement.at(-1), 'last place').last],
    'last token of the passage',
  )
  const firstPart = present(quotation.parts[0], 'first part')
  const lastPart = present(quotation.parts.at(-1), 'last part')
  return {
    start: wordRange(firstPart[0], first, source).start,
    end: wordRange(lastOf(lastPart), last, source).end,
  }
}

/** The characters of a token that a word covers, without the punctuation at its edges that only the source has. */
function wordRange({ forms }: QuotedWord, token: Token, source: SourceText): Range {
  const whole = { start: token.start, end: token.end }
  if (token.variant !== undefined) return whole
  const folded = fold(source.file.text.slice(token.start, token.end))
  for (const form of [...forms, ...forms.map(withoutEndPunctuation)]) {
    const at = folded.text.indexOf(form)
    if (at < 0) continue
    return {
      start: token.start + folded.originalOffset(at),
      end: token.start + folded.originalOffset(at + form.length),
    }
  }
  return whole
}
