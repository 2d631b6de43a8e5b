import docMeasure from 'pdfmake/js/DocMeasure.js'
import docPreprocessor from 'pdfmake/js/DocPreprocessor.js'
import tools from 'pdfmake/js/helpers/tools.js'
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import line from 'pdfmake/js/Line.js'
import pdfDocument from 'pdfmake/js/PDFDocument.js'
import renderer from 'pdfmake/js/Renderer.js'
import styleContextStack from 'pdfmake/js/StyleContextStack.js'
import tableProcessor from 'pdfmake/js/TableProcessor.js'
import textBreaker from 'pdfmake/js/TextBreaker.js'

/** pdfmake's classes: the only door through which this stage reaches them. */
export const DocMeasure = docMeasure.default
export const DocPreprocessor = docPreprocessor.default
export const LayoutBuilder = layoutBuilder.default
export const Line = line.default
export const PDFDocument = pdfDocument.default
export const Renderer = renderer.default
export const StyleContextStack = styleContextStack.default
export const TableProcessor = tableProcessor.default
export const { offsetVector } = tools
export const TextBreaker = textBreaker.default
