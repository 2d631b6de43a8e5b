import { present } from '../../diagnostics/index.js'
import type { PdfmakeDocument } from '../nodes/pdfmake-classes.js'
import { type Artifact, MarkedContent, type StructureElement } from '../nodes/structure-element.js'
import { type PageMarks, readMarkedContent } from './read-marked-content.js'

/** Operands of `BDC` by kind of artifact (ISO 32000-1, table 330). */
const ARTIFACTS: Readonly<Record<Artifact['artifact'], string>> = {
  Layout: '<</Type /Layout>>',
  Background: '<</Type /Background>>',
  Header: '<</Type /Pagination /Subtype /Header /Attached [/Top]>>',
  Footer: '<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>',
  Repeated: '<</Type /Pagination>>',
}

/** Puts everything that is drawn into marked content, and remembers which element each piece belongs to. */
export class MarkedContentWriter {
  /** For each page, the elements of its pieces of content, by their numbers. */
  readonly pageElements: StructureElement[][] = []
  /** The elements of annotations; their keys in the parent tree follow those of the pages. */
  readonly annotationElements: StructureElement[] = []
  /** For each page, what its operators mark. */
  readonly pageMarks: PageMarks[] = []
  #open: StructureElement | Artifact['artifact'] | undefined

  constructor(
    private readonly document: PdfmakeDocument,
    private readonly pageCount: number,
  ) {}

  /** To be called after the document has begun a page. */
  beginPage(): void {
    Object.assign(this.document.page.dictionary.data, { StructParents: this.pageElements.length, Tabs: 'S' })
    this.pageElements.push([])
  }

  endPage(): void {
    this.#close()
    this.pageMarks.push(
      readMarkedContent(Buffer.concat(this.document.page.content.buffer).toString('latin1')),
    )
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
    const { linkDescription = '' } = content.element.attributes
    const key = this.pageCount + this.annotationElements.length
    draw({ StructParent: key, Contents: new String(linkDescription) })
    const annotation = this.document.page.annotations.at(-1)
    if (!annotation) return
    this.annotationElements.push(content.element)
    content.references.push({ page: this.pageElements.length - 1, annotation })
  }

  #mark(content: MarkedContent): string {
    const page = this.pageElements.length - 1
    const contents = present(this.pageElements[page], 'page under way')
    content.references.push({ page, mcid: contents.length })
    contents.push(content.element)
    return `/${content.element.type} <</MCID ${contents.length - 1}>> BDC`
  }

  #close(): void {
    if (this.#open !== undefined) this.document.addContent('EMC')
    this.#open = undefined
  }
}
