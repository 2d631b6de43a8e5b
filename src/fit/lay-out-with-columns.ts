import { Findings, type Report } from '../diagnostics/index.js'
import { type Document, flowColumns } from '../markup/index.js'
import type { LaidOutDocument } from '../typeset/index.js'
import type { LayoutSetting } from './layout-setting.js'
import { lengthInPages } from './layout-trials.js'

/** Lays a document out in a setting. */
export type DocumentLayout = (
  document: Document,
  setting: LayoutSetting,
  report: Report,
) => LaidOutDocument | undefined

/**
 * Lays documents out with their columns as the template has them; where that is longer than `limit` pages, also with
 * those that may flow as one flow through columns of equal height, if that is shorter.
 */
export class LayoutsWithColumns {
  /** One document for one whose columns may flow, so that what is known of its layouts is found again. */
  readonly #flowing = new WeakMap<Document, Document>()

  constructor(
    private readonly layOutDocument: DocumentLayout,
    private readonly limit: number,
  ) {}

  layOut(document: Document, setting: LayoutSetting, report: Report): LaidOutDocument | undefined {
    const found = new Findings()
    const fixed = this.layOutDocument(document, setting, found.report)
    const flowing = fixed && fixed.pages > this.limit ? this.#flow(document) : document
    if (fixed && flowing !== document) {
      const foundInFlow = new Findings()
      const flowed = this.layOutDocument(flowing, setting, foundInFlow.report)
      if (flowed && lengthInPages(flowed) < lengthInPages(fixed)) {
        foundInFlow.passOn(report)
        return flowed
      }
    }
    found.passOn(report)
    return fixed
  }

  #flow(document: Document): Document {
    const known = this.#flowing.get(document) ?? flowColumns(document)
    this.#flowing.set(document, known)
    return known
  }
}
