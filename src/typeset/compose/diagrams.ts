import {
  altText,
  type ChartCompromise,
  type Drawing,
  drawDiagram,
  type Palette,
  type Shape,
  type Stroke,
} from '../../figures/index.js'
import type { ChartData, Diagram } from '../../markup/index.js'
import type { DrawingLine, LayoutNode } from '../nodes/layout-nodes.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { StyleSheet } from '../theme/style-sheet.js'
import type { ComposeContext, SpacedNode } from './context.js'
import { FigureTextSetter } from './figure-text.js'
import { composeCaptioned } from './text-blocks.js'

/** Share of a page's body that a drawing may take, so that the text it belongs to stays beside it. */
const MAX_DIAGRAM_SHARE = 0.5
/** A chart of many bars is as high as their names ask for; its title and its lines below are on the same page. */
const MAX_CHART_SHARE = 0.8

/** A figure drawn from the brief's data, with its caption; nothing where it has nothing to place. */
export function composeDiagram(block: Diagram, context: ComposeContext): SpacedNode[] {
  const alt = altText(block)
  const type = new FigureTextSetter(context, block.place, alt)
  const share = block.data.kind === 'chart' ? MAX_CHART_SHARE : MAX_DIAGRAM_SHARE
  const room = { width: context.width, height: context.bodyHeight * share }
  const drawing = drawDiagram(block, room, { type, palette: diagramPalette(context.sheet) })
  if (block.data.kind === 'chart') reportCompromises(block.data, drawing?.compromises ?? [], context)
  return drawing
    ? [composeCaptioned(block, alt, context, element => diagramNode(drawing, type, element))]
    : []
}

/** Says where a chart is not what the brief asks for, as its names have no room. */
function reportCompromises(
  { id, place }: ChartData,
  compromises: readonly ChartCompromise[],
  { report }: ComposeContext,
): void {
  for (const compromise of compromises)
    if (compromise === 'columns-turned')
      report(
        'chart-labels',
        place,
        `the columns of the chart \`${id}\` are printed as bars, as the names below them have no room`,
        'make it a bar chart (`kind: bar`), or shorten the names',
      )
    else
      report(
        'chart-labels',
        place,
        `some categories of the chart \`${id}\` have no name on the page, as there is no room for all`,
        'leave some out, or join them; the table has them all',
      )
}

/** The colours of a theme that figures are drawn in. */
export function diagramPalette(sheet: StyleSheet): Palette {
  const { series, shades } = sheet.theme.figures
  const colour = (name: string) => sheet.colour(name)
  return {
    text: colour('text'),
    muted: colour('muted'),
    accent: colour('accent'),
    line: colour('line'),
    tint: colour('tint'),
    paper: colour('paper'),
    warning: colour('warning'),
    series: series.map(colour),
    shades: shades.map(colour),
  }
}

function diagramNode(
  { height, shapes }: Drawing,
  type: FigureTextSetter,
  element: StructureElement,
): LayoutNode {
  const vectors: PdfmakeVector[] = []
  const lines: DrawingLine[] = []
  for (const shape of shapes)
    if (shape.kind === 'text') lines.push(...type.line(shape, element))
    else vectors.push({ ...shapeVector(shape), markedContent: element.markedContent() })
  return {
    kind: 'stack',
    stack: [],
    keepTogether: true,
    frame: { padding: [0, 0, 0, 0], minHeight: height },
    drawing: { vectors, lines },
  }
}

/** A shape of a figure as the vector that the page draws. */
export function shapeVector(shape: Exclude<Shape, { kind: 'text' }>): PdfmakeVector {
  const paint = { ...vectorStroke(shape.stroke), ...(shape.fill && { color: shape.fill }) }
  switch (shape.kind) {
    case 'rectangle': {
      const { x, y, width: w, height: h } = shape
      return { type: 'rect', x, y, w, h, ...paint }
    }
    case 'circle': {
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

const vectorStroke = (stroke: Stroke | undefined): Partial<PdfmakeVector> =>
  stroke
    ? { lineColor: stroke.colour, lineWidth: stroke.width, ...(stroke.dash && { dash: { ...stroke.dash } }) }
    : { lineWidth: 0 }
