import type { Place, Report } from '../diagnostics/index.js'
import type { TwinContent, TwinFormat } from './twin.js'

/** What a house sets for twins. */
export interface TwinOptions {
  /** Whether HTML holds the fonts of the theme. */
  readonly embedFonts: boolean
  /** The Word file whose styles DOCX takes, and where it is named. */
  readonly wordStyles?: { readonly bytes: Uint8Array; readonly place: Place } | undefined
}

/** Prints an edition in a format other than PDF; what that needs is loaded when it is asked for. Undefined if it has errors. */
export async function printTwin(
  format: Exclude<TwinFormat, 'png'>,
  content: TwinContent,
  { embedFonts, wordStyles }: TwinOptions,
  report: Report,
): Promise<Uint8Array | undefined> {
  throw new Error(`no ${format} yet: ${content}${embedFonts}${wordStyles}${report}`)
}

/** Prints the pages of a PDF as pictures, one PNG each. */
export async function printPagePictures(pdf: Uint8Array): Promise<Uint8Array[]> {
  throw new Error(`no pictures of ${pdf.length} yet in ${PNG_RESOLUTION}`)
}

/** Dots per inch: what shows small type clearly on a screen of double density. */
const PNG_RESOLUTION = 144
