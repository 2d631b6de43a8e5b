import type { FoundQuote, QuotePart } from '../quotes/find-quotes.js'

/** The words of a quotation as a brief writes them: one text, `…` for the reporter's words, without the comma at its end. */
export function quoteText(article: string, parts: readonly QuotePart[]): string {
  let words = ''
  for (const { link, start, end } of parts) {
    const part = article.slice(start, end).replace(/\s+/g, ' ').trim()
    if (link === 'interrupted') words = `${withoutComma(words)} … ${part}`
    else words = `${words} ${part}`.trim()
  }
  return withoutComma(words)
}

function withoutComma(words: string): string {
  return words.replace(/[,;:—–-]+$/, '').trimEnd()
}

/** The parts of a quotation as quotations of their own, where joined they are not proved. */
export function apart(quote: FoundQuote): FoundQuote[] {
  const quotes: FoundQuote[] = []
  for (const part of quote.parts) {
    const last = quotes.at(-1)
    if (last && part.link === 'continued')
      quotes[quotes.length - 1] = { ...last, parts: [...last.parts, part] }
    else quotes.push({ ...quote, parts: [{ ...part, link: 'first' }] })
  }
  return quotes
}
