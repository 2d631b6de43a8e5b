import { present } from '../../diagnostics/index.js'
import type { PdfFile } from '../file/pdf-file.js'
import { type Artifact, MarkedContent, type StructureElement } from '../nodes/structure-element.js'
import type { ContentReference, DrawnMarks, ElementBox } from './drawn-marks.js'
import { type PageMarks, readMarkedContent } from './read-marked-content.js'

/** Operands of `BDC` by kind of artifact (ISO 32000-1, table 330). */
const ARTIFACTS: Readonly<Record<Artifact['artifact'], string>> = {
  Layout: '<</Type /Layout>>',
  Background: '<</Type /Background>>',
  Header: '<</Type /Pagination /Subtype /Header /Attached [/Top]>>',
  Footer: '<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>',
  Repeated: '<</Type /Pagination>>',
  Watermark: '<</Type /Pagination /Subtype /Watermark>>',
}

/** Puts everything that is drawn into marked content, and remembers which element each piece belongs to. */
export class MarkedContentWriter {
  readonly #references = new Map<MarkedContent, ContentReference[]>()
  readonly #boxes = new Map<StructureElement, ElementBox>()
  readonly #pageElements: StructureElement[][] = []
  readonly #annotationElements: StructureElement[] = []
  readonly #pageMarks: PageMarks[] = []
  #open: StructureElement | Artifact['artifact'] | undefined

  constructor(
    private readonly document: PdfFile,
    private readonly pageCount: number,
  ) {}

  /** To be called after the document has begun a page. */
  beginPage(): void {
    Object.assign(this.document.page.dictionary.data, { StructParents: this.#pageElements.length, Tabs: 'S' })
    this.#pageElements.push([])
  }

  endPage(): void {
    this.#close()
    this.#pageMarks.push(readMarkedContent(this.document.endPage()))
  }

  /** What is drawn next belongs to `to`; pieces that follow one another in one element are one piece. */
  begin(to: MarkedContent | Artifact): void {
    const target = to instanceof MarkedContent ? to.element : to.artifact
    if (target === this.#open) return
    this.#close()
    this.#open = target
    this.document.addContent(
      to instanceof MarkedContent ? this.#mark(to) : `/Artifact ${ARTIFACTS[to.artifact]} BDC`,
    )
  }

  /** Adds the annotation of a link, drawn by `draw` with the options given to it. */
  annotate(content: MarkedContent, draw: (options: object) => void): void {
    const link = content.element.type === 'Link' ? content : (content.element.linkContent() ?? content)
    const { linkDescription = '' } = link.element.attributes
    const key = this.pageCount + this.#annotationElements.length
    draw({ StructParent: key, Contents: new String(linkDescription) })
    const annotation = this.document.page.annotations.at(-1)
    if (!annotation) return
    this.#annotationElements.push(link.element)
    this.#refer(link, { page: this.#pageElements.length - 1, annotation: annotation.id })
  }

  /** Whether something was drawn of a piece of content. */
  hasDrawn(content: MarkedContent): boolean {
    return this.#references.has(content)
  }

  /** The bounding box of a figure surrounds all that is drawn in it (ISO 32000-1, table 344). */
  extendBox(element: StructureElement, [left, bottom, right, top]: ElementBox): void {
    const [l, b, r, t] = this.#boxes.get(element) ?? [left, bottom, right, top]
    this.#boxes.set(element, [Math.min(l, left), Math.min(b, bottom), Math.max(r, right), Math.max(t, top)])
  }

  /** What was marked on the pages that have ended. */
  marks(): DrawnMarks {
    return {
      references: this.#references,
      boxes: this.#boxes,
      pageElements: this.#pageElements,
      annotationElements: this.#annotationElements,
      pageMarks: this.#pageMarks,
    }
  }

  #mark(content: MarkedContent): string {
    const page = this.#pageElements.length - 1
    const contents = present(this.#pageElements[page], 'page under way')
    this.#refer(content, { page, mcid: contents.length })
    contents.push(content.element)
    return `/${content.element.type} <</MCID ${contents.length - 1}>> BDC`
  }

  #refer(content: MarkedContent, reference: ContentReference): void {
    const references = this.#references.get(content)
    if (references) references.push(reference)
    else this.#references.set(content, [reference])
  }

  #close(): void {
    if (this.#open !== undefined) this.document.addContent('EMC')
    this.#open = undefined
  }
}
