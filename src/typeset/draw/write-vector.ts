import type { Vector } from '../pdfmake-classes.js'
import { componentsOf, number } from './operands.js'
import type { PdfFile } from './pdf-file.js'

/**
 * Writes a vector of a figure in one piece of content: pdfkit would write each property apart, and figures have many
 * vectors. Places are points from the top of the page, which pdfkit turns upside down.
 */
export function writeVector(file: PdfFile, vector: Vector): void {
  const { color, lineColor, lineWidth = 1 } = vector
  const stroke = lineColor !== undefined && lineWidth > 0
  const operators = [
    ...(color === undefined ? [] : file.ink.fill(color)),
    ...(stroke ? [`${componentsOf(lineColor)} RG`, `${number(lineWidth)} w`] : []),
    ...outlineOf(vector),
    color === undefined ? 'S' : stroke ? 'B' : 'f',
  ]
  file.addContent(operators.join('\n'))
}

function outlineOf({ type, x = 0, y = 0, w = 0, h = 0, r1 = 0, points = [], closePath }: Vector): string[] {
  if (type === 'rect') return [`${number(x)} ${number(y)} ${number(w)} ${number(h)} re`]
  if (type === 'ellipse') return circle(x, y, r1)
  const lines = points.map(
    (point, index) => `${number(point.x)} ${number(point.y)} ${index === 0 ? 'm' : 'l'}`,
  )
  return closePath ? [...lines, 'h'] : lines
}

/** How far the handles of four curves stand from their ends, in radii, so that they make a circle. */
const HANDLE = (4 / 3) * (Math.SQRT2 - 1)

function circle(x: number, y: number, radius: number): string[] {
  const quarters = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const
  const at = (across: number, down: number) => `${number(x + across * radius)} ${number(y + down * radius)}`
  const curves = quarters.map(([across, down]) => {
    // The next quarter begins where this one, turned by a right angle, ends.
    const [nextAcross, nextDown] = [-down, across]
    const first = at(across + HANDLE * nextAcross, down + HANDLE * nextDown)
    const second = at(nextAcross + HANDLE * across, nextDown + HANDLE * down)
    return `${first} ${second} ${at(nextAcross, nextDown)} c`
  })
  return [`${at(1, 0)} m`, ...curves, 'h']
}
