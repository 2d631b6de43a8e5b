import { CheckBox, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx'
import {
  type Meter,
  type SignatureLine,
  type TickBox,
  type Ticks,
  textOfInlines,
} from '../../markup/index.js'
import { writeInlines } from './inline-runs.js'
import { widthOfText } from './measure-text.js'
import { NORMAL, namedKind, PLAIN } from './style-kinds.js'
import { wordText } from './text-parts.js'
import type { WordBlock, WordContext } from './word-context.js'
import { twips } from './word-units.js'
import { writeParagraph } from './write-paragraph.js'

/** A value on a scale, as the words that it is read as. */
export const writeMeter = (block: Meter, context: WordContext): WordBlock[] => [
  writeParagraph(NORMAL, context, look => writeInlines(block.children, look, context)),
]

/** The ends of a scale and what is between them: in one line where it has room for them. */
export function writeTicks({ labels }: Ticks, context: WordContext): WordBlock[] {
  const { text, style, width } = context
  const widths = labels.map(label => widthOfText(textOfInlines(label), text, style.fonts))
  const needed = widths.reduce((sum, each) => sum + each, 0) + text.size * (labels.length - 1)
  if (labels.length < 2 || needed > width)
    return labels.map(label => writeParagraph(NORMAL, context, look => writeInlines(label, look, context)))
  const last = labels.length - 1
  const tabs = labels.slice(1).map((_, index) => {
    const position = twips((width * (index + 1)) / last)
    return { type: index + 1 === last ? TabStopType.RIGHT : TabStopType.CENTER, position }
  })
  return [
    writeParagraph(
      NORMAL,
      context,
      look =>
        labels.flatMap((label, index): ParagraphChild[] => [
          ...(index > 0 ? [new TextRun({ children: [new Tab()] })] : []),
          ...writeInlines(label, look, context),
        ]),
      { tabs },
    ),
  ]
}

/** A box that is ticked in Word, or on paper by hand; its title is what it is read as. */
export const writeTickBox = (block: TickBox, context: WordContext): WordBlock[] => [
  writeParagraph(NORMAL, context, () => [
    new CheckBox({
      alias: wordText(textOfInlines(block.children)),
      checked: false,
      uncheckedState: { value: '2610', font: 'Segoe UI Symbol' },
      checkedState: { value: '2612', font: 'Segoe UI Symbol' },
    }),
  ]),
]

/** Points above the line, in which a hand writes. */
const WRITING_ROOM = 26
/** Points. */
const WRITING_LINE = 0.8

/** A line to write on, over the words that say what for. */
export function writeSignatureLine(block: SignatureLine, context: WordContext): WordBlock[] {
  const room = context.width - context.left
  return [
    writeParagraph(SIGNATURE, context, look => writeInlines(block.children, look, context), {
      right: Math.max(0, room - block.length),
    }),
  ]
}

const SIGNATURE = namedKind(
  'Signature',
  'Signature',
  around => {
    const { sheet } = around
    const settings = sheet.style('signature-line')
    return {
      ...PLAIN,
      text: sheet.textStyle(settings, around.text),
      before: sheet.verticalSpace(settings.before) + WRITING_ROOM,
      after: sheet.verticalSpace(settings.after),
      over: { colour: sheet.colour('text'), width: WRITING_LINE, space: 1 },
      keepLines: true,
    }
  },
  { builtIn: true, priority: 99 },
)
