import type { Document } from '../../src/markup/index.js'
import { composePages } from '../../src/typeset/compose-pages.js'
import { layOutPages } from '../../src/typeset/flow/lay-out-pages.js'
import { isRightToLeft, visibleSpan } from '../../src/typeset/lines/visual-order.js'
import { baselineOf, type PlacedLine } from '../../src/typeset/nodes/page.js'
import { mirrorPages } from '../../src/typeset/pages/mirror-pages.js'
import { directionOf } from '../../src/typeset/text/direction.js'
import type { DocumentStyle } from '../../src/typeset/theme/document-style.js'
import { styleOf } from './workspace.js'

/** A line as it is seen from left to right, brackets not turned around. Lengths are points from the left and the top. */
export interface SeenLine {
  readonly text: string
  readonly seen: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** The box of the line: no ink of it is outside. */
  readonly top: number
  readonly bottom: number
  readonly placed: PlacedLine
}

/** The lines of a document in the order in which they are drawn, page by page, headers and footers last on each. */
export function seenLines(document: Document, more: Partial<DocumentStyle> = {}): SeenLine[][] {
  const composed = composePages(document, styleOf(more), { read: () => undefined })
  const { pages } = layOutPages(composed.parts, { ...composed, spacing: 1 })
  const whole = composed.headersAndFooters.addTo(pages, composed.markings, {
    before: 0,
    total: pages.length,
  })
  const printed = directionOf(document.lang) === 'rtl' ? mirrorPages(whole) : whole
  return printed.map(({ items }) =>
    items.flatMap(({ type, item }) => (type === 'line' ? [seenLine(item)] : [])),
  )
}

function seenLine(placed: PlacedLine): SeenLine {
  const { line, x, y } = placed
  const { left, right } = visibleSpan(line)
  const words = line.words.map((word, index) => ({ word, at: line.positions[index] ?? 0 }))
  const seen = words
    .toSorted((one, other) => one.at - other.at)
    .map(({ word }) => (isRightToLeft(word) ? [...word.text].reverse().join('') : word.text))
  const top = y - line.halfLeading
  return {
    text: line.words.map(word => word.text).join(''),
    seen: seen
      .join('')
      .replace(/\u200B/g, '')
      .trim(),
    left: x + left,
    right: x + right,
    baseline: baselineOf(placed),
    ...{ top, bottom: top + line.height, placed },
  }
}
