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
import type { Tag } from '../tags/tag.js'
import type { Sheet } from '../theme/sheet.js'
import type { Context, Flowed } from './context.js'
import { FigureType } from './lettering.js'
import { captioned } from './text-blocks.js'

/** Share of a page's body that a drawing may take, so that the text it belongs to stays beside it. */
const HIGHEST = 0.5

/** A figure drawn from the brief's data, with its caption; nothing where it has nothing to place. */
export function diagram(block: Diagram, context: Context): Flowed[] {
  const type = new FigureType(context, block.place)
  const room = { width: context.width, height: context.bodyHeight * HIGHEST }
  const drawing = drawDiagram(block, room, { type, palette: paletteOf(context.sheet) })
  return drawing ? [captioned(block, altText(block), context, tag => drawingNode(drawing, type, tag))] : []
}

function paletteOf(sheet: Sheet): Palette {
  const { series, shades } = sheet.theme.figures
  const colour = (name: string) => sheet.colour(name)
  return {
    text: colour('text'),
    muted: colour('muted'),
    accent: colour('accent'),
    line: colour('line'),
    tint: colour('tint'),
    paper: colour('paper'),
    series: series.map(colour),
    shades: shades.map(colour),
  }
}

function drawingNode({ height, shapes }: Drawing, type: FigureType, tag: Tag): LayoutNode {
  const vectors: Vector[] = []
  const lines: Line[] = []
  for (const shape of shapes)
    if (shape.kind === 'lettering') lines.push(...type.line(shape, tag))
    else vectors.push({ ...vectorOf(shape), tag: tag.spot() })
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
