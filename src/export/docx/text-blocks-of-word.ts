import type { Paragraph } from 'docx'
import {
  type BlockQuote,
  type Heading,
  type Inline,
  type Masthead,
  type Paragraph as TextParagraph,
  textOfInlines,
} from '../../markup/index.js'
import { type BoxSettings, headingDestination } from '../../typeset/index.js'
import { writeInlines } from './inline-runs.js'
import {
  edge,
  headingKind,
  namedKind,
  type ParagraphKind,
  PLAIN,
  proseKind,
  type Surroundings,
  spacesOf,
} from './style-kinds.js'
import type { WordBlock, WordContext } from './word-context.js'
import { type ParagraphExtras, writeParagraph } from './write-paragraph.js'

/** Whether inlines print anything. */
export const hasWords = (inlines: readonly Inline[]): boolean =>
  inlines.some(inline =>
    inline.kind === 'reference' || inline.kind === 'note' ? true : textOfInlines([inline]).trim() !== '',
  )

/** A paragraph in the style of its class, or in that which its container gives to paragraphs without one. */
export function writeTextParagraph(
  block: TextParagraph,
  context: WordContext,
  extras: ParagraphExtras = {},
  plain: ParagraphKind = proseKind(undefined),
): WordBlock[] {
  if (!hasWords(block.children)) return []
  const kind = block.style === undefined ? plain : proseKind(block.style)
  return [writeParagraph(kind, context, look => writeInlines(block.children, look, context), extras)]
}

/** A heading: a place that links and the contents lead to. */
export function writeHeading(block: Heading, context: WordContext): WordBlock[] {
  if (!hasWords(block.children)) return []
  const kind = headingKind({ level: block.level, rank: rankOf(block, context) }, block.style)
  return [
    writeParagraph(kind, context, look => writeInlines(block.children, look, context), {
      destinations: [headingDestination(block.id)],
    }),
  ]
}

/** Below the title, which is no heading of Word's, sections are headings of the first rank. */
function rankOf(block: Heading, { title, index }: WordContext): number {
  if (block === title) return 0
  const level = index.headingLevels.get(block) ?? block.level
  return Math.max(1, title ? level - 1 : level)
}

/** The head of the first page, between two lines. */
export function writeMasthead(block: Masthead, context: WordContext): WordBlock[] {
  const { sheet } = context
  const settings = sheet.style('header')
  const around = { ...context, right: 0, name: 'Masthead' }
  const over = edge(settings.over, settings.over_weight, context, settings.padding_y)
  const under = edge(settings.under, settings.under_weight, context, settings.padding_y)
  const children = block.children.filter(child => child.kind !== 'paragraph' || hasWords(child.children))
  const written = children.flatMap((child, index) =>
    context.writeBlocks([child], {
      ...around,
      ...(index === 0 && { over }),
      ...(index === children.length - 1 && { under }),
    }),
  )
  const below = headingKind({ level: 2, rank: 1 }, undefined).look(context).before
  return [...written, writeSpace((under?.space ?? 0) + sheet.verticalSpace(settings.after) - below, context)]
}

/** What keeps things apart that have no space of their own: a line as high as the space, which cannot be read. */
export function writeSpace(points: number, context: WordContext): Paragraph {
  return writeParagraph(SPACE, context, () => [], { before: 0, after: Math.max(0, points - LEAST_LINE) })
}

/** Points. */
const LEAST_LINE = 1
export const SPACE = namedKind(
  'SpaceBetween',
  'Space Between',
  ({ sheet }) => ({
    ...PLAIN,
    text: { ...sheet.baseTextStyle, size: LEAST_LINE, leading: LEAST_LINE },
    exact: true,
  }),
  { priority: 99 },
)

/** A quotation beside its bar, and below it who said it. */
export function writeQuotation(block: BlockQuote, context: WordContext): WordBlock[] {
  const { sheet } = context
  const settings = sheet.withClass('blockquote', block.style)
  const quote = quoteKind(block.style)
  const { text } = quote.look(context)
  const attribution = block.attribution && hasWords(block.attribution) ? block.attribution : undefined
  const inner: WordContext = { ...context, text, name: 'Quote', lang: block.lang ?? context.lang }
  const indent = sheet.ems(settings.padding_x)
  const words = block.children.flatMap((child, index): WordBlock[] => {
    const isLast = index === block.children.length - 1
    const keepNext = !isLast || attribution !== undefined
    if (child.kind !== 'paragraph')
      return context.writeBlocks([child], { ...inner, left: context.left + indent })
    const own = isLast && !attribution ? {} : { after: sheet.verticalSpace(sheet.style('cite').before) }
    return writeTextParagraph(child, { ...context, lang: inner.lang }, { keepNext, ...own }, quote)
  })
  if (!attribution) return words
  const kind = attributionKind(block.style)
  return [...words, writeParagraph(kind, context, look => writeInlines(attribution, look, context))]
}

/** Word has two styles for quotations: one of them for what is to stand out. */
function quoteKind(style: string | undefined): ParagraphKind {
  const isPull = style === 'pull'
  const [id, name] = isPull ? ['IntenseQuote', 'Intense Quote'] : ['Quote', 'Quote']
  return namedKind(
    id,
    name,
    around => {
      const { sheet } = around
      const settings = sheet.withClass('blockquote', style)
      return {
        ...barred(settings, around),
        text: sheet.textStyle(settings, around.text),
        ...spacesOf(settings, sheet),
        keepLines: true,
      }
    },
    { builtIn: true, priority: isPull ? 30 : 29 },
  )
}

function attributionKind(style: string | undefined): ParagraphKind {
  const name = style === 'pull' ? 'Intense Quote Attribution' : 'Quote Attribution'
  return namedKind(name.replaceAll(' ', ''), name, around => {
    const { sheet } = around
    const settings = sheet.withClass('blockquote', style)
    return {
      ...barred(settings, around),
      text: sheet.textStyle(sheet.style('cite'), around.text),
      after: spacesOf(settings, sheet).after,
    }
  })
}

/** Beside the bar of a quotation. */
function barred(settings: BoxSettings, around: Surroundings) {
  const left = around.sheet.ems(settings.padding_x)
  const line = edge(settings.bar, settings.bar_weight ?? 'strong', around)
  const bar = line && { ...line, space: Math.max(0, left - line.width) }
  return { ...PLAIN, left, right: around.right, bar }
}

/** A line across the column. */
export function writeRule(context: WordContext): WordBlock[] {
  return [writeParagraph(RULE, context, () => [])]
}

const RULE = namedKind(
  'RuleLine',
  'Rule Line',
  around => {
    const { sheet } = around
    const settings = sheet.style('hr')
    const line = edge(settings.line, settings.line_weight, around)
    return {
      ...PLAIN,
      text: { ...sheet.baseTextStyle, size: LEAST_LINE, leading: LEAST_LINE },
      exact: true,
      before: sheet.verticalSpace(settings.before),
      after: sheet.verticalSpace(settings.after),
      under: line,
    }
  },
  { priority: 99 },
)
