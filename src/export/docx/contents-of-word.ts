import { BuilderElement, type ParagraphChild, Tab, TextRun, type XmlComponent } from 'docx'
import type { Heading, Inline, TableOfContents } from '../../markup/index.js'
import { headingDestination } from '../../typeset/index.js'
import { internalLink, writeInlines } from './inline-runs.js'
import { namedKind, type ParagraphKind, PLAIN } from './style-kinds.js'
import type { WordBlock, WordContext } from './word-context.js'
import { writeParagraph } from './write-paragraph.js'

/**
 * The contents as Word's own field, which a right click brings up to date, filled in with the headings of the document. Each
 * entry leads to its heading; its number is a field too.
 */
export function writeContents(block: TableOfContents, context: WordContext): WordBlock[] {
  const { index, sheet } = context
  const entries = block.entries ?? index.contentsHeadings
  const settings = sheet.style('contents')
  return entries.map((entry, at) => {
    const isLast = at === entries.length - 1
    const kind = entryKind(entry.level === 3 ? 2 : 1, context)
    const below = isLast ? { after: sheet.verticalSpace(settings.after) } : {}
    return writeParagraph(
      kind,
      context,
      look => [
        ...(at === 0 ? fieldStart(' TOC \\o "1-2" \\h \\z \\u ') : []),
        ...entryRuns(entry, look, context),
        ...(isLast ? [fieldCharacter('end')] : []),
      ],
      below,
    )
  })
}

function entryRuns(
  entry: Heading,
  look: Parameters<typeof writeInlines>[1],
  context: WordContext,
): ParagraphChild[] {
  const anchor = context.bookmarks.nameOf(headingDestination(entry.id))
  const words = writeInlines(plain(entry.children), look, context)
  if (anchor === undefined) return words
  const number = [...fieldStart(` PAGEREF ${anchor} \\h `), new TextRun({ text: '0' }), fieldCharacter('end')]
  return [internalLink(anchor, undefined, [...words, new TextRun({ children: [new Tab()] }), ...number])]
}

/** An entry is a link as a whole, and calls no notes. */
const plain = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap(inline => {
    if (inline.kind === 'reference' || inline.kind === 'note') return []
    return inline.kind === 'link' ? plain(inline.children) : [inline]
  })

/** The numbers of pages that the contents name, in the text of a document. */
export const withContentsPages = (xml: string, pages: ReadonlyMap<string, number>): string =>
  xml.replace(
    /( PAGEREF (\S+) .*?"separate"\/><\/w:r><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>)0(?=<)/g,
    (_, before, name) => `${before}${pages.get(name) ?? 1}`,
  )

const fieldStart = (instruction: string): ParagraphChild[] => [
  fieldCharacter('begin'),
  run([
    new BuilderElement({
      name: 'w:instrText',
      attributes: { space: { key: 'xml:space', value: 'preserve' } },
      children: [instruction as unknown as XmlComponent],
    }),
  ]),
  fieldCharacter('separate'),
]

const fieldCharacter = (type: 'begin' | 'separate' | 'end'): ParagraphChild =>
  run([
    new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } }),
  ])

const run = (children: XmlComponent[]): ParagraphChild => new TextRun({ children })

function entryKind(level: 1 | 2, { width }: WordContext): ParagraphKind {
  return namedKind(
    `TOC${level}`,
    `toc ${level}`,
    around => {
      const { sheet } = around
      const settings = sheet.style('contents')
      const text = sheet.textStyle(settings, around.text)
      return {
        ...PLAIN,
        text: { ...text, bold: level === 1 },
        after: sheet.verticalSpace(settings.gap),
        left: level === 1 ? 0 : sheet.ems(settings.indent),
        tabs: [{ at: width, kind: 'right', dots: false }],
      }
    },
    { builtIn: true, priority: 39 },
  )
}
