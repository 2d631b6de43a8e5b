import type { Fonts } from '../fonts/open-fonts.js'

/** What the text of a drawing may be set in. */
export interface PictureFonts {
  /** All that are declared: any of them may be asked for by its name. */
  readonly fonts: Fonts
  /** Those of the theme, which stand for others. */
  readonly families: readonly string[]
}

/** That text of a drawing is not set in what it asks for. */
export interface StandIn {
  /** Undefined where the drawing names no family. */
  readonly asked: string | undefined
  /** What it is set in. */
  readonly family: string
  /** The face that the family does not have. */
  readonly lacks: string | undefined
  /** Of the drawing, from 1. */
  readonly line: number
}
