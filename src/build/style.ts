import type { Audience } from '../edition/index.js'
import type { Fonts, Style, Theme } from '../typeset/index.js'

/** How an audience's pages are set; `asOf` (EDTF) dates the document. */
export function styleOf({ page, type }: Audience, theme: Theme, fonts: Fonts, asOf: string): Style {
  return {
    theme,
    fonts,
    page: { ...PAPER[page.size], margins: page.margins },
    typeSize: type.size,
    created: creationDate(asOf),
  }
}

/** Points: ISO 216, and 8.5 by 11 inches. */
const PAPER = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
} as const

/** The first day of what `as_of` denotes (ISO 8601-2:2019): the same brief gives the same bytes on any day. */
function creationDate(asOf: string): Date {
  const [, year = '1970', month = '01', day = '01'] = /(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(asOf) ?? []
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  return new Date(Date.UTC(Number(year), isMonth ? Number(month) - 1 : 0, isMonth ? Number(day) : 1))
}
