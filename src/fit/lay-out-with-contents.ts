import { Findings, type Report } from '../diagnostics/index.js'
import { type Document, filterBlocks, findNodes } from '../markup/index.js'
import type { DocumentLayouts, LaidOutDocument } from '../typeset/index.js'
import type { LayoutSetting } from './layout-setting.js'

/** A document of no more pages than these is read without a list of its contents. */
const PAGES_WITHOUT_CONTENTS = 4
/** With a list of contents, a document may be a page longer than without. */
const PAGES_OF_CONTENTS = 1

/**
 * Lays documents out, and without their list of contents if that leaves no more pages than can be taken in without one. Where
 * only annexes make them more, the list is there as far as it takes no page of the limit.
 */
export class LayoutsWithContents {
  /** One document for one with contents, so that what is known of its layouts is found again; itself for one that has none. */
  readonly #without = new WeakMap<Document, Document>()

  constructor(private readonly layouts: DocumentLayouts) {}

  layOut(document: Document, setting: LayoutSetting, report: Report): LaidOutDocument | undefined {
    const found = new Findings()
    const whole = this.layouts.layOut(document, setting, found.report)
    const mayDoWithout = whole !== undefined && whole.pages <= PAGES_WITHOUT_CONTENTS + PAGES_OF_CONTENTS
    const shorter = mayDoWithout ? this.#withoutContents(document) : document
    if (whole && shorter !== document) {
      const foundWithout = new Findings()
      const without = this.layouts.layOut(shorter, setting, foundWithout.report)
      if (without && isReadWithout(without, whole)) {
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

function isReadWithout(without: LaidOutDocument, whole: LaidOutDocument): boolean {
  if (without.pages > PAGES_WITHOUT_CONTENTS) return false
  return without.pages + without.annexPages <= PAGES_WITHOUT_CONTENTS || without.pages < whole.pages
}
