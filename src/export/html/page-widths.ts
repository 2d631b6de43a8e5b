import { present } from '../../diagnostics/index.js'
import { type DocumentStyle, faceFor } from '../../typeset/index.js'

/** Widths in rem. */
export interface PageWidths {
  /** Of running text. */
  readonly measure: number
  /** Of what is read across: tables, figures, the masthead. */
  readonly page: number
  /** Of the text on a screen of 320 pixels. */
  readonly narrow: number
  /** What a rem is, as a multiple of what a reader sets, on narrow screens and on wide ones. */
  readonly scales: { readonly narrow: number; readonly wide: number }
}

/** Characters of a line that is read with ease (Bringhurst, The Elements of Typographic Style, 2.1.2). */
const CHARACTERS = 66
/** Letters as often as they are in a text, with its spaces and marks. */
const SAMPLE =
  'The council will decide in March whether the harbour is to be dredged again, as the pilots ask; of the nine members, five have said that they would vote for it, and two that they might.'

/** Points: a letter of 12 is as large as the common one of browsers. */
const COMMON_TYPE = 12
/** What is read on a wide screen stands farther away. */
const WIDE_SCALE = 1.125
/** Larger type would leave no room for words on a narrow screen. */
const MOST_ON_NARROW = 1.25
/** Rem of common type: 320 pixels without the margins. */
const NARROWEST = 18
/** Rem: a wider page is no easier to read. */
const WIDEST = 46

/** How wide a page is in the type of a style: in proportion to its printed one. */
export function pageWidths({ theme, fonts, typeSize, page }: DocumentStyle): PageWidths {
  const family = theme.families.body
  const face = present(faceFor(fonts, { family, bold: false, italics: false }), 'face of the text')
  const { width } = face.shape(SAMPLE, { lang: 'en', rightToLeft: false, noLigatures: false })
  const measure = Math.min(theme.measure, (width / 1000 / SAMPLE.length) * CHARACTERS)
  const printed = (page.width - page.margins.left - page.margins.right) / typeSize
  const size = Math.max(1, typeSize / COMMON_TYPE)
  const scales = { narrow: Math.min(size, MOST_ON_NARROW), wide: Math.max(size, WIDE_SCALE) }
  return {
    measure: Math.round(measure * 10) / 10,
    page: Math.round(Math.max(measure, Math.min(WIDEST, printed)) * 10) / 10,
    narrow: NARROWEST / scales.narrow,
    scales,
  }
}
