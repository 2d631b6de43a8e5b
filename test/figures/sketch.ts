import * as assert from 'uvu/assert'
import type { Drawing, FigureStyle, FigureText, Point, Shape } from '../../src/figures/index.js'
import { diagramStrings } from '../../src/markup/blocks/diagrams.js'
import type { DiagramStrings, InlineText } from '../../src/markup/index.js'
import { locales, prose } from '../support/edition.js'

/** A type whose characters are all half as wide as it is high, bold ones a little wider. */
export const STYLE: FigureStyle = {
  type: {
    size: 8,
    small: 7,
    smallest: 5,
    leading: 1.25,
    ascent: 0.75,
    descent: 0.25,
    widthOf: (text, { size, bold }) => [...text].length * size * (bold ? 0.54 : 0.5),
  },
  palette: {
    text: '#1a1a1a',
    muted: '#54595f',
    accent: '#1d3c63',
    line: '#bcc3cb',
    tint: '#eef2f7',
    paper: '#ffffff',
    series: ['#1d3c63', '#8f2410', '#1c5c38', '#7a5200', '#5a3a86', '#0f5c66'],
    shades: ['#eef2f7', '#dae3ee', '#c3d1e2', '#a9bdd5', '#8ea7c6'],
  },
}

/** The words of a shipped locale. */
export function wordsIn(lang: string): DiagramStrings {
  const locale = locales.get(lang)
  if (!locale) throw new Error(`there is no locale ${lang}`)
  return diagramStrings(locale)
}

export const word = (text: string): InlineText => ({ kind: 'text', text, place: prose(text).place })

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const textShapes = ({ shapes }: Drawing): FigureText[] =>
  shapes.flatMap(shape => (shape.kind === 'text' ? [shape] : []))

/** Every line of words as the box that its letters reach. */
export function boxOf(shape: Shape): Box {
  switch (shape.kind) {
    case 'text': {
      const { x, y, width, face } = shape
      const { ascent, descent } = STYLE.type
      return { left: x, right: x + width, top: y - ascent * face.size, bottom: y + descent * face.size }
    }
    case 'rectangle':
      return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }
    case 'circle': {
      const { centre, radius } = shape
      return {
        left: centre.x - radius,
        right: centre.x + radius,
        top: centre.y - radius,
        bottom: centre.y + radius,
      }
    }
    case 'path':
      return boxAround(shape.points)
  }
}

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** By more than a hundredth of a point. */
export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right - 0.01 &&
  other.left < one.right - 0.01 &&
  one.top < other.bottom - 0.01 &&
  other.top < one.bottom - 0.01

/** Words never cover words, and nothing leaves the drawing. */
export function assertSound(drawing: Drawing): void {
  for (const shape of drawing.shapes) {
    const { left, top, right, bottom } = boxOf(shape)
    const inside =
      left >= -0.01 && top >= -0.01 && right <= drawing.width + 0.01 && bottom <= drawing.height + 0.01
    assert.ok(inside, `${JSON.stringify(shape)} leaves ${drawing.width} x ${drawing.height}`)
  }
  const lines = textShapes(drawing)
  lines.forEach((line, index) => {
    const box = boxOf(line)
    const covered = lines.slice(index + 1).find(other => overlap(box, boxOf(other)))
    assert.is(covered, undefined, `\`${line.text}\` covers \`${covered?.text}\``)
  })
}
