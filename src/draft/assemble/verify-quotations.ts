import { loadBrief, writeYaml } from '../../brief/index.js'
import { SourceFile } from '../../diagnostics/index.js'
import { prove, type SourceText } from '../../evidence/index.js'
import type { DraftActors } from '../actors.js'
import type { AttributedQuotation, QuotationFragment } from '../speech/quotations/find-quotations.js'
import { isLongEnough } from '../speech/quotations/quotation-spans.js'
import { escapeMarkdown, withoutUnprintable } from './escape.js'

/** A quotation whose words are proved to stand in the article. */
export interface VerifiedQuotation extends AttributedQuotation {
  readonly text: string
}

/**
 * Keeps the quotations that the evidence stage verifies, as `check` will ask for; what is not verified joined is tried in
 * its parts.
 */
export function verifiedQuotations(
  found: readonly AttributedQuotation[],
  cast: DraftActors,
  source: SourceText,
): VerifiedQuotation[] {
  const article = source.file.text
  const drafted = found
    .map(quote => ({ ...quote, text: quotationText(article, quote.parts) }))
    .filter(({ text }) => withoutUnprintable(text) === text)
  const verified = verifyQuotations(drafted, cast, source)
  const parts = drafted.flatMap((quote, index) =>
    verified[index] || quote.parts.length === 1 ? [] : splitQuotation(quote),
  )
  const again = parts
    .filter(({ parts }) => isLongEnough(article, parts))
    .map(quote => ({ ...quote, text: quotationText(article, quote.parts) }))
  const verifiedAgain = verifyQuotations(again, cast, source)
  return [
    ...drafted.filter((_, index) => verified[index]),
    ...again.filter((_, index) => verifiedAgain[index]),
  ].sort((a, b) => quotationStart(a) - quotationStart(b))
}

const quotationStart = ({ parts }: AttributedQuotation): number => parts[0]?.start ?? 0

/**
 * Whether each is verified, by a brief that holds no more than them and who speaks them: whether what is left out is the
 * reporter's depends on the speaker.
 */
function verifyQuotations(
  quotes: readonly VerifiedQuotation[],
  cast: DraftActors,
  source: SourceText,
): boolean[] {
  const verdicts: boolean[] = []
  for (let from = 0; from < quotes.length; from += QUOTATIONS_PER_BRIEF) {
    const some = quotes.slice(from, from + QUOTATIONS_PER_BRIEF)
    const yaml = writeYaml(
      {
        title: 'Draft',
        as_of: '2000',
        actors: cast.actors.map(({ id, name, role }) => ({
          id,
          name: withoutUnprintable(name),
          ...(role !== undefined && { role: escapeMarkdown(withoutUnprintable(role)) }),
        })),
        quotes: some.map(quote => {
          const speaker = cast.speakerOf(quote)
          return { text: quote.text, ...(speaker !== undefined && { speaker }), source: 'article' }
        }),
        sources: [{ id: 'article', title: 'Article' }],
      },
      [],
      '',
    )
    const brief = loadBrief(new SourceFile('draft.yaml', yaml), { audiences: [] }, () => {})
    const evidence = brief && prove(brief, new Map([['article', source]]), undefined, () => {})
    for (const index of some.keys()) verdicts.push(evidence?.ofQuote(index)?.verdict === 'verified')
  }
  return verdicts
}

/** Quotations that one brief holds well within the limit of a file. */
const QUOTATIONS_PER_BRIEF = 200

/** The words of a quotation as a brief writes them: one text, `…` for the reporter's words, without the comma at its end. */
export function quotationText(article: string, parts: readonly QuotationFragment[]): string {
  let words = ''
  for (const { link, start, end } of parts) {
    const part = article.slice(start, end).replace(/\s+/g, ' ').trim()
    if (link === 'interrupted') words = `${withoutFinalComma(words)} … ${part}`
    else words = `${words} ${part}`.trim()
  }
  return withoutFinalComma(words)
}

function withoutFinalComma(words: string): string {
  return words.replace(/[,;:—–-]+$/, '').trimEnd()
}

/** The parts of a quotation as quotations of their own, where joined they are not proved. */
function splitQuotation(quote: AttributedQuotation): AttributedQuotation[] {
  const quotes: AttributedQuotation[] = []
  for (const part of quote.parts) {
    const last = quotes.at(-1)
    if (last && part.link === 'continued')
      quotes[quotes.length - 1] = { ...last, parts: [...last.parts, part] }
    else quotes.push({ ...quote, parts: [{ ...part, link: 'first' }] })
  }
  return quotes
}
