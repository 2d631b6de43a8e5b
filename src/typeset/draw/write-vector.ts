import type { Vector } from '../pdfmake-classes.js'
import { pointsOf } from './extent.js'
import { componentsOf, number } from './operands.js'
import type { PdfFile } from './pdf-file.js'

/**
 * Writes a vector in one piece of content: pdfmake would write each of its properties apart, and one whether it has it
 * or not. Places are points from the top of the page, which pdfkit turns upside down.
 */
export function writeVector(file: PdfFile, vector: Vector): void {
  const { color, lineColor = color === undefined ? BLACK : undefined, lineWidth = 1, dash } = vector
  const stroke = lineColor !== undefined && lineWidth > 0
  const dashed = stroke && dash
  const operators = [
    ...(color === undefined ? [] : file.ink.fill(color)),
    ...(stroke ? [`${componentsOf(lineColor)} RG`, `${number(lineWidth)} w`] : []),
    ...(dashed ? [`[${number(dash.length)} ${number(dash.space)}] 0 d`] : []),
    ...outlineOf(vector),
    color === undefined ? 'S' : stroke ? 'B' : 'f',
    ...(dashed ? ['[] 0 d'] : []),
  ]
  file.addContent(operators.join('\n'))
}

const BLACK = '#000000'

function outlineOf({ type, x = 0, y = 0, w = 0, h = 0, r1 = 0, r2 = 0, ...ends }: Vector): string[] {
  if (type === 'rect') return [`${number(x)} ${number(y)} ${number(w)} ${number(h)} re`]
  if (type === 'ellipse') return ellipse(x, y, r1, r2)
  const lines = pointsOf(ends).map(
    (point, index) => `${number(point.x)} ${number(point.y)} ${index === 0 ? 'm' : 'l'}`,
  )
  return ends.closePath ? [...lines, 'h'] : lines
}

/** How far the handles of four curves stand from their ends, in radii, so that they make an ellipse. */
const HANDLE = (4 / 3) * (Math.SQRT2 - 1)

function ellipse(x: number, y: number, r1: number, r2: number): string[] {
  const quarters = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const
  const at = (across: number, down: number) => `${number(x + across * r1)} ${number(y + down * r2)}`
  const curves = quarters.map(([across, down]) => {
    // The next quarter begins where this one, turned by a right angle, ends.
    const [nextAcross, nextDown] = [-down, across]
    const first = at(across + HANDLE * nextAcross, down + HANDLE * nextDown)
    const second = at(nextAcross + HANDLE * across, nextDown + HANDLE * down)
    return `${first} ${second} ${at(nextAcross, nextDown)} c`
  })
  return [`${at(1, 0)} m`, ...curves, 'h']
}
