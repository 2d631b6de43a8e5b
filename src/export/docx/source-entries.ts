import { Tab, TabStopType, TextRun } from 'docx'
import type { SourceList } from '../../markup/index.js'
import { mentionDestination, sourceDestination, type TextStyle } from '../../typeset/index.js'
import { internalLink, writeInlines, writeWords } from './inline-runs.js'
import { widthOfText } from './measure-text.js'
import { namedKind, type ParagraphKind, PLAIN, spacesOf } from './style-kinds.js'
import type { WordBlock, WordContext } from './word-context.js'
import { twips } from './word-units.js'
import { writeParagraph } from './write-paragraph.js'

/** Ems between a number and the words. */
const GAP_EMS = 0.45

/** The cited sources: citations lead to their entries, and the number of each back to where the text first mentions it. */
export function writeSources(block: SourceList, context: WordContext): WordBlock[] {
  const { sheet } = context
  const settings = sheet.style('source-list')
  const text = sheet.textStyle(settings, context.text)
  const hang = block.numbered ? hangOf(block, text, context) : 0
  const kind = entryKind(hang)
  const { after } = spacesOf(settings, sheet)
  return block.entries.map((entry, index) => {
    const isLast = index === block.entries.length - 1
    return writeParagraph(
      kind,
      context,
      look => [
        ...(block.numbered ? numberOf(entry, look, context) : []),
        ...writeInlines(entry.children, look, context),
      ],
      {
        destinations: [sourceDestination(entry.id)],
        ...(isLast && { after }),
        ...(block.numbered && { tabs: [{ type: TabStopType.LEFT, position: twips(context.left + hang) }] }),
      },
    )
  })
}

function hangOf(block: SourceList, text: TextStyle, { sheet, style }: WordContext): number {
  const widest = widthOfText(`${block.entries.length}.`, text, style.fonts)
  return Math.max(sheet.ems(sheet.style('source-list').indent), widest + sheet.ems(GAP_EMS))
}

function numberOf(
  { id, number, spoken }: SourceList['entries'][number],
  look: { readonly text: TextStyle },
  context: WordContext,
) {
  const { sheet, bookmarks, index } = context
  const { marker_colour } = sheet.style('source-list')
  const wanted = marker_colour ? { ...look.text, colour: sheet.colour(marker_colour) } : look.text
  const runs = writeWords(`${number}.`, look, context, wanted)
  const anchor = index.referencedSources.has(id) ? bookmarks.nameOf(mentionDestination(id)) : undefined
  return [
    ...(anchor === undefined ? runs : [internalLink(anchor, spoken, runs)]),
    new TextRun({ children: [new Tab()] }),
  ]
}

const entryKind = (hang: number): ParagraphKind =>
  namedKind(
    'Bibliography',
    'Bibliography',
    around => {
      const { sheet } = around
      const settings = sheet.style('source-list')
      return {
        ...PLAIN,
        text: sheet.textStyle(settings, around.text),
        after: sheet.verticalSpace(settings.gap),
        right: around.right,
        left: hang,
        hanging: hang,
      }
    },
    { builtIn: true, priority: 37 },
  )
