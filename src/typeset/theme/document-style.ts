import type { Fonts } from '../fonts/open-fonts.js'
import type { Theme } from './theme.js'

/** How a document is to look. Lengths are points. */
export interface DocumentStyle {
  readonly theme: Theme
  readonly fonts: Fonts
  readonly page: {
    readonly width: number
    readonly height: number
    readonly margins: {
      readonly top: number
      readonly right: number
      readonly bottom: number
      readonly left: number
    }
  }
  readonly typeSize: number
  /** Multiplies vertical space, within the bounds of the theme; the theme's normal if left out. */
  readonly spacing?: number
  /** The date that the document's information gives. */
  readonly created: Date
}
