import type { Block, DefinitionList, List } from '../../markup/index.js'
import { faceFor, type ListSettings, type TextStyle } from '../../typeset/index.js'
import { writeInlines, writeInStyle } from './inline-runs.js'
import { layoutTable } from './layout-tables.js'
import type { ItemMarker } from './lists-of-word.js'
import { widthOfText } from './measure-text.js'
import {
  type CharacterKind,
  namedKind,
  type ParagraphKind,
  PLAIN,
  proseLook,
  spacesOf,
} from './style-kinds.js'
import { hasWords, writeSpace, writeTextParagraph } from './text-blocks-of-word.js'
import type { WordBlock, WordContext } from './word-context.js'
import { type ParagraphExtras, writeParagraph } from './write-paragraph.js'

/** A list in Word's own styles, each item with a mark or a number that Word counts. */
export function writeList(block: List, context: WordContext): WordBlock[] {
  const { sheet } = context
  const settings = sheet.withClass(block.ordered ? 'ol' : 'ul', block.style)
  const text = sheet.textStyle(settings, context.text)
  const sign = settings.marker ?? (block.ordered ? undefined : '')
  const indent =
    sign === '' ? sheet.ems(settings.indent) : hangOf(settings, sign, block.items.length, text, context)
  const kind = listKind(block, indent, context)
  const numbering =
    sign === '' ? undefined : context.lists.add(markerOf(sign, settings, text, indent, context))
  const left = context.left + indent
  const inner: WordContext = { ...context, left, depth: context.depth + 1 }
  const gap = sheet.verticalSpace(settings.gap)
  return block.items.flatMap((item, index) => {
    const isLast = index === block.items.length - 1
    const below = context.gap ?? (isLast ? spacesOf(settings, sheet).after : gap)
    return writeItem(item, kind, { numbering, below, indent, isFirst: index === 0 }, inner, context)
  })
}

interface ItemPlace {
  readonly numbering: ParagraphExtras['numbering']
  /** Points below the last of its paragraphs. */
  readonly below: number
  readonly indent: number
  readonly isFirst: boolean
}

function writeItem(
  item: readonly Block[],
  kind: ParagraphKind,
  { numbering, below, indent, isFirst }: ItemPlace,
  inner: WordContext,
  outer: WordContext,
): WordBlock[] {
  const [first, ...others] = item
  const marked = {
    ...(numbering && { numbering }),
    ...(isFirst && others.length === 0 && { keepNext: true }),
  }
  const after = others.length === 0 ? { after: below } : {}
  if (first?.kind !== 'paragraph') {
    const mark = numbering ? [writeParagraph(kind, outer, () => [], { ...marked, after: 0 })] : []
    return [...mark, ...restOfItem(item, inner, below)]
  }
  const own = numbering || first.style !== undefined ? marked : { ...marked, left: indent }
  return [
    ...writeTextParagraph(first, outer, { ...own, ...after }, kind),
    ...restOfItem(others, inner, below),
  ]
}

/** The blocks of an item after its first paragraph, which begin where its words do. */
function restOfItem(blocks: readonly Block[], inner: WordContext, below: number): WordBlock[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph') return inner.writeBlocks([block], inner)
    const after = index === blocks.length - 1 ? { after: below } : {}
    return writeTextParagraph(block, inner, after)
  })
}

/** Word has styles for lists in lists, down to the third; a theme's class has one that is based on these. */
function listKind(block: List, indent: number, { depth }: WordContext): ParagraphKind {
  const rank = Math.min(3, depth + 1)
  const name = `${block.ordered ? 'List Number' : 'List Bullet'}${rank === 1 ? '' : ` ${rank}`}`
  const id = name.replaceAll(' ', '')
  const own = block.style === undefined ? '' : ` ${block.style.replace(/^./, letter => letter.toUpperCase())}`
  const element = block.ordered ? 'ol' : 'ul'
  return namedKind(
    `${id}${own.trim()}`,
    `${name}${own}`,
    around => {
      const { sheet } = around
      const settings = sheet.withClass(element, block.style)
      const prose = proseLook(sheet.style('p'), around)
      return {
        ...prose,
        text: sheet.textStyle(settings, around.text),
        before: 0,
        after: around.gap ?? sheet.verticalSpace(settings.gap),
        left: indent,
        hanging: indent,
      }
    },
    { builtIn: own === '', priority: 36 },
  )
}

/** Points from the edge to the words of items: as the theme says, but with room for the widest mark. */
function hangOf(
  settings: ListSettings,
  sign: string | undefined,
  items: number,
  text: TextStyle,
  { sheet, style }: WordContext,
): number {
  const widest = widthOfText(sign ?? `${items}.`, text, style.fonts)
  return Math.max(sheet.ems(settings.indent), widest + sheet.ems(GAP_EMS))
}

/** Ems between a mark and the words. */
const GAP_EMS = 0.45

function markerOf(
  sign: string | undefined,
  settings: ListSettings,
  text: TextStyle,
  indent: number,
  { sheet, style, left }: WordContext,
): ItemMarker {
  const family =
    sign === undefined
      ? text.family
      : ([text.family, ...sheet.families, 'Source Sans 3'].find(each =>
          faceFor(style.fonts, { family: each, bold: text.bold, italics: false })?.has(sign),
        ) ?? text.family)
  const colour = settings.marker_colour ? sheet.colour(settings.marker_colour) : text.colour
  return { sign, family, text, colour, left: left + indent, hanging: indent, start: 1 }
}

/** Terms with their meanings: in a table of two columns without lines, above these, or before them in the line. */
export function writeDefinitions(block: DefinitionList, context: WordContext): WordBlock[] {
  const { sheet } = context
  const settings = sheet.withClass('dl', block.style)
  const arrangement = settings.arrangement ?? 'above'
  if (arrangement === 'rail' || arrangement === 'column')
    return writeBeside(block, context, arrangement === 'rail')
  const text = sheet.textStyle(settings, context.text)
  const indent = arrangement === 'above' ? sheet.ems(settings.indent) : 0
  const gap = sheet.verticalSpace(settings.gap)
  return block.entries.flatMap(({ term, body }, index) => {
    const isLast = index === block.entries.length - 1
    const below = context.gap ?? (isLast ? spacesOf(settings, sheet).after : gap)
    const inner: WordContext = { ...context, text, name: 'Definition', left: context.left + indent }
    const [first, ...others] = body
    if (arrangement === 'run-in' && first?.kind === 'paragraph') {
      const after = others.length === 0 ? { after: below } : {}
      const run = termText(block, context)
      return [
        writeParagraph(
          DEFINITION,
          inner,
          look => [
            ...writeInStyle(term, run, look, inner),
            ...writeInlines(
              [{ kind: 'text', text: '  ', place: first.place }, ...first.children],
              look,
              inner,
            ),
          ],
          after,
        ),
        ...meaning(others, inner, below),
      ]
    }
    return [
      ...(hasWords(term)
        ? [writeParagraph(termKind(block), context, look => writeInlines(term, look, context))]
        : []),
      ...meaning(body, inner, below),
    ]
  })
}

const meaning = (blocks: readonly Block[], inner: WordContext, below: number): WordBlock[] =>
  blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph') return inner.writeBlocks([block], inner)
    const after = index === blocks.length - 1 ? { after: below } : {}
    return writeTextParagraph(block, inner, after, DEFINITION)
  })

const DEFINITION = namedKind('DefinitionText', 'Definition', around => ({
  ...proseLook(around.sheet.style('p'), around),
}))

function termKind(block: DefinitionList): ParagraphKind {
  const own = block.style === undefined ? '' : ` ${block.style}`
  return namedKind(`DefinitionTerm${own.trim()}`, `Definition Term${own}`, around => {
    const { sheet } = around
    const settings = sheet.withClass('dl', block.style)
    const base = sheet.textStyle(settings, around.text)
    return { ...PLAIN, text: sheet.textStyle(settings.term ?? {}, base), right: around.right, keepNext: true }
  })
}

const termText = (block: DefinitionList, { sheet }: WordContext): CharacterKind => ({
  id: 'TermText',
  name: 'Term Text',
  builtIn: false,
  settings: sheet.withClass('dl', block.style).term ?? {},
})

function writeBeside(block: DefinitionList, context: WordContext, isRail: boolean): WordBlock[] {
  const { sheet } = context
  const settings = sheet.withClass('dl', block.style)
  const text = sheet.textStyle(settings, context.text)
  const width = context.width - context.left - context.right
  const share = settings.term_width ?? 0.2
  const gap = sheet.verticalSpace(settings.gap)
  const line = sheet.borderLine(settings.line, isRail ? 'thin' : 'hair')
  const between = sheet.ems(isRail ? 0.9 : 0.5)
  const columns = [width * share + between / 2, width * (1 - share) - between / 2]
  const inCell: WordContext = {
    ...context,
    ...{ text, name: 'Definition', gap: 0, right: 0, left: 0, inTable: true },
  }
  const kind = termKind(block)
  const rows = block.entries.map(({ term, body }, index) => {
    const isLast = index === block.entries.length - 1
    const cell = { ...inCell, width: (columns[1] ?? width) - 2 * between }
    return {
      cells: [
        {
          blocks: [
            writeParagraph(
              kind,
              { ...inCell, align: isRail ? ('right' as const) : ('left' as const) },
              look => writeInlines(term, look, inCell),
            ),
          ],
          padding: { right: between },
        },
        {
          blocks: body.flatMap(each =>
            each.kind === 'paragraph'
              ? writeTextParagraph(each, cell, {}, DEFINITION)
              : cell.writeBlocks([each], cell),
          ),
          padding: { left: between },
          ...(isRail && { bar: line }),
        },
      ],
      below: isLast ? 0 : isRail ? gap : gap / 2,
      above: isRail || index === 0 ? 0 : gap / 2,
      ...(!isRail && index > 0 && { over: line }),
    }
  })
  return [layoutTable(rows, columns, context), writeSpace(spacesOf(settings, sheet).after, context)]
}
