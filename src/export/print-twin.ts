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
  switch (format) {
    case 'html': {
      const { printHtml } = await import('./html/print-html.js')
      return printHtml(content, { embedFonts }, report)
    }
    case 'docx': {
      const { printDocx } = await import('./docx/print-docx.js')
      return printDocx(content, wordStyles ? { styles: wordStyles } : {}, report)
    }
    case 'md': {
      const { printMarkdown } = await import('./markdown/print-markdown.js')
      return printMarkdown(content, report)
    }
    case 'txt': {
      const { printPlainText } = await import('./text/print-plain-text.js')
      return printPlainText(content, report)
    }
  }
}

/** Prints the pages of a PDF as pictures, one PNG each. */
export async function printPagePictures(pdf: Uint8Array): Promise<Uint8Array[]> {
  const { printPng } = await import('./png/print-png.js')
  return printPng(pdf, PNG_RESOLUTION)
}

/** Dots per inch: what shows small type clearly on a screen of double density. */
const PNG_RESOLUTION = 144
