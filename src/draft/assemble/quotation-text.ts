import type { AttributedQuotation, QuotationFragment } from '../speech/quotations/find-quotations.js'

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
export function splitQuotation(quote: AttributedQuotation): AttributedQuotation[] {
  const quotes: AttributedQuotation[] = []
  for (const part of quote.parts) {
    const last = quotes.at(-1)
    if (last && part.link === 'continued')
      quotes[quotes.length - 1] = { ...last, parts: [...last.parts, part] }
    else quotes.push({ ...quote, parts: [{ ...part, link: 'first' }] })
  }
  return quotes
}
