import type { Block, Section } from '../../markup/index.js'
import { headingDestination } from '../../typeset/index.js'
import { writeBox, writeColumnsBeside, writeParallel } from './box-blocks.js'
import { writeContents } from './contents-of-word.js'
import { writeDiagram, writeFigure } from './figure-blocks.js'
import { holdsContent } from './holds-content.js'
import { writeDefinitions, writeList } from './list-blocks.js'
import { writeMeter, writeSignatureLine, writeTickBox, writeTicks } from './mark-blocks.js'
import { numberIndent, writeNumberedParagraph } from './numbered-paragraphs-of-word.js'
import { writeSources } from './source-entries.js'
import { writeTable } from './table-blocks.js'
import {
  writeHeading,
  writeMasthead,
  writeQuotation,
  writeRule,
  writeTextParagraph,
} from './text-blocks-of-word.js'
import type { WordBlock, WordContext } from './word-context.js'

/** Writes blocks one below the other. */
export const writeBlocks = (blocks: readonly Block[], context: WordContext): WordBlock[] =>
  blocks.filter(holdsContent).flatMap(block => writeBlock(block, context))

function writeBlock(block: Block, context: WordContext): WordBlock[] {
  if ('id' in block && block.id !== undefined && block.kind !== 'heading')
    context.bookmarks.wait(headingDestination(block.id))
  switch (block.kind) {
    case 'section':
      return writeSection(block, context)
    case 'heading':
      return writeHeading(block, context)
    case 'paragraph':
      return block.number === undefined
        ? writeTextParagraph(block, context)
        : writeNumberedParagraph(block, block.number, context)
    case 'list':
      return writeList(block, underNumber(block, context))
    case 'definitions':
      return writeDefinitions(block, underNumber(block, context))
    case 'table':
      return writeTable(block, context)
    case 'meter':
      return writeMeter(block, context)
    case 'ticks':
      return writeTicks(block, context)
    case 'tick-box':
      return writeTickBox(block, context)
    case 'signature-line':
      return writeSignatureLine(block, context)
    case 'quotation':
      return writeQuotation(block, underNumber(block, context))
    case 'figure':
      return writeFigure(block, context)
    case 'diagram':
      return writeDiagram(block, context)
    case 'aside':
      return writeBox(block, context)
    case 'masthead':
      return writeMasthead(block, context)
    case 'columns':
      return block.flow === 'one'
        ? writeBlocks(block.columns.flat(), context)
        : writeColumnsBeside(block, context)
    case 'parallel':
      return writeParallel(block, context)
    case 'rule':
      return writeRule(context)
    case 'page-break':
      return []
    case 'contents':
      return writeContents(block, context)
    case 'sources':
      return writeSources(block, context)
  }
}

/** What belongs to a numbered paragraph begins where the words of that do. */
const underNumber = (block: { readonly underNumber?: boolean }, context: WordContext): WordContext =>
  block.underNumber ? { ...context, left: context.left + numberIndent(context) } : context

function writeSection(block: Section, context: WordContext): WordBlock[] {
  if (block.style === 'box') return writeBox(block, context)
  if (block.style !== 'fine') return writeBlocks(block.children, context)
  const { sheet } = context
  const text = sheet.textStyle(sheet.style('section.fine'), context.text)
  return writeBlocks(block.children, { ...context, text, name: 'Fine' })
}
