/** What this stage uses of pdfmake 0.3.11, whose own types stop at the public interface. */

declare module 'pdfmake/js/PDFDocument.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeDocument }
  export = pdfmake
}
declare module 'pdfmake/js/LayoutBuilder.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeLayoutBuilder }
  export = pdfmake
}
declare module 'pdfmake/js/DocPreprocessor.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeDocPreprocessor }
  export = pdfmake
}
declare module 'pdfmake/js/DocMeasure.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeDocMeasure }
  export = pdfmake
}
declare module 'pdfmake/js/TextBreaker.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeTextBreaker }
  export = pdfmake
}
declare module 'pdfmake/js/StyleContextStack.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeStyleContextStack }
  export = pdfmake
}
declare module 'pdfmake/js/Line.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeLine }
  export = pdfmake
}
declare module 'pdfmake/js/Renderer.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeRenderer }
  export = pdfmake
}
declare module 'pdfmake/js/helpers/tools.js' {
  const pdfmake: Pick<typeof import('./pdfmake-classes.js'), 'offsetVector'>
  export = pdfmake
}
declare module 'pdfmake/js/TableProcessor.js' {
  const pdfmake: { default: typeof import('./pdfmake-classes.js').PdfmakeTableProcessor }
  export = pdfmake
}
