import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockContext } from './block-context.js'
import { METER_SHAPES, type Meter, type MeterScale, type MeterShape, type Ticks } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import type { Inline, InlineText } from './inlines.js'

/** Builds the mark of a value on a scale; what it holds is read in its place, so that it must hold words. */
export function buildMeter(element: HtmlElement, context: BlockContext): Meter[] {
  const { place } = element
  const children = buildWordsReadInPlace(element, context)
  if (children.length === 0) return []
  const scale = meterScale(element, context)
  return scale ? [{ kind: 'meter', shape: meterShape(element, context), scale, children, place }] : []
}

/** Builds the words that are read in the place of a drawn mark: nothing but words can be. */
export function buildWordsReadInPlace(element: HtmlElement, context: BlockContext): InlineText[] {
  const { name } = element
  const built = context.withoutNotes(name, () => buildInlines(element.children, name, context))
  const other = built.find(hasMoreThanText)
  if (other)
    context.report(
      'misplaced-element',
      other.place,
      `a \`${name}\` holds words alone, which are read in its place`,
      'print links and citations beside it',
    )
  return built.flatMap(textsOf)
}

/** Builds the words over the points of lines: two for their ends, and any number for what is between. */
export function buildTicks(element: HtmlElement, context: BlockContext): Ticks[] {
  const labels = context.allowedChildren(element, ['tick']).flatMap(tick => {
    const words = context.withoutNotes('tick', () => buildInlines(tick.children, 'tick', context))
    return words.length > 0 ? [words] : []
  })
  return labels.length > 0 ? [{ kind: 'ticks', labels, place: element.place }] : []
}

/** More points than this are no scale that a mark in a line could show. */
const MOST_POINTS = 12

function meterScale(element: HtmlElement, context: BlockContext): MeterScale | undefined {
  const min = wholeNumber(element, 'min', '1')
  const max = wholeNumber(element, 'max', '5')
  const value = wholeNumber(element, 'value', '')
  if (min === undefined) context.reportInvalidAttribute(element, 'min', 'a whole number')
  else if (max === undefined || max <= min || max - min >= MOST_POINTS)
    context.reportInvalidAttribute(
      element,
      'max',
      `a whole number above \`min\`, by at most ${MOST_POINTS - 1}`,
    )
  else if (value === undefined || value < min || value > max)
    context.reportInvalidAttribute(element, 'value', `a whole number from ${min} to ${max}`)
  else return { value, min, max }
  return undefined
}

function wholeNumber(element: HtmlElement, attribute: string, otherwise: string): number | undefined {
  const text = (attributeOf(element, attribute) ?? otherwise).trim()
  return /^-?\d+$/.test(text) ? Number(text) : undefined
}

function meterShape(element: HtmlElement, context: BlockContext): MeterShape {
  const given = attributeOf(element, 'shape') ?? 'squares'
  const shape = METER_SHAPES.find(known => known === given)
  if (shape === undefined)
    context.reportInvalidAttribute(
      element,
      'shape',
      `one of ${METER_SHAPES.map(known => `\`${known}\``).join(', ')}`,
    )
  return shape ?? 'squares'
}

function textsOf(inline: Inline): InlineText[] {
  if (inline.kind === 'text') return [inline]
  return 'children' in inline && !hasMoreThanText(inline) ? inline.children.flatMap(textsOf) : []
}

const hasMoreThanText = (inline: Inline): boolean =>
  ['link', 'reference', 'note', 'break'].includes(inline.kind) ||
  ('children' in inline && inline.children.some(hasMoreThanText))
