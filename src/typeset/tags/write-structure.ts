import type { PdfmakeDocument, PdfmakeReference } from '../nodes/pdfmake-classes.js'
import { MarkedContent, type StructureElement, type StructureType } from '../nodes/structure-element.js'
import { type ContentReference, type DrawnMarks, referencesOf } from './drawn-marks.js'
import { writtenElements } from './written-elements.js'

/** Writes the structure tree, its parent tree and its identifiers (ISO 32000-1, 14.7). */
export function writeStructure(root: StructureElement, marks: DrawnMarks, document: PdfmakeDocument): void {
  new StructureWriter(marks, document).write(root)
}

class StructureWriter {
  readonly #references = new Map<StructureElement, PdfmakeReference>()
  readonly #ids = new Map<StructureElement, string>()
  readonly #named = new Map<StructureType, number>()
  readonly #pages: readonly PdfmakeReference[]

  constructor(
    private readonly marks: DrawnMarks,
    private readonly document: PdfmakeDocument,
  ) {
    this.#pages = document._root.data.Pages.data.Kids
  }

  write(root: StructureElement): void {
    const top = this.document.ref({ Type: 'StructTreeRoot' })
    const elements = writtenElements(root, this.marks)
    for (const element of elements.keys()) {
      this.#references.set(element, this.document.ref({}))
      if (needsIdentifier(element)) this.#name(element)
    }
    for (const [element, parent] of elements)
      this.#element(element, parent ? this.#references.get(parent) : top)
    const ids = [...this.#ids].sort(([, one], [, other]) => (one < other ? -1 : 1))
    Object.assign(top.data, {
      K: this.#references.get(root),
      ParentTree: this.#parentTree(),
      ParentTreeNextKey: this.marks.pageElements.length + this.marks.annotationElements.length,
      ...(ids.length > 0 && {
        IDTree: { Names: ids.flatMap(([element, id]) => [new String(id), this.#references.get(element)]) },
      }),
    })
    // pdfkit ends both of these itself.
    this.document._root.data.StructTreeRoot = top
    this.document._root.data.MarkInfo = this.document.ref({ Marked: true })
  }

  #name(element: StructureElement): void {
    const number = (this.#named.get(element.type) ?? 0) + 1
    this.#named.set(element.type, number)
    this.#ids.set(element, `${element.type}${number}`)
  }

  #element(element: StructureElement, parent: PdfmakeReference | undefined): void {
    const reference = this.#references.get(element)
    if (!reference) return
    const page = referencesOf(element, this.marks)[0]?.page
    const kids = element.kids.flatMap(kid => {
      if (kid instanceof MarkedContent)
        return (this.marks.references.get(kid) ?? []).map(mark => this.#mark(mark, page))
      return this.#references.get(kid) ?? []
    })
    const { lang, alt } = element.attributes
    const id = this.#ids.get(element)
    const attributes = this.#attributes(element)
    Object.assign(reference.data, {
      S: element.type,
      P: parent,
      ...(page !== undefined && { Pg: this.#pages[page] }),
      ...(kids.length > 0 && { K: kids.length === 1 ? kids[0] : kids }),
      ...(id !== undefined && { ID: new String(id) }),
      ...(lang !== undefined && { Lang: new String(lang) }),
      ...(alt !== undefined && { Alt: new String(alt) }),
      ...(attributes.length > 0 && { A: attributes.length === 1 ? attributes[0] : attributes }),
    })
    reference.end()
  }

  #mark(mark: ContentReference, page: number | undefined): unknown {
    const Pg = this.#pages[mark.page]
    if ('annotation' in mark) return { Type: 'OBJR', Obj: mark.annotation, Pg }
    return mark.page === page ? mark.mcid : { Type: 'MCR', Pg, MCID: mark.mcid }
  }

  #attributes(element: StructureElement): object[] {
    const { type, attributes } = element
    const box = this.marks.boxes.get(element)
    const { scope, colSpan = 1, rowSpan = 1, numbering } = attributes
    const headers = (attributes.headers ?? []).flatMap(header => this.#ids.get(header) ?? [])
    const table = {
      ...(scope && { Scope: scope }),
      ...(colSpan > 1 && { ColSpan: colSpan }),
      ...(rowSpan > 1 && { RowSpan: rowSpan }),
      ...(headers.length > 0 && { Headers: headers.map(id => new String(id)) }),
    }
    return [
      ...(Object.keys(table).length > 0 ? [{ O: 'Table', ...table }] : []),
      ...(type === 'L' ? [{ O: 'List', ListNumbering: numbering ?? 'None' }] : []),
      ...(box ? [{ O: 'Layout', Placement: 'Block', BBox: [...box] }] : []),
    ]
  }

  /** Which elements the content of each page, and each annotation, belongs to. */
  #parentTree(): object {
    const { pageElements: contents, annotationElements: annotations } = this.marks
    const of = (element: StructureElement) => this.#references.get(element)
    const entries: unknown[] = [...contents.map(tags => tags.map(of)), ...annotations.map(of)]
    const tree = this.document.ref({ Nums: entries.flatMap((entry, key) => [key, entry]) })
    tree.end()
    return tree
  }
}

/** Others find their way to a header cell, and from outside to a note, by its identifier. */
const needsIdentifier = (element: StructureElement): boolean =>
  element.type === 'TH' || element.type === 'Note'
