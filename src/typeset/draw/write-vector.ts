import type { PdfFile } from '../file/pdf-file.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'
import { vectorPoints } from '../pages/page-rectangle.js'
import { numberOperand, rgbOperands } from '../pictures/operands.js'

/**
 * Writes a vector with the operators that it needs; pdfmake would write each property as content of its own, needed or
 * not. Positions are points from the top of the page, as pdfkit flips its coordinates.
 */
export function writeVector(file: PdfFile, vector: PdfmakeVector): void {
  const { color, lineColor = color === undefined ? BLACK : undefined, lineWidth = 1, dash } = vector
  const stroke = lineColor !== undefined && lineWidth > 0
  const dashed = stroke && dash
  const fill = color === undefined ? '' : file.graphicsState.fillOperator(color)
  const operators = [
    ...(stroke ? [`${rgbOperands(lineColor)} RG`, `${numberOperand(lineWidth)} w`] : []),
    ...(dashed ? [`[${numberOperand(dash.length)} ${numberOperand(dash.space)}] 0 d`] : []),
    ...pathOperators(vector),
    color === undefined ? 'S' : stroke ? 'B' : 'f',
    ...(dashed ? ['[] 0 d'] : []),
  ]
  file.addContent(fill + operators.join('\n'))
}

const BLACK = '#000000'

function pathOperators({
  type,
  x = 0,
  y = 0,
  w = 0,
  h = 0,
  r1 = 0,
  r2 = 0,
  ...ends
}: PdfmakeVector): string[] {
  if (type === 'rect')
    return [`${numberOperand(x)} ${numberOperand(y)} ${numberOperand(w)} ${numberOperand(h)} re`]
  if (type === 'ellipse') return ellipseOperators(x, y, r1, r2)
  const lines = vectorPoints(ends).map(
    (point, index) => `${numberOperand(point.x)} ${numberOperand(point.y)} ${index === 0 ? 'm' : 'l'}`,
  )
  return ends.closePath ? [...lines, 'h'] : lines
}

/** From the ends of four curves to their control points, in radii, so that the curves approximate an ellipse. */
const CONTROL_POINT_DISTANCE = (4 / 3) * (Math.SQRT2 - 1)

function ellipseOperators(x: number, y: number, r1: number, r2: number): string[] {
  const quarters = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const
  const at = (across: number, down: number) =>
    `${numberOperand(x + across * r1)} ${numberOperand(y + down * r2)}`
  const curves = quarters.map(([across, down]) => {
    // The next quarter begins where this one, turned by a right angle, ends.
    const [nextAcross, nextDown] = [-down, across]
    const first = at(across + CONTROL_POINT_DISTANCE * nextAcross, down + CONTROL_POINT_DISTANCE * nextDown)
    const second = at(nextAcross + CONTROL_POINT_DISTANCE * across, nextDown + CONTROL_POINT_DISTANCE * down)
    return `${first} ${second} ${at(nextAcross, nextDown)} c`
  })
  return [`${at(1, 0)} m`, ...curves, 'h']
}
