import type { Drawing, FigureText, Shape, Stroke } from '../../figures/index.js'
import { escapeMarkup } from './escape-markup.js'

export interface SvgOptions {
  /** The description that is read in the place of the figure. */
  readonly label: string
  /** BCP 47. */
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  /** In the order in which they are looked for; left out where what is around the figure says them. */
  readonly families?: readonly string[]
  /** Attributes of the root beside those that every figure has, in their order. */
  readonly attributes?: Readonly<Record<string, string>>
  /** How a shape is painted in a colour; as an attribute of SVG where left out. */
  readonly paint?: (property: 'fill' | 'stroke', colour: string) => string
}

/**
 * A drawing as one element of SVG 1.1, its words as text of the width that they were measured at, so that they have room in
 * any font. A unit is a point; the element says no size but that.
 */
export function drawingToSvg({ width, height, shapes }: Drawing, options: SvgOptions): string {
  const { label, lang, direction, families, attributes = {} } = options
  const root: Record<string, string> = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${length(width)} ${length(height)}`,
    width: length(width),
    height: length(height),
    role: 'img',
    'aria-label': label,
    lang,
    'xml:lang': lang,
    direction,
    ...(families && { 'font-family': families.map(quotedFamily).join(', ') }),
    ...attributes,
  }
  const said = Object.entries(root).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
  return `<svg${said.join('')}>${shapes.map(shape => shapeMarkup(shape, options)).join('')}</svg>`
}

/** A family as CSS names it, whatever characters it has. */
export const quotedFamily = (family: string): string => `'${family.replace(/[\\'"<>{};\n\r\f]/g, '')}'`

function shapeMarkup(shape: Shape, options: SvgOptions): string {
  switch (shape.kind) {
    case 'text':
      return textMarkup(shape, options)
    case 'rectangle': {
      const [x, y, width, height] = [shape.x, shape.y, shape.width, shape.height].map(length)
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${painted(shape, options)}/>`
    }
    case 'circle': {
      const [x, y, radius] = [shape.centre.x, shape.centre.y, shape.radius].map(length)
      return `<circle cx="${x}" cy="${y}" r="${radius}"${painted(shape, options)}/>`
    }
    case 'path': {
      const points = shape.points.map(({ x, y }) => `${length(x)} ${length(y)}`)
      return `<path d="M${points.join('L')}${shape.closed ? 'Z' : ''}"${painted(shape, options)}/>`
    }
  }
}

/** Where words run from right to left, a text begins at its right edge. */
function textMarkup({ text, x, y, width, face, colour }: FigureText, options: SvgOptions): string {
  const said = escapeMarkup(text)
  if (said.trim() === '') return ''
  const start = options.direction === 'rtl' ? x + width : x
  const weight = face.bold ? ' font-weight="bold"' : ''
  const place = `x="${length(start)}" y="${length(y)}" font-size="${length(face.size)}"${weight}`
  const measured = `textLength="${length(width)}" lengthAdjust="spacingAndGlyphs"`
  return `<text ${place} ${measured}${paintOf('fill', colour, options)}>${said}</text>`
}

function painted(
  { fill, stroke }: { readonly fill?: string | undefined; readonly stroke?: Stroke | undefined },
  options: SvgOptions,
): string {
  const inside = fill === undefined ? ' fill="none"' : paintOf('fill', fill, options)
  if (!stroke) return inside
  const dash = stroke.dash
    ? ` stroke-dasharray="${length(stroke.dash.length)} ${length(stroke.dash.space)}"`
    : ''
  return `${inside}${paintOf('stroke', stroke.colour, options)} stroke-width="${length(stroke.width)}"${dash}`
}

const paintOf = (property: 'fill' | 'stroke', colour: string, { paint }: SvgOptions): string =>
  paint ? ` ${paint(property, colour)}` : ` ${property}="${colour}"`

/** Hundredths of a point are seen by nobody. */
const length = (points: number): string => String(Math.round(points * 100) / 100)
