import type { Range } from '../diagnostics/index.js'
import { cutsMark, fittingForm } from './fit.js'
import { fold } from './fold.js'
import { locate, type Placement, type Span } from './locate.js'
import { isNegation } from './negations.js'
import { type Circumstances, type LeftOut, leftOut, replacedAtStart } from './omission.js'
import { hashOf, type Part, type Quotation, type QuotedWord, withoutStop } from './quotation.js'
import type { SourceText } from './source-text.js'
import { keyOf, type Token } from './tokens.js'

/** Where a quotation stands in a source, word for word but for what it declares. */
export interface Found {
  readonly leftOut: LeftOut
  readonly hash: string
  readonly cut: boolean
  readonly paragraph: number
  readonly passage: Range
  /** The first word of the passage, as a token number. */
  readonly token: number
}

/**
 * Finds the best of the places where a quotation stands in a source: the one that leaves out least, then one that
 * `prefers` likes, then one in quotation marks, then the first.
 */
export function findQuotation(
  quotation: Quotation,
  source: SourceText,
  about: Circumstances,
  prefers?: (token: number) => boolean,
): Found | undefined {
  let best: { placement: Placement; leftOut: LeftOut; rank: number } | undefined
  for (const placement of locate(quotation, source)) {
    const worst = worstLeftOut(quotation, placement, source, about)
    const [{ first }] = placement
    let rank = 4 * SEVERITY.indexOf(worst) + (source.spoken[first] ? 0 : 1)
    if (best && rank >= best.rank) continue
    if (prefers && !prefers(first)) rank += 2
    if (!best || rank < best.rank) best = { placement, leftOut: worst, rank }
    if (rank === 0) break
  }
  return best && found(quotation, best.placement, best.leftOut, source)
}

/** From what is verified to what is an error; the first two do not touch the speaker's words. */
const SEVERITY: readonly LeftOut[] = ['nothing', 'reporter', 'speech', 'negation']

function worstLeftOut(
  quotation: Quotation,
  placement: Placement,
  source: SourceText,
  about: Circumstances,
): LeftOut {
  const judged: LeftOut[] = quotation.lead ? [replacedAtStart(placement[0], source, about)] : []
  quotation.gaps.forEach((gap, index) => {
    const [before, after] = [placement[index], placement[index + 1]]
    if (before && after) judged.push(leftOut(before, after, gap, source, about))
  })
  for (const [word, token] of wordsOf(quotation, placement, source))
    judged.push(replacedInWord(word, token, about))
  return judged.reduce(
    (worst, next) => (SEVERITY.indexOf(next) > SEVERITY.indexOf(worst) ? next : worst),
    'nothing',
  )
}

/** Letters in brackets leave nothing out where the source's word has them, or is whole without them. */
function replacedInWord({ frame, forms }: QuotedWord, token: Token, about: Circumstances): LeftOut {
  const form = withoutStop(token.form)
  if (!frame || form === withoutStop(frame.before + frame.after)) return 'nothing'
  if (form === withoutStop(forms[0].replace(/[[\]]/g, ''))) return 'nothing'
  return isNegation(keyOf(token.form), about.lang) ? 'negation' : 'speech'
}

function found(quotation: Quotation, placement: Placement, left: LeftOut, source: SourceText): Found {
  const forms = quotation.parts.map((part, index) => formsOf(part, placement[index], source))
  const ends = quotation.parts.map(
    (part, index) => [part.at(-1), source.tokens[placement[index]?.last ?? -1]] as const,
  )
  const [{ first }] = placement
  return {
    leftOut: left,
    hash: hashOf(quotation, forms),
    cut: ends.some(([word, token]) => word && token && cutsMark(word, token)),
    paragraph: source.paragraphOf[first] ?? 0,
    passage: passageOf(quotation, placement, source),
    token: first,
  }
}

/** The forms that the source settles for words that could be more than one. */
function formsOf(part: Part, span: Span | undefined, source: SourceText): string[] {
  return part.map((word, at) => {
    const token = span && source.tokens[span.first + at]
    const edge = { first: at === 0, last: at === part.length - 1 }
    return (token && fittingForm(word, token, edge)) ?? word.forms[0]
  })
}

function* wordsOf(
  quotation: Quotation,
  placement: Placement,
  source: SourceText,
): Iterable<[QuotedWord, Token]> {
  for (const [index, part] of quotation.parts.entries())
    for (const [at, word] of part.entries()) {
      const token = source.tokens[(placement[index]?.first ?? 0) + at]
      if (token) yield [word, token]
    }
}

function passageOf(quotation: Quotation, placement: Placement, source: SourceText): Range {
  const first = source.tokens[placement[0].first]
  const last = source.tokens[placement.at(-1)?.last ?? -1]
  const firstWord = quotation.parts[0]?.[0]
  const lastWord = quotation.parts.at(-1)?.at(-1)
  const start = first && firstWord ? within(firstWord, first, source).start : 0
  return { start, end: last && lastWord ? within(lastWord, last, source).end : start }
}

/** The characters of a token that a word covers, without the marks at its edges that only the source has. */
function within({ forms }: QuotedWord, token: Token, source: SourceText): Range {
  const whole = { start: token.start, end: token.end }
  if (token.variant !== undefined) return whole
  const folded = fold(source.file.text.slice(token.start, token.end))
  for (const form of [...forms, ...forms.map(withoutStop)]) {
    const at = folded.text.indexOf(form)
    if (at < 0) continue
    return { start: token.start + folded.original(at), end: token.start + folded.original(at + form.length) }
  }
  return whole
}
