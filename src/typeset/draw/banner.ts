import type { TextStyle } from '../theme/style-sheet.js'

/**
 * Colours of TLP 2.0 labels, on black (FIRST, Traffic Light Protocol 2.0, 2022, "TLP colour-coding in RGB, CMYK
 * and Hex").
 */
const TLP_COLOURS: Readonly<Record<string, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
}
/** Points; the same standard, "TLP usage in documents": 12 points or greater, right-justified. */
const TLP_SIZE = 12

/** How the marking of a document is printed at the top and the bottom of each page. */
export interface BannerStyle {
  readonly text: string
  readonly style: TextStyle
  readonly align: 'right' | 'center'
  /** Colour behind the label. */
  readonly background: string | undefined
}

/** A TLP label is styled as the protocol requires; any other marking is set in capitals, centred. */
export function bannerStyle(marking: string, style: TextStyle): BannerStyle {
  const label = marking.trim().toUpperCase()
  const colour = TLP_COLOURS[label]
  if (!colour)
    return { text: marking, style: { ...style, caps: true }, align: 'center', background: undefined }
  const size = Math.max(TLP_SIZE, style.size)
  const bright = { ...style, size, leading: size * 1.3, colour, caps: false, bold: true, letterSpacing: 0 }
  return { text: label, style: bright, align: 'right', background: '#000000' }
}
