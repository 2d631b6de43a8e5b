import { altText } from '../../figures/index.js'
import {
  type Block,
  type DefinitionList,
  type Diagram,
  type Figure,
  type Heading,
  type Inline,
  type List,
  type Paragraph,
  pictureOf,
  type SignatureLine,
  type SourceList,
} from '../../markup/index.js'
import { hasWords } from '../shared/twin-targets.js'
import { twinText } from '../shared/twin-text.js'
import { breakColumns, columnsOf, padColumns } from './text-columns.js'
import { setInlines } from './text-inlines.js'
import { hang, indent, stackLines } from './text-lines.js'
import { type TextSetting, withRoom } from './text-setting.js'
import { setTable } from './text-tables.js'

/** Sets blocks one below the other, an empty line between them. */
export const setBlocks = (blocks: readonly Block[], setting: TextSetting): string[] =>
  stackLines(blocks.map(block => setBlock(block, setting)))

function setBlock(block: Block, setting: TextSetting): string[] {
  switch (block.kind) {
    case 'section':
      return block.style === 'box' ? setBox(block.children, setting) : setBlocks(block.children, setting)
    case 'heading':
      return setHeading(block, setting)
    case 'paragraph':
      return setParagraph(block, setting)
    case 'list':
      return underNumber(block.underNumber, setting, inner => setList(block, inner))
    case 'definitions':
      return underNumber(block.underNumber, setting, inner => setDefinitions(block, inner))
    case 'table':
      return setTable(block, setting)
    case 'meter':
    case 'tick-box':
      return lineOf(block.children, setting)
    case 'signature-line':
      return setSignatureLine(block, setting)
    case 'ticks':
      return breakColumns(block.labels.map(label => setInlines(label, setting)).join(' '), setting.width)
    case 'quotation':
      return underNumber(block.underNumber, setting, inner => {
        const within = withRoom(inner, QUOTATION_INDENT)
        const by = block.attribution ? lineOf(block.attribution, within) : []
        return indent(QUOTATION_INDENT, stackLines([setBlocks(block.children, within), by]))
      })
    case 'figure':
      return setting.images.read(pictureOf(block)) ? setFigure(block, block.alt, setting) : []
    case 'diagram':
      return setFigure(block, altText(block), setting)
    case 'aside':
      return setBox(block.children, setting)
    case 'masthead':
      return setBlocks(block.children, setting)
    case 'columns':
      return stackLines(block.columns.map(column => setBlocks(column, setting)))
    case 'parallel':
      return stackLines(block.columns.map(({ children }) => setBlocks(children, setting)))
    case 'rule':
      return [`${' '.repeat(RULE_INDENT)}${'-'.repeat(RULE_LENGTH)}`]
    case 'page-break':
      return []
    case 'contents':
      return setContents(setting)
    case 'sources':
      return setSources(block, setting)
  }
}

const QUOTATION_INDENT = 4
const RULE_INDENT = 26
const RULE_LENGTH = 20

const lineOf = (inlines: readonly Inline[] | undefined, setting: TextSetting): string[] =>
  inlines ? breakColumns(setInlines(inlines, setting), setting.width) : []

/** What the lines of a heading are underlined with, by its level. */
const UNDERLINES = { 1: '=', 2: '-', 3: '~', 4: undefined } as const

function setHeading(block: Heading, setting: TextSetting): string[] {
  if (!hasWords(block)) return []
  const lines = lineOf(block.children, setting)
  const underline = UNDERLINES[block.level]
  const width = Math.max(...lines.map(columnsOf))
  return underline === undefined ? lines : [...lines, underline.repeat(Math.max(LEAST_UNDERLINE, width))]
}

const LEAST_UNDERLINE = 3

function setParagraph({ number, children }: Paragraph, setting: TextSetting): string[] {
  if (number === undefined) return lineOf(children, setting)
  return hang(
    padColumns(`${number}.`, NUMBER_INDENT, 'left'),
    lineOf(children, withRoom(setting, NUMBER_INDENT)),
  )
}

/** Wide enough for a number of two figures. */
const NUMBER_INDENT = 4

function underNumber(
  isUnder: boolean | undefined,
  setting: TextSetting,
  set: (setting: TextSetting) => string[],
): string[] {
  return isUnder ? indent(NUMBER_INDENT, set(withRoom(setting, NUMBER_INDENT))) : set(setting)
}

function setBox(children: readonly Block[], setting: TextSetting): string[] {
  return setBlocks(children, withRoom(setting, BOX_EDGE.length)).map(line => `${BOX_EDGE}${line}`.trimEnd())
}

const BOX_EDGE = '| '

function setList({ items, ordered }: List, setting: TextSetting): string[] {
  const widest = `${items.length}. `.length
  const set = items.map((item, index) => {
    const mark = ordered ? padColumns(`${index + 1}. `, widest, 'right') : '- '
    return hang(mark, setBlocks(item, withRoom(setting, mark.length)))
  })
  const isTight = items.every(item => item.length <= 1)
  return isTight ? set.flat() : stackLines(set)
}

function setDefinitions({ entries }: DefinitionList, setting: TextSetting): string[] {
  return stackLines(
    entries.map(({ term, body }) => [
      ...lineOf(term, setting),
      ...indent(DEFINITION_INDENT, setBlocks(body, withRoom(setting, DEFINITION_INDENT))),
    ]),
  )
}

const DEFINITION_INDENT = 4

/** What a figure is read as, below its title. */
function setFigure(
  { title, caption, credit }: Pick<Figure | Diagram, 'title' | 'caption' | 'credit'>,
  alt: string,
  setting: TextSetting,
): string[] {
  const said = indent(
    QUOTATION_INDENT,
    breakColumns(twinText(alt), withRoom(setting, QUOTATION_INDENT).width),
  )
  return stackLines([lineOf(title, setting), said, [...lineOf(caption, setting), ...lineOf(credit, setting)]])
}

/** A line to write on, as long as on the page. */
function setSignatureLine({ length, children }: SignatureLine, setting: TextSetting): string[] {
  const columns = Math.round(length / POINTS_OF_A_COLUMN)
  return ['_'.repeat(Math.min(Math.max(columns, LEAST_LINE), setting.width)), ...lineOf(children, setting)]
}

/** A letter of 11 points is about as wide. */
const POINTS_OF_A_COLUMN = 6
const LEAST_LINE = 12

function setContents({ targets, width }: TextSetting): string[] {
  return targets.contents.flatMap(({ level, children }) => {
    const by = level === 2 ? 2 : 4
    const words = twinText(headingText(children))
    return hang(' '.repeat(by), indentOthers(breakColumns(words, width - by - 2)))
  })
}

const indentOthers = (lines: readonly string[]): string[] =>
  lines.map((line, index) => (index === 0 ? line : `  ${line}`))

/** Without what calls sources and notes. */
const headingText = (inlines: readonly Inline[]): string =>
  inlines
    .map(inline => {
      if (inline.kind === 'text') return inline.text
      if (inline.kind === 'break') return ' '
      return inline.kind === 'reference' || inline.kind === 'note' ? '' : headingText(inline.children)
    })
    .join('')

/** The cited sources. */
function setSources({ entries, numbered }: SourceList, setting: TextSetting): string[] {
  const widest = Math.max(...entries.map(({ number }) => `${number}. `.length))
  const set = entries.map(({ number, children }) => {
    const mark = numbered ? padColumns(`${number}. `, widest, 'right') : ''
    return hang(mark, lineOf(children, withRoom(setting, mark.length)))
  })
  return numbered ? set.flat() : stackLines(set)
}
