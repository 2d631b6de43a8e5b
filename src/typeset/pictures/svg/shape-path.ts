import { SVGPathData } from 'svg-pathdata'
import type { PathCommand } from '../../fonts/glyph-outlines.js'
import type { XmlElement } from './parse-xml.js'
import { SvgFault } from './parse-xml.js'

/** The outline of a basic shape or a path; empty for one without extent. */
export function shapePath(element: XmlElement): PathCommand[] {
  const data = pathData(element)
  if (data.trim() === '') return []
  let parsed: SVGPathData
  try {
    parsed = new SVGPathData(data).toAbs().normalizeHVZ(false).normalizeST().qtToC().aToC()
  } catch {
    throw new SvgFault(`with a \`<${element.name}>\` whose outline cannot be read`, element.line)
  }
  return parsed.commands.map(command => {
    if (command.type === SVGPathData.CLOSE_PATH) return { kind: 'close' }
    if (command.type === SVGPathData.MOVE_TO) return { kind: 'move', x: command.x, y: command.y }
    if (command.type === SVGPathData.LINE_TO) return { kind: 'line', x: command.x, y: command.y }
    if (command.type === SVGPathData.CURVE_TO) {
      const { x1, y1, x2, y2, x, y } = command
      return { kind: 'curve', x1, y1, x2, y2, x, y }
    }
    throw new Error(`bug: a path is normalised, and has a command of type ${command.type}`)
  })
}

function pathData(element: XmlElement): string {
  const { name, attributes, line } = element
  const number = (attribute: string, otherwise = 0) => lengthOf(attributes.get(attribute), line) ?? otherwise
  switch (name) {
    case 'path':
      return attributes.get('d') ?? ''
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`
    case 'polyline':
    case 'polygon': {
      const points = attributes.get('points')?.trim() ?? ''
      return points === '' ? '' : `M${points}${name === 'polygon' ? 'Z' : ''}`
    }
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'))
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'))
    default: {
      const [width, height] = [number('width'), number('height')]
      const rx = Math.min(width / 2, number('rx', number('ry')))
      const ry = Math.min(height / 2, number('ry', number('rx')))
      return rectangle(number('x'), number('y'), width, height, rx, ry)
    }
  }
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return ''
  return `M${x - rx} ${y}A${rx} ${ry} 0 0 1 ${x + rx} ${y}A${rx} ${ry} 0 0 1 ${x - rx} ${y}Z`
}

function rectangle(x: number, y: number, w: number, h: number, rx: number, ry: number): string {
  if (w <= 0 || h <= 0) return ''
  if (rx <= 0 || ry <= 0) return `M${x} ${y}H${x + w}V${y + h}H${x}Z`
  const arc = (toX: number, toY: number) => `A${rx} ${ry} 0 0 1 ${toX} ${toY}`
  return [
    `M${x + rx} ${y}H${x + w - rx}${arc(x + w, y + ry)}V${y + h - ry}${arc(x + w - rx, y + h)}`,
    `H${x + rx}${arc(x, y + h - ry)}V${y + ry}${arc(x + rx, y)}Z`,
  ].join('')
}

/** CSS pixels (CSS Values 4, 6.2). */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
}

/** A length in pixels; undefined where there is none. Shares of the drawing are read nowhere. */
export function lengthOf(text: string | undefined, line: number): number | undefined {
  if (text === undefined || text.trim() === '' || text.trim() === 'auto') return undefined
  const [, number, unit = ''] =
    /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? []
  const factor = PIXELS[unit.toLowerCase()]
  const length = number === undefined || factor === undefined ? undefined : Number(number) * factor
  if (length === undefined || !Number.isFinite(length))
    throw new SvgFault(`with the length \`${text.slice(0, 20)}\``, line, 'give it in numbers, without a unit')
  return length
}
