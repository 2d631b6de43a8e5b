import type { PdfFile } from '../file/pdf-file.js'
import { dictionary, numberSyntax, ObjectReference, referenceTo, textString } from '../file/pdf-syntax.js'
import { MarkedContent, type StructureElement, type StructureType } from '../nodes/structure-element.js'
import { type ContentReference, type DrawnMarks, type ElementBox, referencesOf } from './drawn-marks.js'
import { type WrittenElements, writtenElements } from './written-elements.js'

/** Writes the structure tree, its parent tree and its identifiers (ISO 32000-1, 14.7). */
export function writeStructure(root: StructureElement, marks: DrawnMarks, file: PdfFile): void {
  new StructureWriter(writtenElements(root, marks), marks, file).write(root)
}

class StructureWriter {
  /** The numbers of the objects of elements. */
  readonly #numbers = new Map<StructureElement, number>()
  readonly #ids: ReadonlyMap<StructureElement, string>
  /** References to pages. */
  readonly #pages: readonly string[]

  constructor(
    private readonly elements: WrittenElements,
    private readonly marks: DrawnMarks,
    private readonly file: PdfFile,
  ) {
    this.#pages = file._root.data.Pages.data.Kids.map(({ id }) => referenceTo(id))
    this.#ids = elementNames(elements.keys())
  }

  write(root: StructureElement): void {
    const { file } = this
    const top = file.ref({ Type: 'StructTreeRoot' })
    for (const element of this.elements.keys()) this.#numbers.set(element, file.reserve())
    for (const [element, parent] of this.elements)
      file.writeObject(
        this.#numberOf(element),
        this.#element(element, parent ? this.#numberOf(parent) : top.id),
      )
    const { pageElements, annotationElements } = this.marks
    const ids = [...this.#ids].sort(([, one], [, other]) => (one < other ? -1 : 1))
    const names = ids.flatMap(([element, id]) => [
      new String(id),
      new ObjectReference(this.#numberOf(element)),
    ])
    Object.assign(top.data, {
      K: new ObjectReference(this.#numberOf(root)),
      ParentTree: new ObjectReference(this.#parentTree()),
      ParentTreeNextKey: pageElements.length + annotationElements.length,
      ...(names.length > 0 && { IDTree: { Names: names } }),
    })
    // pdfkit ends both of these itself.
    file._root.data.StructTreeRoot = top
    file._root.data.MarkInfo = file.ref({ Marked: true })
  }

  #element(element: StructureElement, parent: number): string {
    const page = referencesOf(element, this.marks)[0]?.page
    const kids = this.#kids(element, page)
    const { lang, alt, actualText, expansion } = element.attributes
    const id = this.#ids.get(element)
    const attributes = this.#attributes(element)
    return dictionary({
      S: `/${element.type}`,
      P: referenceTo(parent),
      Pg: page === undefined ? undefined : this.#pages[page],
      K: oneOrArray(kids),
      ID: id === undefined ? undefined : textString(id),
      Lang: lang === undefined ? undefined : textString(lang),
      Alt: alt === undefined ? undefined : textString(alt),
      ActualText: actualText === undefined ? undefined : textString(actualText),
      E: expansion === undefined ? undefined : textString(expansion),
      A: oneOrArray(attributes),
    })
  }

  #kids({ kids }: StructureElement, page: number | undefined): string[] {
    const written: string[] = []
    for (const kid of kids)
      if (kid instanceof MarkedContent)
        for (const mark of this.marks.references.get(kid) ?? []) written.push(this.#mark(mark, page))
      else if (this.#numbers.has(kid)) written.push(this.#reference(kid))
    return written
  }

  #mark(mark: ContentReference, page: number | undefined): string {
    const on = this.#pages[mark.page]
    if ('annotation' in mark) return dictionary({ Type: '/OBJR', Obj: referenceTo(mark.annotation), Pg: on })
    return mark.page === page ? String(mark.mcid) : dictionary({ Type: '/MCR', Pg: on, MCID: mark.mcid })
  }

  #attributes(element: StructureElement): string[] {
    const { type, attributes } = element
    const box = this.marks.boxes.get(element)
    return [
      ...this.#tableAttributes(element),
      ...(type === 'L' ? [`<<\n/O /List\n/ListNumbering /${attributes.numbering ?? 'None'}\n>>`] : []),
      ...(box ? [boxAttributes(box)] : []),
    ]
  }

  #tableAttributes({
    attributes: { scope, colSpan = 1, rowSpan = 1, headers = [] },
  }: StructureElement): string[] {
    const ids = headers.flatMap(header => this.#ids.get(header) ?? [])
    if (scope === undefined && colSpan === 1 && rowSpan === 1 && ids.length === 0) return []
    const entries = {
      O: '/Table',
      Scope: scope && `/${scope}`,
      ColSpan: colSpan > 1 ? colSpan : undefined,
      RowSpan: rowSpan > 1 ? rowSpan : undefined,
      Headers: ids.length > 0 ? `[${ids.map(textString).join(' ')}]` : undefined,
    }
    return [dictionary(entries)]
  }

  /** Which elements the content of each page, and each annotation, belongs to. */
  #parentTree(): number {
    const { pageElements, annotationElements } = this.marks
    const pages = pageElements.map(
      elements => `[${elements.map(element => this.#reference(element)).join(' ')}]`,
    )
    const annotations = annotationElements.map(element => this.#reference(element))
    const entries = [...pages, ...annotations].map((entry, key) => `${key} ${entry}`)
    const number = this.file.reserve()
    this.file.writeObject(number, `<<\n/Nums [${entries.join(' ')}]\n>>`)
    return number
  }

  #reference(element: StructureElement): string {
    return referenceTo(this.#numberOf(element))
  }

  #numberOf(element: StructureElement): number {
    const number = this.#numbers.get(element)
    if (number === undefined) throw new Error(`bug: nothing is written of a ${element.type}`)
    return number
  }
}

/** Others find their way to a header cell, and from outside to a note, by its identifier. */
function elementNames(elements: Iterable<StructureElement>): Map<StructureElement, string> {
  const ids = new Map<StructureElement, string>()
  const counts = new Map<StructureType, number>()
  for (const element of elements) {
    const { type } = element
    if (type !== 'TH' && type !== 'Note') continue
    const number = (counts.get(type) ?? 0) + 1
    counts.set(type, number)
    ids.set(element, `${type}${number}`)
  }
  return ids
}

const boxAttributes = (box: ElementBox): string =>
  `<<\n/O /Layout\n/Placement /Block\n/BBox [${box.map(numberSyntax).join(' ')}]\n>>`

/** The value of an entry that may have several values. */
const oneOrArray = (values: readonly string[]): string | undefined =>
  values.length > 1 ? `[${values.join(' ')}]` : values[0]
