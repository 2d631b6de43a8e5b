import { Findings, type Report } from '../diagnostics/index.js'
import { type Document, filterBlocks, findNodes } from '../markup/index.js'
import { type DocumentStyle, type ImageAssets, type LaidOutDocument, layOut } from '../typeset/index.js'

/** A document of no more pages than these is read without a list of its contents. */
const PAGES_WITHOUT_CONTENTS = 4
/** With a list of contents, a document may be a page longer than without. */
const PAGES_OF_CONTENTS = 1

/** Lays a document out, and without its list of contents if that leaves no more pages than can be taken in without one. */
export function layOutWithContents(
  document: Document,
  style: DocumentStyle,
  assets: ImageAssets,
  report: Report,
): LaidOutDocument | undefined {
  const found = new Findings()
  const whole = layOut(document, style, assets, found.report)
  const mayDoWithout =
    whole !== undefined &&
    whole.pages <= PAGES_WITHOUT_CONTENTS + PAGES_OF_CONTENTS &&
    findNodes(document.blocks, 'contents').length > 0
  if (mayDoWithout) {
    const foundWithout = new Findings()
    const blocks = filterBlocks(document.blocks, ({ kind }) => kind !== 'contents')
    const without = layOut({ ...document, blocks }, style, assets, foundWithout.report)
    if (without && without.pages <= PAGES_WITHOUT_CONTENTS) {
      foundWithout.passOn(report)
      return without
    }
  }
  found.passOn(report)
  return whole
}
