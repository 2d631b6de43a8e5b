import { type Drawing, drawMeter, placeTicks, type Shape } from '../../figures/index.js'
import { type Meter, type TickBox, type Ticks, textOfInlines } from '../../markup/index.js'
import { faceFor } from '../fonts/open-fonts.js'
import { unbrokenLines } from '../lines/break-lines.js'
import { setLine } from '../lines/visual-order.js'
import type { DrawingLine, LayoutNode, PlacedDrawing } from '../nodes/layout-nodes.js'
import { Word } from '../nodes/word.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { diagramPalette, shapeVector } from './diagrams.js'
import { spacedParagraph, stackSpaced } from './spaced-nodes.js'

/** Ems of the document’s type: the unit in which the lengths of marks are counted. */
const UNIT = 0.1
/** Units above and below a mark. */
const ROOM_AROUND = 1.2

/** A mark that is read as its words; these words in its place where the cell is too narrow for it. */
export function composeMeter(block: Meter, context: ComposeContext): SpacedNode[] {
  const { sheet, inlines, width } = context
  const unit = sheet.ems(UNIT)
  const drawing = drawMeter(block.shape, block.scale, width, { unit, palette: diagramPalette(sheet) })
  const paragraph = context.element.add('P', block.place)
  if (!drawing) {
    const runs = inlines.runs(block.children, context.textStyle, elementAndLang(context, paragraph))
    return [spacedParagraph(runs, {}, sheet)]
  }
  return [readAsWords(block, drawing, ROOM_AROUND * unit, { ...context, element: paragraph })]
}

/** A drawn mark with room above and below it, in points, that is read as the words which its block holds. */
export function readAsWords(
  block: Meter | TickBox,
  drawing: Drawing,
  around: number,
  context: ComposeContext,
): SpacedNode {
  const element = context.element.add('Span', block.place, { actualText: textOfInlines(block.children) })
  const vectors = drawing.shapes
    .filter(isVector)
    .map(shape => ({ ...shapeVector(shape), markedContent: element.markedContent() }))
  const lines = readLine(block, drawing, { ...context, element })
  return { node: drawingNode({ vectors, lines }, drawing.height, around), before: 0, after: 0 }
}

const isVector = (shape: Shape): shape is Exclude<Shape, { kind: 'text' }> => shape.kind !== 'text'

/**
 * The words that a mark is read as: a space as wide as the mark, which represents all of them (ISO 32000-1, 14.9.4), so that
 * they are found, copied and extracted where the mark stands.
 */
function readLine({ children }: Meter | TickBox, drawing: Drawing, context: ComposeContext): DrawingLine[] {
  const { inlines, session, textStyle, lang } = context
  const [run] = inlines.runs(children, textStyle, elementAndLang(context))
  const font = run && faceFor(session.fonts, run)
  const [space] = font?.shape(' ', { lang, rightToLeft: false, noLigatures: false }).glyphs ?? []
  if (!run || !font || !space) return []
  const text = textOfInlines(children)
  const advance = (drawing.width / run.size) * 1000
  const shaped = {
    glyphs: [{ ...space, advance, text }],
    width: advance,
    advancingGlyphs: 1,
    encoding: undefined,
  }
  const place = { trailingCut: 0, anchors: [], lineEnd: false, noNewLine: false }
  const word = new Word({ ...run, text }, { text, shaped, width: drawing.width, font, ...place })
  const line = setLine([word], drawing.width)
  return [{ line, x: 0, y: (drawing.height - line.ascent - line.descent) / 2 }]
}

/** Words over the points of a line; one below the other where the cell is too narrow for them. */
export function composeTicks(block: Ticks, context: ComposeContext): SpacedNode[] {
  const { sheet, inlines, session, textStyle, width } = context
  const runs = block.labels.map(label => {
    const element = context.element.add('P', block.place)
    return inlines.runs(label, textStyle, elementAndLang(context, element))
  })
  const lines = runs.flatMap(text => {
    const [line, ...others] = unbrokenLines(session.measure(text))
    return line && others.length === 0 ? [line] : []
  })
  const lengths = { unit: sheet.ems(UNIT), gap: textStyle.size / 2 }
  const positions =
    lines.length === runs.length
      ? placeTicks(
          lines.map(line => line.width),
          width,
          lengths,
        )
      : undefined
  if (!positions)
    return [{ node: stackSpaced(runs.map(text => spacedParagraph(text, {}, sheet))), before: 0, after: 0 }]
  const pitch = Math.max(...lines.map(line => line.height))
  const rows = 1 + Math.max(...positions.map(({ row }) => row))
  const placed = positions.flatMap(({ x, row }, index): DrawingLine[] => {
    const line = lines[index]
    return line ? [{ line, x, y: row * pitch + line.halfLeading }] : []
  })
  return [{ node: drawingNode({ vectors: [], lines: placed }, rows * pitch, 0), before: 0, after: 0 }]
}

/** A drawing of a height with room above and below it, in points. */
const drawingNode = (drawing: PlacedDrawing, height: number, around: number): LayoutNode => ({
  kind: 'stack',
  stack: [],
  keepTogether: true,
  frame: {
    padding: [0, 0, 0, 0],
    inset: { top: around, bottom: around },
    minHeight: height + 2 * around,
  },
  drawing,
})
