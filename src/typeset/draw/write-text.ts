import type { Word } from '../layout/nodes.js'
import type { PDFDocument } from '../pdfmake-classes.js'

/** Writes text in the look of a word; `y` is its baseline, in points from the top of the page. */
export function writeText(document: PDFDocument, text: string, look: Word, x: number, y: number): void {
  document._font = look.font
  document
    .fillColor(look.colour)
    .fontSize(look.fontSize)
    .text(text, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: look.tracking })
}
