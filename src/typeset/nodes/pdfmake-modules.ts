import pdfDocument from 'pdfmake/js/PDFDocument.js'
import renderer from 'pdfmake/js/Renderer.js'

/** pdfmake's classes that print: the only door through which this stage reaches them. */
export const PDFDocument = pdfDocument.default
export const Renderer = renderer.default
