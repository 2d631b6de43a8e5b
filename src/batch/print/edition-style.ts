import type { Audience } from '../../edition/index.js'
import type { DocumentStyle, Fonts, Theme } from '../../typeset/index.js'

/** How an audience's pages are set before they are fitted, and the date of the document. */
export function editionStyle(
  { page, type }: Audience,
  theme: Theme,
  fonts: Fonts,
  created: Date,
): DocumentStyle {
  return {
    theme,
    fonts,
    page: { ...PAPER[page.size], margins: page.margins },
    typeSize: type.size,
    created,
  }
}

/** Points: ISO 216, and 8.5 by 11 inches. */
const PAPER = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
} as const
