import { present } from '../../../diagnostics/index.js'
import type { PathCommand } from '../../fonts/glyph-outlines.js'
import { parseColour, shareOf } from './colours.js'
import { IDENTITY, type Matrix, parseTransform, product } from './matrix.js'
import { SvgFault, type XmlElement } from './parse-xml.js'
import { type SvgRules, styleOf } from './style.js'

/** A gradient as a PDF shades it, and how its units lie in those of the shape (ISO 32000-1, 8.7.4.5). */
export interface Gradient {
  readonly matrix: Matrix
  readonly shading: Readonly<Record<string, unknown>>
}

/** Reads a linear or radial gradient for a shape; throws an `SvgFault` for what a PDF cannot shade alike. */
export function gradientFor(
  element: XmlElement,
  shape: readonly PathCommand[],
  ids: ReadonlyMap<string, XmlElement>,
  rules: SvgRules,
): Gradient {
  const chain = gradientChain(element, ids)
  const attribute = (name: string) => chain.find(each => each.attributes.has(name))?.attributes.get(name)
  const stops = colourStops(
    chain.find(({ children }) => children.some(({ name }) => name === 'stop')),
    element,
    rules,
  )
  const spread = attribute('spreadMethod') ?? 'pad'
  if (spread !== 'pad')
    throw new SvgFault(`with a gradient that says \`${spread}\``, element.line, 'draw it as shapes')
  const share = (name: string, otherwise: number) => {
    const written = attribute(name)
    const value = written === undefined ? otherwise : Number(written.trim().replace(/%$/, ''))
    if (!Number.isFinite(value))
      throw new SvgFault(`with a gradient whose \`${name}\` is no number`, element.line)
    return written?.trim().endsWith('%') ? value / 100 : value
  }
  const own = parseTransform(attribute('gradientTransform') ?? '')
  if (!own) throw new SvgFault('with a gradient whose transform cannot be read', element.line)
  const isInUserUnits = attribute('gradientUnits') === 'userSpaceOnUse'
  const matrix = product(isInUserUnits ? IDENTITY : boxMatrix(shape), own)
  const coordinates =
    element.name === 'linearGradient'
      ? [share('x1', 0), share('y1', 0), share('x2', 1), share('y2', 0)]
      : radialCoordinates(share)
  return {
    matrix,
    shading: {
      ShadingType: element.name === 'linearGradient' ? 2 : 3,
      ColorSpace: 'DeviceRGB',
      Coords: coordinates,
      Function: stopsFunction(stops),
      Extend: [true, true],
    },
  }
}

function radialCoordinates(share: (name: string, otherwise: number) => number): number[] {
  const [cx, cy] = [share('cx', 0.5), share('cy', 0.5)]
  return [share('fx', cx), share('fy', cy), 0, cx, cy, share('r', 0.5)]
}

/** A gradient and those whose attributes and stops it takes over, the nearest first. */
function gradientChain(element: XmlElement, ids: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = []
  for (let next: XmlElement | undefined = element; next && !chain.includes(next); ) {
    chain.push(next)
    const href: string = next.attributes.get('href') ?? next.attributes.get('xlink:href') ?? ''
    next = ids.get(href.replace(/^#/, ''))
  }
  return chain
}

/** From the unit square to the bounds of a shape. */
function boxMatrix(shape: readonly PathCommand[]): Matrix {
  const points = shape.filter(command => command.kind !== 'close')
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [Math.max(...xs) - left, 0, 0, Math.max(...ys) - top, left, top]
}

interface Stop {
  readonly offset: number
  readonly rgb: readonly number[]
}

function colourStops(holder: XmlElement | undefined, { line }: XmlElement, rules: SvgRules): Stop[] {
  const stops: Stop[] = []
  for (const stop of holder?.children ?? []) {
    if (stop.name !== 'stop') continue
    const style = styleOf(stop, new Map(), rules)
    const colour = parseColour(style.get('stop-color') ?? 'black')
    if (!colour) throw new SvgFault('with a colour of a gradient that cannot be read', stop.line)
    if ((shareOf(style.get('stop-opacity') ?? '1') ?? 1) * colour.opacity < 1)
      throw new SvgFault(
        'with a gradient that lets through what lies below',
        stop.line,
        'give its colours without opacity',
      )
    const offset = Math.max(stops.at(-1)?.offset ?? 0, shareOf(stop.attributes.get('offset') ?? '0') ?? 0)
    const rgb = [1, 3, 5].map(at => Number.parseInt(colour.colour.slice(at, at + 2), 16) / 255)
    stops.push({ offset, rgb: rgb.map(level => Math.round(level * 10_000) / 10_000) })
  }
  if (stops.length === 0) throw new SvgFault('with a gradient that has no colours', line)
  return stops
}

/** Colours from 0 to 1, straight from each stop to the next. */
function stopsFunction(stops: readonly Stop[]): object {
  const first = present(stops[0], 'stop')
  const last = present(stops.at(-1), 'stop')
  const all = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }]
  const parts = all.slice(1).map((stop, index) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: present(all[index], 'stop').rgb,
    C1: stop.rgb,
    N: 1,
  }))
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: parts,
    Bounds: all.slice(1, -1).map(({ offset }) => offset),
    Encode: parts.flatMap(() => [0, 1]),
  }
}
