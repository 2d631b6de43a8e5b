import type { Paragraph } from '../../markup/index.js'
import { widthOfText } from './measure-text.js'
import { namedKind, proseLook } from './style-kinds.js'
import { writeTextParagraph } from './text-blocks-of-word.js'
import type { WordBlock, WordContext } from './word-context.js'

/** Ems between the widest number and the words. */
const GAP_EMS = 0.45

/** A paragraph that Word numbers; where its number is not the next one, a list begins anew with it. */
export function writeNumberedParagraph(block: Paragraph, number: number, context: WordContext): WordBlock[] {
  const { sheet, lists } = context
  const indent = numberIndent(context)
  const { marker_colour } = sheet.style('section.numbered')
  const text = sheet.textStyle(sheet.classStyle('p', block.style), context.text)
  const colour = marker_colour === undefined ? text.colour : sheet.colour(marker_colour)
  const numbering = lists.goOn(number, {
    ...{ sign: undefined, family: text.family, text, colour },
    ...{ left: context.left + indent, hanging: indent, start: number },
  })
  return writeTextParagraph(block, context, { numbering }, kindAt(indent))
}

/** Points that the words of numbered paragraphs leave to the numbers: the same for all of a document. */
export function numberIndent({ sheet, index, text, style }: WordContext): number {
  const widest = widthOfText(`${index.highestNumber}.`, text, style.fonts)
  return Math.max(sheet.ems(sheet.style('section.numbered').indent), widest + sheet.ems(GAP_EMS))
}

const kindAt = (indent: number) =>
  namedKind('NumberedParagraph', 'Numbered Paragraph', around => ({
    ...proseLook(around.sheet.style('p'), around),
    left: indent,
    hanging: indent,
  }))
