/** An affine transformation: a point is at `a x + c y + e`, `b x + d y + f` (SVG 2, 8.5). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First the second, then the first. */
export function product([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f]
}

const FUNCTION = /\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)\s*,?/gy

/** Parses an attribute `transform`; undefined for what is none. */
export function parseTransform(text: string): Matrix | undefined {
  let matrix = IDENTITY
  FUNCTION.lastIndex = 0
  for (let at = 0; text.slice(at).trim() !== ''; at = FUNCTION.lastIndex) {
    FUNCTION.lastIndex = at
    const [, name = '', list = ''] = FUNCTION.exec(text) ?? []
    const numbers =
      list.trim() === ''
        ? []
        : list
            .trim()
            .split(/[\s,]+|(?<=\d)(?=-)/)
            .map(Number)
    const next = numbers.every(Number.isFinite) ? matrixOf(name, numbers) : undefined
    if (!next) return undefined
    matrix = product(matrix, next)
  }
  return matrix
}

const RADIANS = Math.PI / 180

function matrixOf(name: string, numbers: readonly number[]): Matrix | undefined {
  const [x = 0, y, z] = numbers
  const count = numbers.length
  if (name === 'matrix') return count === 6 ? (numbers as unknown as Matrix) : undefined
  if (name === 'translate' && (count === 1 || count === 2)) return [1, 0, 0, 1, x, y ?? 0]
  if (name === 'scale' && (count === 1 || count === 2)) return [x, 0, 0, y ?? x, 0, 0]
  if (name === 'skewX' && count === 1) return [1, 0, Math.tan(x * RADIANS), 1, 0, 0]
  if (name === 'skewY' && count === 1) return [1, Math.tan(x * RADIANS), 0, 1, 0, 0]
  if (name !== 'rotate' || (count !== 1 && count !== 3)) return undefined
  const [cos, sin] = [Math.cos(x * RADIANS), Math.sin(x * RADIANS)]
  const [cx, cy] = [y ?? 0, z ?? 0]
  return [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy]
}
