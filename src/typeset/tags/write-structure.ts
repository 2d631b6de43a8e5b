import type { PDFDocument, Reference } from '../pdfmake-classes.js'
import { elementsOf } from './elements.js'
import type { MarkedPages } from './marked-pages.js'
import { type Mark, type Role, Spot, type Tag } from './tag.js'

/** Writes the structure tree, its parent tree and its identifiers (ISO 32000-1, 14.7). */
export function writeStructure(root: Tag, marked: MarkedPages, document: PDFDocument): void {
  new StructureWriter(marked, document).write(root)
}

class StructureWriter {
  readonly #references = new Map<Tag, Reference>()
  readonly #ids = new Map<Tag, string>()
  readonly #named = new Map<Role, number>()
  readonly #pages: readonly Reference[]

  constructor(
    private readonly marked: MarkedPages,
    private readonly document: PDFDocument,
  ) {
    this.#pages = document._root.data.Pages.data.Kids
  }

  write(root: Tag): void {
    const top = this.document.ref({ Type: 'StructTreeRoot' })
    const elements = elementsOf(root)
    for (const tag of elements.keys()) {
      this.#references.set(tag, this.document.ref({}))
      if (isNamed(tag)) this.#name(tag)
    }
    for (const [tag, parent] of elements) this.#element(tag, parent ? this.#references.get(parent) : top)
    const ids = [...this.#ids].sort(([, one], [, other]) => (one < other ? -1 : 1))
    Object.assign(top.data, {
      K: this.#references.get(root),
      ParentTree: this.#parentTree(),
      ParentTreeNextKey: this.marked.contents.length + this.marked.annotations.length,
      ...(ids.length > 0 && {
        IDTree: { Names: ids.flatMap(([tag, id]) => [new String(id), this.#references.get(tag)]) },
      }),
    })
    // pdfkit ends both of these itself.
    this.document._root.data.StructTreeRoot = top
    this.document._root.data.MarkInfo = this.document.ref({ Marked: true })
  }

  #name(tag: Tag): void {
    const number = (this.#named.get(tag.role) ?? 0) + 1
    this.#named.set(tag.role, number)
    this.#ids.set(tag, `${tag.role}${number}`)
  }

  #element(tag: Tag, parent: Reference | undefined): void {
    const reference = this.#references.get(tag)
    if (!reference) return
    const marks = tag.kids.flatMap(kid => (kid instanceof Spot ? kid.marks : []))
    const page = marks[0]?.page
    const kids = tag.kids.flatMap(kid => {
      if (kid instanceof Spot) return kid.marks.map(mark => this.#mark(mark, page))
      return this.#references.get(kid) ?? []
    })
    const { lang, alt } = tag.facts
    const id = this.#ids.get(tag)
    const attributes = this.#attributes(tag)
    Object.assign(reference.data, {
      S: tag.role,
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

  #mark(mark: Mark, page: number | undefined): unknown {
    const Pg = this.#pages[mark.page]
    if ('annotation' in mark) return { Type: 'OBJR', Obj: mark.annotation, Pg }
    return mark.page === page ? mark.content : { Type: 'MCR', Pg, MCID: mark.content }
  }

  #attributes({ role, facts, box }: Tag): object[] {
    const { scope, span = 1, numbering } = facts
    const headers = (facts.headers ?? []).flatMap(header => this.#ids.get(header) ?? [])
    const table = {
      ...(scope && { Scope: scope }),
      ...(span > 1 && { ColSpan: span }),
      ...(headers.length > 0 && { Headers: headers.map(id => new String(id)) }),
    }
    return [
      ...(Object.keys(table).length > 0 ? [{ O: 'Table', ...table }] : []),
      ...(role === 'L' ? [{ O: 'List', ListNumbering: numbering ?? 'None' }] : []),
      ...(box ? [{ O: 'Layout', Placement: 'Block', BBox: [...box] }] : []),
    ]
  }

  /** Which elements the content of each page, and each annotation, belongs to. */
  #parentTree(): object {
    const { contents, annotations } = this.marked
    const of = (tag: Tag) => this.#references.get(tag)
    const entries: unknown[] = [...contents.map(tags => tags.map(of)), ...annotations.map(of)]
    const tree = this.document.ref({ Nums: entries.flatMap((entry, key) => [key, entry]) })
    tree.end()
    return tree
  }
}

/** Others find their way to a header cell, and from outside to a note, by its identifier. */
const isNamed = (tag: Tag): boolean => tag.role === 'TH' || tag.role === 'Note'
