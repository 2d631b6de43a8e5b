import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockContext } from './block-context.js'
import type { SignatureLine, TickBox } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import { buildWordsReadInPlace } from './build-meter.js'

/** Builds a box to tick by hand; nothing where no words say what ticking it means. */
export function buildTickBox(element: HtmlElement, context: BlockContext): TickBox[] {
  const children = buildWordsReadInPlace(element, context)
  return children.length > 0 ? [{ kind: 'tick-box', children, place: element.place }] : []
}

/** Points: room for a signature, and the least and the most that a line to write on can be. */
const SIGNATURE = 180
const SHORTEST = 20
const LONGEST = 500

/** Builds a line to write on by hand; nothing where no words say what for. */
export function buildSignatureLine(element: HtmlElement, context: BlockContext): SignatureLine[] {
  const { name, place } = element
  const children = context.withoutNotes(name, () => buildInlines(element.children, name, context))
  if (children.length === 0) return []
  return [{ kind: 'signature-line', length: lineLength(element, context), children, place }]
}

function lineLength(element: HtmlElement, context: BlockContext): number {
  const given = attributeOf(element, 'width')
  if (given === undefined) return SIGNATURE
  const length = /^\d+(?:\.\d+)?$/.test(given.trim()) ? Number(given) : 0
  if (length >= SHORTEST && length <= LONGEST) return length
  context.reportInvalidAttribute(element, 'width', `a length from ${SHORTEST} to ${LONGEST} points`)
  return SIGNATURE
}
