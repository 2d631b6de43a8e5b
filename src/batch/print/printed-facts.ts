import { NO_PAGES, type PrintedFacts } from '../record/manifest-entry.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import type { FittedPages, WholeEdition } from './fit-edition.js'
import { countPrintedQuotes } from './printed-quotes.js'

/** What an edition came to that is set in pages. */
export function factsOfPages({ fitted, audience }: FittedPages, source: ProvedBrief): PrintedFacts {
  return {
    lang: fitted.variant.edition.lang,
    pages: fitted.laidOut.pages,
    annex_pages: fitted.laidOut.annexPages,
    limit: audience.limit,
    fill: rounded(fitted.laidOut.fill),
    fills: fitted.laidOut.fills.map(rounded),
    left_out: fitted.leftOut,
    figures_left_out: fitted.figuresLeftOut,
    unshown: fitted.variant.unshown,
    omits: audience.omits,
    type_scale: rounded(fitted.scale.typeSize),
    spacing_scale: rounded(fitted.scale.spacing),
    quotes: countPrintedQuotes(fitted.variant.document, source),
  }
}

/** What an edition came to that nothing is left out of. */
export function factsOfWhole({ whole, audience }: WholeEdition, source: ProvedBrief): PrintedFacts {
  return {
    lang: whole.edition.lang,
    ...NO_PAGES,
    limit: audience.limit,
    left_out: [],
    figures_left_out: [],
    unshown: whole.unshown,
    omits: audience.omits,
    quotes: countPrintedQuotes(whole.document, source),
  }
}

const rounded = (number: number) => Math.round(number * 1000) / 1000
