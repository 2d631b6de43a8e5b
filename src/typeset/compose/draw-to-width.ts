import type { Report } from '../../diagnostics/index.js'
import { altText, type Drawing, drawDiagram } from '../../figures/index.js'
import type { Diagram } from '../../markup/index.js'
import { TypesetSession } from '../lines/typeset-session.js'
import { directionOf } from '../text/direction.js'
import { FontFallback } from '../text/font-fallback.js'
import type { DocumentStyle } from '../theme/document-style.js'
import { StyleSheet } from '../theme/style-sheet.js'
import { diagramPalette } from './diagrams.js'
import { FigureTextSetter } from './figure-text.js'
import { InlineComposer } from './inlines.js'

/**
 * Draws a figure for what has no pages, in the type and the colours of the style: as wide as it is asked for and as high as it
 * becomes, in points, mirrored where its language runs from right to left. Undefined where it has nothing to place.
 */
export function drawToWidth(
  diagram: Diagram,
  { theme, fonts, typeSize }: Pick<DocumentStyle, 'theme' | 'fonts' | 'typeSize'>,
  width: number,
): Drawing | undefined {
  const sheet = new StyleSheet(theme, typeSize)
  const { lang } = diagram.words
  const fallback = new FontFallback(fonts, sheet.families, REPORTED_BY_PAGES)
  const inlines = new InlineComposer(sheet, fallback, lang, NO_TARGETS)
  const context = { sheet, inlines, lang, session: new TypesetSession(fonts), textStyle: sheet.baseTextStyle }
  const type = new FigureTextSetter(context, diagram.place, altText(diagram))
  const room = { width, height: width * HIGHEST }
  const drawing = drawDiagram(diagram, room, { type, palette: diagramPalette(sheet) })
  return drawing && directionOf(lang) === 'rtl' ? mirrored(drawing) : drawing
}

/** Of the width: names that have a column to themselves stand one below the other. */
const HIGHEST = 3
/** What is wrong with the words of a figure is reported where its pages are set. */
const REPORTED_BY_PAGES: Report = () => {}
const NO_TARGETS = { destinations: new Set<string>(), mentionedTerms: new Map() }

function mirrored({ width, shapes, ...drawing }: Drawing): Drawing {
  const across = (x: number) => width - x
  return {
    ...drawing,
    width,
    shapes: shapes.map(shape => {
      switch (shape.kind) {
        case 'path':
          return { ...shape, points: shape.points.map(({ x, y }) => ({ x: across(x), y })) }
        case 'circle':
          return { ...shape, centre: { ...shape.centre, x: across(shape.centre.x) } }
        default:
          return { ...shape, x: across(shape.x + shape.width) }
      }
    }),
  }
}
