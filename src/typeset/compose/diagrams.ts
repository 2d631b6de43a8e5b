import {
  altText,
  type Drawing,
  drawDiagram,
  type Palette,
  type Shape,
  type Stroke,
} from '../../figures/index.js'
import type { Diagram } from '../../markup/index.js'
import type { LayoutNode } from '../layout/nodes.js'
import type { Line, Vector } from '../pdfmake-classes.js'
import type { Spot } from '../tags/tag.js'
import type { Sheet } from '../theme/sheet.js'
import { type Context, type Flowed, ofBlock } from './context.js'
import { leafOf, stackOf } from './flow.js'
import { FigureType } from './lettering.js'

/** Share of a page's body that a drawing may take, so that the text it belongs to stays beside it. */
const HIGHEST = 0.5

/** A figure drawn from the brief's data, with its caption; nothing where it has nothing to place. */
export function diagram(block: Diagram, context: Context): Flowed[] {
  const { sheet, inlines } = context
  const whole = context.tag.add('Div', block.place)
  const tag = whole.add('Figure', block.place, { alt: altText(block) })
  const type = new FigureType(context, tag, block.place)
  const room = { width: context.width, height: context.bodyHeight * HIGHEST }
  const drawing = drawDiagram(block, room, { type, palette: paletteOf(sheet) })
  if (!drawing) return []
  const picture: Flowed = { node: drawingNode(drawing, type, tag.spot()), before: 0, after: 0 }
  const style = sheet.style('figcaption')
  const under = ofBlock(context, whole.add('Caption', block.place))
  const caption = block.caption
    ? [leafOf(inlines.runs(block.caption, sheet.look(style, context.look), under), style, sheet)]
    : []
  const settings = sheet.style('figure')
  const node: LayoutNode = { ...stackOf([picture, ...caption]), whole: true }
  return [{ node, before: sheet.space(settings.before), after: sheet.space(settings.after) }]
}

function paletteOf(sheet: Sheet): Palette {
  const { series, shades } = sheet.theme.figures
  const [text, muted, accent, line, tint, paper] = (
    ['text', 'muted', 'accent', 'line', 'tint', 'paper'] as const
  ).map(name => sheet.colour(name))
  return {
    ...{ text: text ?? '', muted: muted ?? '', accent: accent ?? '' },
    ...{ line: line ?? '', tint: tint ?? '', paper: paper ?? '' },
    series: series.map(name => sheet.colour(name)),
    shades: shades.map(name => sheet.colour(name)),
  }
}

function drawingNode({ height, shapes }: Drawing, type: FigureType, tag: Spot): LayoutNode {
  const vectors: Vector[] = []
  const lines: Line[] = []
  for (const shape of shapes)
    if (shape.kind === 'lettering') lines.push(...type.line(shape))
    else vectors.push({ ...vectorOf(shape), tag })
  return {
    stack: [],
    whole: true,
    frame: { padding: [0, 0, 0, 0], minHeight: height },
    drawing: { vectors, lines },
  }
}

function vectorOf(shape: Exclude<Shape, { kind: 'lettering' }>): Vector {
  const paint = { ...strokeOf(shape.stroke), ...(shape.fill && { color: shape.fill }) }
  switch (shape.kind) {
    case 'rectangle': {
      const { x, y, width: w, height: h } = shape
      return { type: 'rect', x, y, w, h, ...paint }
    }
    case 'disc': {
      const { centre, radius } = shape
      return { type: 'ellipse', ...centre, r1: radius, r2: radius, ...paint }
    }
    case 'path':
      return {
        type: 'polyline',
        points: shape.points.map(point => ({ ...point })),
        closePath: shape.closed,
        ...paint,
      }
  }
}

const strokeOf = (stroke: Stroke | undefined): Partial<Vector> =>
  stroke ? { lineColor: stroke.colour, lineWidth: stroke.width } : { lineWidth: 0 }
