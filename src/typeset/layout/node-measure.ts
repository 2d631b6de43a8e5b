import type { TypesetSession } from '../lines/typeset-session.js'
import type { ParagraphNode, StackNode } from '../nodes/layout-nodes.js'
import type { PdfmakeDocument } from '../nodes/pdfmake-classes.js'
import { DocMeasure } from '../nodes/pdfmake-modules.js'

/** Measures nodes as they are, where pdfmake would look up every property of every word in a stack of styles. */
export class NodeMeasure extends DocMeasure {
  readonly #session: TypesetSession

  constructor(document: PdfmakeDocument, session: TypesetSession) {
    super(document, {}, {}, null, {})
    this.#session = session
  }

  /** Paragraphs are measured when they are broken into lines: by then all columns have their widths. */
  override measureLeaf(paragraph: ParagraphNode): ParagraphNode {
    return Object.assign(paragraph, { _minWidth: 0, _maxWidth: 0 })
  }

  override measureVerticalContainer(stack: StackNode): StackNode {
    if (stack.marker) stack.marker._inlines = this.#session.measure(stack.marker.runs)
    return super.measureVerticalContainer(stack)
  }
}
