/** What this stage uses of pdfmake 0.3.11, whose own types stop at the public interface. */

declare module 'pdfmake/js/PDFDocument.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeDocument }
  export = pdfmake
}
declare module 'pdfmake/js/Renderer.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeRenderer }
  export = pdfmake
}
