import { altText } from '../../figures/index.js'
import {
  type Aside,
  type Block,
  type BlockQuote,
  type DefinitionList,
  type Diagram,
  type Figure,
  type Heading,
  type List,
  type Paragraph,
  pictureOf,
  type Section,
  type SourceList,
} from '../../markup/index.js'
import { hasWords } from '../shared/twin-targets.js'
import { type BlockPrinting, narrowed } from './block-printing.js'
import { escapeMarkdown } from './escape-markdown.js'
import { markdownId, sourceId } from './markdown-context.js'
import { holdsText, printContentsEntry, printInlines } from './markdown-inlines.js'
import { fenceLines, hangLines, type Lines, paragraphLines, stackBlocks } from './markdown-lines.js'
import { printTable } from './markdown-tables.js'

/** Prints blocks one below the other, lists of one kind parted so that they stay two. */
export function printBlocks(blocks: readonly Block[], printing: BlockPrinting): string[] {
  const printed: Lines[] = []
  let kindBefore: string | undefined
  for (const group of groupedNumbers(blocks)) {
    const lines =
      group.length > 1 || isNumbered(group[0])
        ? printNumbered(group, printing)
        : printBlock(group[0], printing)
    if (lines.length === 0) continue
    const kind = listKind(group[0])
    if (kind !== undefined && kind === kindBefore) printed.push(['<!-- -->'])
    printed.push(lines)
    kindBefore = kind
  }
  return stackBlocks(printed)
}

type Group = readonly [Block, ...Block[]]

/** Numbered paragraphs that follow one another, each with what belongs to it. */
function groupedNumbers(blocks: readonly Block[]): Group[] {
  const groups: [Block, ...Block[]][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last && isNumbered(last[0]) && (isNumbered(block) || isUnderNumber(block))) last.push(block)
    else groups.push([block])
  }
  return groups
}

const isNumbered = (block: Block): block is Paragraph & { readonly number: number } =>
  block.kind === 'paragraph' && block.number !== undefined
const isUnderNumber = (block: Block): boolean =>
  (block.kind === 'list' || block.kind === 'definitions' || block.kind === 'quotation') &&
  block.underNumber === true

/** What would go on as one list where two of it follow one another. */
function listKind(block: Block): string | undefined {
  if (block.kind === 'list') return block.ordered ? 'ordered' : 'bullets'
  if (block.kind === 'sources') return block.numbered ? 'ordered' : undefined
  return isNumbered(block) ? 'ordered' : block.kind === 'definitions' ? 'definitions' : undefined
}

function printNumbered(blocks: Group, printing: BlockPrinting): string[] {
  const items: Block[][] = []
  for (const block of blocks) {
    if (isNumbered(block)) items.push([block])
    else items.at(-1)?.push(block)
  }
  return stackBlocks(
    items.map(([first, ...others]) => {
      const mark = `${first && isNumbered(first) ? first.number : 1}. `
      const inner = narrowed(printing, mark.length)
      const lines = first?.kind === 'paragraph' ? printParagraph(first, inner) : []
      return hangLines(mark, stackBlocks([lines, printBlocks(others, inner)]))
    }),
  )
}

function printBlock(block: Block, printing: BlockPrinting): string[] {
  switch (block.kind) {
    case 'section':
      return printSection(block, printing)
    case 'heading':
      return printHeading(block, printing)
    case 'paragraph':
      return printParagraph(block, printing)
    case 'list':
      return printList(block, printing)
    case 'definitions':
      return printDefinitions(block, printing)
    case 'table': {
      const { context } = printing
      const lines = printTable(block, printing)
      return fenceLines([context.idAttribute(block.id)], lines)
    }
    case 'meter':
    case 'tick-box':
    case 'signature-line':
      return paragraphLines(inlinesIn(block.children, printing), printing.width)
    case 'ticks':
      return paragraphLines(block.labels.map(label => inlinesIn(label, printing)).join(' '), printing.width)
    case 'quotation':
      return printQuotation(block, printing)
    case 'figure':
      return printing.images.read(pictureOf(block)) ? printFigure(block, block.alt, printing) : []
    case 'diagram':
      return printFigure(block, altText(block), printing)
    case 'aside':
      return printBox(block, printing)
    case 'masthead':
      return printBlocks(block.children, printing)
    case 'columns':
      return stackBlocks(block.columns.map(column => printBlocks(column, printing)))
    case 'parallel':
      return stackBlocks(
        block.columns.map(({ lang, children }) =>
          fenceLines([`lang=${markdownId(lang)}`], printBlocks(children, { ...printing, lang })),
        ),
      )
    case 'rule':
      return ['* * *']
    case 'page-break':
      return []
    case 'contents':
      return printContents(printing)
    case 'sources':
      return printSources(block, printing)
  }
}

const inlinesIn = (inlines: Paragraph['children'], { context, lang }: BlockPrinting): string =>
  printInlines(inlines, context, { lang })

const printParagraph = ({ children }: Paragraph, printing: BlockPrinting): string[] =>
  paragraphLines(inlinesIn(children, printing), printing.width)

function printHeading(block: Heading, printing: BlockPrinting): string[] {
  if (!hasWords(block)) return []
  const words = inlinesIn(block.children, printing).replace(/\\\n/g, ' ').replaceAll('#', '\\#').trim()
  const id = printing.context.idAttribute(block.id)
  return [`${'#'.repeat(block.level)} ${words}${id === '' ? '' : ` {${id}}`}`]
}

function printSection(block: Section, printing: BlockPrinting): string[] {
  const isBox = block.style === 'box'
  const lines = printBlocks(block.children, printing)
  return fenceLines([printing.context.idAttribute(block.id), isBox ? '.box' : ''], lines)
}

function printBox(block: Aside, printing: BlockPrinting): string[] {
  const id = printing.context.idAttribute(block.id)
  return fenceLines([id, '.box'], printBlocks(block.children, printing))
}

function printList({ items, ordered }: List, printing: BlockPrinting): string[] {
  const printed = items.map((item, index) => {
    const mark = ordered ? `${index + 1}. ` : '- '
    return hangLines(mark, printBlocks(item, narrowed(printing, mark.length)))
  })
  const isTight = items.every(([first, ...others]) => first?.kind === 'paragraph' && others.length === 0)
  return isTight ? printed.flat() : stackBlocks(printed)
}

/** A term that defines nothing is a paragraph of its own, as a definition list has no such term. */
function printDefinitions({ entries }: DefinitionList, printing: BlockPrinting): string[] {
  return stackBlocks(
    entries.map(({ term, body }) => {
      const words = paragraphLines(inlinesIn(term, printing).replace(/\\\n/g, ' '), Number.POSITIVE_INFINITY)
      const lines = printBlocks(body, narrowed(printing, DEFINITION_MARK.length))
      if (lines.length === 0) return words
      if (words.length === 0) return lines
      return [...words, ...hangLines(DEFINITION_MARK, lines)]
    }),
  )
}

const DEFINITION_MARK = ':   '

function printQuotation({ lang, children, attribution }: BlockQuote, printing: BlockPrinting): string[] {
  const inner = narrowed(printing, QUOTATION_MARK.length)
  const isForeign = lang !== undefined && lang !== printing.lang
  const words = printBlocks(children, isForeign ? { ...inner, lang } : inner)
  const said = isForeign ? fenceLines([`lang=${markdownId(lang)}`], words) : words
  const by = attribution ? paragraphLines(inlinesIn(attribution, inner), inner.width) : []
  return stackBlocks([said, by]).map(line => `${QUOTATION_MARK}${line}`.trimEnd())
}

const QUOTATION_MARK = '> '

/** A figure is what it is read as; the PDF and the HTML show it. */
function printFigure(
  { id, title, caption, credit }: Pick<Figure | Diagram, 'id' | 'title' | 'caption' | 'credit'>,
  alt: string,
  printing: BlockPrinting,
): string[] {
  const line = (inlines: typeof title) =>
    holdsText(inlines) ? paragraphLines(inlinesIn(inlines, printing), printing.width) : []
  const said = paragraphLines(alt.trim() === '' ? '' : `*${escapeMarkdown(alt).trim()}*`, printing.width)
  const lines = stackBlocks([line(title), said, line(caption), line(credit)])
  return fenceLines([printing.context.idAttribute(id), '.figure'], lines)
}

function printContents({ context }: BlockPrinting): string[] {
  let isWithin = false
  return context.targets.contents.map(({ id, level, children }) => {
    const isInner = level === 3 && isWithin
    if (level === 2) isWithin = true
    return `${isInner ? '  ' : ''}- [${printContentsEntry(children, context)}](#${markdownId(id)})`
  })
}

function printSources({ entries, numbered }: SourceList, printing: BlockPrinting): string[] {
  const items = entries.map(({ number, children }, index) => {
    const mark = numbered ? `${number}. ` : ''
    const words = paragraphLines(inlinesIn(children, printing), printing.width - mark.length)
    const [first = '', ...others] = words
    const lines = hangLines(mark, [`[]{#${sourceId(number)}}${first}`, ...others])
    const goesOn = index === 0 || number === (entries[index - 1]?.number ?? 0) + 1
    return goesOn || !numbered ? lines : ['<!-- -->', '', ...lines]
  })
  return numbered && items.every(([first]) => first !== '<!-- -->') ? items.flat() : stackBlocks(items)
}
