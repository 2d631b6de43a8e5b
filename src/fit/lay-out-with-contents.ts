import { Findings, type Report } from '../diagnostics/index.js'
import { type Document, filterBlocks, findNodes } from '../markup/index.js'
import type { DocumentLayouts, LaidOutDocument } from '../typeset/index.js'
import type { LayoutSetting } from './layout-setting.js'

/** A document of no more pages than these is read without a list of its contents. */
const PAGES_WITHOUT_CONTENTS = 4
/** With a list of contents, a document may be a page longer than without. */
const PAGES_OF_CONTENTS = 1

/** Lays documents out, and without their list of contents if that leaves no more pages than can be taken in without one. */
export class LayoutsWithContents {
  /** One document for one with contents, so that what is known of its layouts is found again; itself for one that has none. */
  readonly #without = new WeakMap<Document, Document>()

  constructor(private readonly layouts: DocumentLayouts) {}

  layOut(document: Document, setting: LayoutSetting, report: Report): LaidOutDocument | undefined {
    const found = new Findings()
    const whole = this.layouts.layOut(document, setting, found.report)
    const mayDoWithout = whole !== undefined && whole.pages <= PAGES_WITHOUT_CONTENTS + PAGES_OF_CONTENTS
    const shorter = mayDoWithout ? this.#withoutContents(document) : document
    if (shorter !== document) {
      const foundWithout = new Findings()
      const without = this.layouts.layOut(shorter, setting, foundWithout.report)
      if (without && without.pages <= PAGES_WITHOUT_CONTENTS) {
        foundWithout.passOn(report)
        return without
      }
    }
    found.passOn(report)
    return whole
  }

  #withoutContents(document: Document): Document {
    const known = this.#without.get(document)
    if (known) return known
    const hasContents = findNodes(document.blocks, 'contents').length > 0
    const shorter = hasContents
      ? { ...document, blocks: filterBlocks(document.blocks, ({ kind }) => kind !== 'contents') }
      : document
    this.#without.set(document, shorter)
    return shorter
  }
}
