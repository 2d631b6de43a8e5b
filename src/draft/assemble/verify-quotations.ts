import { loadBrief, writeYaml } from '../../brief/index.js'
import { present, SourceFile } from '../../diagnostics/index.js'
import { prove, type SourceText } from '../../evidence/index.js'
import {
  type AttributedQuotation,
  isLongEnough,
  type QuotationFragment,
  type SpokenPassage,
} from '../../speech/index.js'
import type { DraftActors } from '../actors.js'
import { escapeMarkdown, withoutUnprintable } from './escape.js'

/** A quotation whose words are proved to be those of the article. */
export interface VerifiedQuotation extends AttributedQuotation {
  readonly text: string
  /** What shows that it is one; left out where that is not asked. */
  readonly marking?: SpokenPassage['marking']
}

/**
 * Keeps the quotations that the evidence stage verifies, as `check` will. Those that are not verified as a whole are tried in
 * their fragments.
 */
export function verifiedQuotations(
  found: readonly Omit<VerifiedQuotation, 'text'>[],
  actors: DraftActors,
  source: SourceText,
): VerifiedQuotation[] {
  const article = source.file.text
  const drafted = found
    .map(quote => ({ ...quote, text: quotationText(article, quote.parts) }))
    .filter(({ text }) => withoutUnprintable(text) === text)
  const verified = verifyQuotations(drafted, actors, source)
  const parts = drafted.flatMap((quote, index) =>
    verified[index] || quote.parts.length === 1 ? [] : splitQuotation(quote),
  )
  const again = parts
    .filter(({ parts }) => isLongEnough(article, parts))
    .map(quote => ({ ...quote, text: quotationText(article, quote.parts) }))
  const verifiedAgain = verifyQuotations(again, actors, source)
  return [
    ...drafted.filter((_, index) => verified[index]),
    ...again.filter((_, index) => verifiedAgain[index]),
  ].sort((a, b) => quotationStart(a) - quotationStart(b))
}

export function quotationStart({ parts }: AttributedQuotation): number {
  return present(parts[0], 'fragment of a quotation').start
}

/** Tells which quotations are verified. Words that somebody repeats are proved once. */
function verifyQuotations(
  quotes: readonly VerifiedQuotation[],
  actors: DraftActors,
  source: SourceText,
): boolean[] {
  const keyOf = (quote: VerifiedQuotation) => `${actors.speakerOf(quote) ?? ''} ${quote.text}`
  const different = [...new Map(quotes.map(quote => [keyOf(quote), quote]))]
  const verdicts = verifyDifferentQuotations(
    different.map(([, quote]) => quote),
    actors,
    source,
  )
  const verdictOf = new Map(different.map(([key], index) => [key, verdicts[index] === true]))
  return quotes.map(quote => verdictOf.get(keyOf(quote)) === true)
}

/**
 * Verifies quotations by a brief of nothing but them and the actors: whether the words left out of one are the reporter's
 * depends on its speaker.
 */
function verifyDifferentQuotations(
  quotes: readonly VerifiedQuotation[],
  actors: DraftActors,
  source: SourceText,
): boolean[] {
  const verdicts: boolean[] = []
  for (let from = 0; from < quotes.length; from += QUOTATIONS_PER_BRIEF) {
    const some = quotes.slice(from, from + QUOTATIONS_PER_BRIEF)
    const yaml = writeYaml(
      {
        title: 'Draft',
        as_of: '2000',
        actors: actors.all.map(({ id, name, role }) => ({
          id,
          name: withoutUnprintable(name),
          ...(role !== undefined && { role: escapeMarkdown(withoutUnprintable(role)) }),
        })),
        quotes: some.map(quote => {
          const speaker = actors.speakerOf(quote)
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

/** The fragments of a quotation as quotations of their own. */
function splitQuotation(quote: VerifiedQuotation): Omit<VerifiedQuotation, 'text'>[] {
  const quotes: Omit<VerifiedQuotation, 'text'>[] = []
  for (const part of quote.parts) {
    const last = quotes.at(-1)
    if (last && part.link === 'continued')
      quotes[quotes.length - 1] = { ...last, parts: [...last.parts, part] }
    else quotes.push({ ...quote, parts: [{ ...part, link: 'first' }] })
  }
  return quotes
}
