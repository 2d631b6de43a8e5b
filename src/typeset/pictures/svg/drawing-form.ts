import type { PathCommand } from '../../fonts/glyph-outlines.js'
import { numberOperand } from '../operands.js'
import type { Matrix } from './matrix.js'
import { SvgFault } from './parse-xml.js'

/** A part of a drawing as a PDF keeps it: operators, and what they name (ISO 32000-1, 8.10). */
export interface DrawingForm {
  readonly operators: readonly string[]
  /** Opacities that are named `G0`, `G1`, …, for fills and strokes alike. */
  readonly opacities: readonly number[]
  /** Dictionaries of shadings that are named `S0`, `S1`, …. */
  readonly shadings: readonly Readonly<Record<string, unknown>>[]
  /** Groups that are painted as one, named `F0`, `F1`, …. */
  readonly groups: readonly DrawingForm[]
}

/** Thrown where a drawing has a place that no page has. */
class FarPlace extends Error {}

/** Draws an element, which stands in a line of the drawing; a place in it that no page has is a fault of that line. */
export function withinPage(line: number, draw: () => void): void {
  try {
    draw()
  } catch (error) {
    throw error instanceof FarPlace ? new SvgFault('with a number that no page has room for', line) : error
  }
}

/** Units of a drawing, or times that one is magnified: readers of PDF count no further than some billions of thousandths. */
const FARTHEST = 1e9

function near(value: number): number {
  if (Math.abs(value) <= FARTHEST) return value
  throw new FarPlace()
}

/** Collects the operators of a form. */
export class FormWriter {
  readonly operators: string[] = []
  readonly opacities: number[] = []
  readonly shadings: Readonly<Record<string, unknown>>[] = []
  readonly groups: DrawingForm[] = []

  write(...operators: string[]): void {
    this.operators.push(...operators)
  }

  /** What `draw` writes, with the state restored after it. */
  within(draw: () => void): void {
    this.write('q')
    draw()
    this.write('Q')
  }

  transform(matrix: Matrix): void {
    this.write(`${matrix.map(precise).join(' ')} cm`)
  }

  path(commands: readonly PathCommand[]): void {
    for (const command of commands) this.write(pathOperator(command))
  }

  opacity(opacity: number): void {
    this.write(`/G${indexIn(this.opacities, opacity)} gs`)
  }

  shade(shading: Readonly<Record<string, unknown>>): void {
    this.write(`/S${this.shadings.push(shading) - 1} sh`)
  }

  group(form: DrawingForm): void {
    this.write(`/F${this.groups.push(form) - 1} Do`)
  }
}

function indexIn(list: number[], value: number): number {
  const index = list.indexOf(value)
  return index === -1 ? list.push(value) - 1 : index
}

/** A number of a drawing. */
export const placeOperand = (value: number): string => numberOperand(near(value))

function pathOperator(command: PathCommand): string {
  if (command.kind === 'close') return 'h'
  const to = `${placeOperand(command.x)} ${placeOperand(command.y)}`
  if (command.kind !== 'curve') return `${to} ${command.kind === 'move' ? 'm' : 'l'}`
  const { x1, y1, x2, y2 } = command
  return `${[x1, y1, x2, y2].map(placeOperand).join(' ')} ${to} c`
}

/** A number of a matrix, which may be small where what it is multiplied with is large. */
const precise = (value: number): string => String(Number(near(value).toFixed(6)))
