import { altText } from '../../figures/index.js'
import { type Diagram, type Figure, pictureOf } from '../../markup/index.js'
import { directionOf } from '../../typeset/index.js'
import { drawDiagramForTwin, drawingToSvg } from '../pictures/index.js'
import { writeInlines } from './inline-runs.js'
import { namedKind, type ParagraphKind, PLAIN, spacesOf } from './style-kinds.js'
import { CAPTION } from './table-blocks.js'
import { hasWords } from './text-blocks-of-word.js'
import type { ParagraphChild, WordBlock, WordContext } from './word-context.js'
import { svgPicture } from './word-pictures.js'
import { writeParagraph } from './write-paragraph.js'

/** Share of a page's height that a picture may take, so that its caption stays beside it. */
const HIGHEST_PICTURE = 0.7
/** The same of a figure that is drawn from data. */
const HIGHEST_DRAWING = 0.8

/** A picture with its title and its caption; nothing where the picture could not be read, which is reported already. */
export function writeFigure(block: Figure, context: WordContext): WordBlock[] {
  const picture = context.pictures.get(pictureOf(block))
  if (!picture) return []
  const { height: ofTheme } = context.sheet.withClass('figure', block.style)
  const highest = Math.min(
    bodyHeight(context) * HIGHEST_PICTURE,
    ofTheme ? context.sheet.ems(ofTheme) : Number.POSITIVE_INFINITY,
  )
  const room = (context.width - context.left) * block.width
  const width = Math.min(room, (highest * picture.width) / picture.height)
  const height = (width * picture.height) / picture.width
  return writeCaptioned(block, picture.run({ width, height }, block.alt), height, context)
}

/** A figure drawn from the data of the brief, as a drawing with a picture beside it for programs that show no drawings. */
export function writeDiagram(block: Diagram, context: WordContext): WordBlock[] {
  const { style, sheet } = context
  const drawing = drawDiagramForTwin(block, style, context.width - context.left)
  if (!drawing) return []
  const alt = altText(block)
  const { lang } = block.words
  const families =
    sheet.theme.styles.figure.family === 'body' ? [sheet.theme.families.body] : [sheet.theme.families.heading]
  const svg = drawingToSvg(drawing, {
    ...{ label: alt, lang, direction: directionOf(lang) },
    families: [...new Set([...families, ...sheet.families])],
  })
  const scale = Math.min(1, (bodyHeight(context) * HIGHEST_DRAWING) / drawing.height)
  const size = { width: drawing.width * scale, height: drawing.height * scale }
  return writeCaptioned(block, svgPicture(svg, drawing, style).run(size, alt), size.height, context)
}

const bodyHeight = ({ style: { page } }: WordContext): number =>
  page.height - page.margins.top - page.margins.bottom

function writeCaptioned(
  block: Pick<Figure, 'title' | 'caption' | 'credit'> & { readonly style?: string | undefined },
  shown: ParagraphChild,
  height: number,
  context: WordContext,
): WordBlock[] {
  const { sheet } = context
  const [title, caption, credit] = [block.title, block.caption, block.credit].map(text =>
    text && hasWords(text) ? text : undefined,
  )
  const spaces = spacesOf(sheet.withClass('figure', block.style), sheet)
  const last = credit ? 'credit' : caption ? 'caption' : 'figure'
  const below = (part: string) =>
    part === last ? { after: context.gap ?? spaces.after } : { keepNext: true }
  return [
    ...(title ? [writeParagraph(CAPTION, context, look => writeInlines(title, look, context))] : []),
    writeParagraph(
      FIGURE,
      context,
      () => {
        context.heights?.addPicture(height)
        return [shown]
      },
      below('figure'),
    ),
    ...(caption
      ? [
          writeParagraph(
            FIGURE_CAPTION,
            context,
            look => writeInlines(caption, look, context),
            below('caption'),
          ),
        ]
      : []),
    ...(credit
      ? [writeParagraph(CREDIT, context, look => writeInlines(credit, look, context), below('credit'))]
      : []),
  ]
}

const FIGURE: ParagraphKind = namedKind('FigureParagraph', 'Figure', ({ sheet }) => ({
  ...PLAIN,
  text: sheet.baseTextStyle,
}))

const captionKind = (id: string, name: string, style: 'credit' | undefined): ParagraphKind =>
  namedKind(id, name, around => {
    const { sheet } = around
    const settings = sheet.withClass('figcaption', style)
    const before = sheet.verticalSpace(settings.before)
    return { ...PLAIN, text: sheet.textStyle(settings, around.text), before, keepLines: true }
  })

const FIGURE_CAPTION = captionKind('FigureCaption', 'Figure Caption', undefined)
const CREDIT = captionKind('FigureCredit', 'Figure Credit', 'credit')
