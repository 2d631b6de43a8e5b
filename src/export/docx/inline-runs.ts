import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  NoBreakHyphen,
  Paragraph,
  type ParagraphChild,
  SoftHyphen,
  TextRun,
} from 'docx'
import type { Inline, Link, Note, Reference, Span } from '../../markup/index.js'
import {
  directionOf,
  headingDestination,
  mentionDestination,
  sourceDestination,
  type TextStyle,
  withFrenchSpaces,
} from '../../typeset/index.js'
import type { ParagraphLook } from './paragraph-look.js'
import { type RunContext, runOptions } from './run-options.js'
import {
  type CharacterKind,
  citationKind,
  emphasisKind,
  linkKind,
  NORMAL,
  namedKind,
  proseKind,
  spanKind,
  strongKind,
} from './style-kinds.js'
import { textParts, wordText } from './text-parts.js'
import type { WordContext } from './word-context.js'

/** The runs of a paragraph in a style. */
export function writeInlines(
  inlines: readonly Inline[],
  look: Pick<ParagraphLook, 'text'>,
  word: WordContext,
  wanted: TextStyle = look.text,
): ParagraphChild[] {
  return writeAll(inlines, {
    text: wanted,
    base: look.text,
    kind: undefined,
    raised: false,
    underline: false,
    fill: undefined,
    lang: word.lang,
    inLink: false,
    word,
  })
}

/** The runs of words that have a character style of their own, such as a term before its meaning. */
export function writeInStyle(
  inlines: readonly Inline[],
  kind: CharacterKind,
  look: Pick<ParagraphLook, 'text'>,
  word: WordContext,
): ParagraphChild[] {
  const text = word.sheet.textStyle(kind.settings, look.text)
  const around = { raised: false, underline: false, fill: undefined, lang: word.lang, inLink: false, word }
  return writeAll(inlines, { ...around, text, base: look.text, kind })
}

/** Words that are not in the document, such as a number. */
export function writeWords(
  text: string,
  look: Pick<ParagraphLook, 'text'>,
  word: WordContext,
  wanted: TextStyle = look.text,
): ParagraphChild[] {
  const around = { text: wanted, base: look.text, kind: undefined, raised: false, underline: false }
  return writeText(text, { ...around, fill: undefined, lang: word.lang, inLink: false, word })
}

const writeAll = (inlines: readonly Inline[], around: RunContext): ParagraphChild[] =>
  inlines.flatMap(inline => writeInline(inline, around))

function writeInline(inline: Inline, around: RunContext): ParagraphChild[] {
  const { sheet } = around.word
  switch (inline.kind) {
    case 'text':
      return writeText(inline.text, around)
    case 'break':
      around.word.heights?.addBreak()
      return [new TextRun({ break: 1 })]
    case 'strong':
      return writeAll(
        inline.children,
        styled(strongKind(sheet), sheet.textStyle(sheet.style('strong'), around.text), around),
      )
    case 'emphasis':
      return writeAll(inline.children, styled(emphasisKind(sheet), sheet.emphasised(around.text), around))
    case 'superscript':
      return writeAll(inline.children, {
        ...around,
        text: { ...sheet.textStyle(sheet.style('sup'), around.text), size: around.text.size },
        raised: true,
      })
    case 'link':
      return writeLink(inline, around)
    case 'reference':
      return writeReference(inline, around)
    case 'note':
      return around.inLink ? [] : writeNote(inline, around)
    case 'span':
      return writeSpan(inline, around)
  }
}

/** In a character style, which takes the place of one around it: a run has one at most. */
function styled(kind: CharacterKind, text: TextStyle, around: RunContext): RunContext {
  return { ...around, text, kind: around.inLink ? around.kind : kind }
}

function writeLink({ href, children }: Link, around: RunContext): ParagraphChild[] {
  const { sheet, bookmarks } = around.word
  const anchor = href.startsWith('#') ? bookmarks.nameOf(headingDestination(href.slice(1))) : undefined
  if (around.inLink || (href.startsWith('#') && anchor === undefined)) return writeAll(children, around)
  const kind = linkKind(sheet)
  const text = sheet.textStyle(kind.settings, around.text)
  const underline = anchor === undefined && kind.underline === true
  const inside = { ...styled(kind, text, around), underline, inLink: true }
  const runs = writeAll(children, inside)
  return anchor === undefined
    ? [new ExternalHyperlink({ link: href, children: runs })]
    : [internalLink(anchor, undefined, runs)]
}

/** A link to a place in the document. Readers who cannot see it hear its description. */
export function internalLink(
  anchor: string,
  description: string | undefined,
  children: readonly ParagraphChild[],
): ParagraphChild {
  const tooltip =
    description === undefined
      ? {}
      : { tooltip: { key: 'w:tooltip', value: wordText(description).slice(0, 260) } }
  return new BuilderElement({
    name: 'w:hyperlink',
    attributes: {
      anchor: { key: 'w:anchor', value: anchor },
      ...tooltip,
      history: { key: 'w:history', value: 1 },
    },
    children: [...(children as readonly TextRun[])],
  }) as unknown as ParagraphChild
}

function writeReference(reference: Reference, around: RunContext): ParagraphChild[] {
  const { superscript, quiet, label, spoken, source, first } = reference
  const { sheet, bookmarks } = around.word
  const kind = citationKind(sheet, quiet, superscript)
  const plain = sheet.textStyle(kind.settings, around.text)
  const { colour, family, bold, italics } = plain
  const size = kind.raisedFrom ?? plain.size
  const text = superscript ? { ...around.text, colour, family, bold, italics, size } : plain
  const words = superscript ? label.replace(/ /g, '\u00A0') : label
  const runs = writeText(words, { ...styled(kind, text, around), raised: superscript })
  const anchor = bookmarks.nameOf(sourceDestination(source))
  const linked = anchor === undefined || around.inLink ? runs : [internalLink(anchor, spoken, runs)]
  const mention = first ? bookmarks.nameOf(mentionDestination(source)) : undefined
  return mention === undefined ? linked : [new Bookmark({ id: mention, children: linked as TextRun[] })]
}

function writeNote({ children }: Note, around: RunContext): ParagraphChild[] {
  const { word } = around
  const { styles } = word
  const kind = namedKind(
    'FootnoteText',
    'footnote text',
    ({ sheet: of, text }) => ({
      ...NORMAL.look(styles.page),
      text: proseKind('note').look({ ...styles.page, sheet: of, text }).text,
      after: 0,
      right: 0,
    }),
    { builtIn: true, priority: 99 },
  )
  const { id, look } = styles.paragraph(kind, styles.page)
  const inNote: WordContext = {
    ...word,
    ...styles.page,
    inTable: false,
    lang: around.lang,
    heights: undefined,
  }
  return [
    new FootnoteReferenceRun({
      children: [
        new Paragraph({
          style: id,
          bidirectional: directionOf(word.documentLang) === 'rtl',
          children: [new TextRun(' '), ...writeInlines(children, look, inNote)],
        }),
      ],
    }),
  ]
}

function writeSpan({ style, lang, children }: Span, around: RunContext): ParagraphChild[] {
  const { sheet } = around.word
  const kind = spanKind(sheet, style)
  const settings = sheet.withClass('span', style)
  const fill = settings.fill === undefined ? around.fill : sheet.colour(settings.fill)
  const text = sheet.textStyle(settings, around.text)
  const inside = {
    ...(kind ? styled(kind, text, around) : { ...around, text }),
    fill,
    lang: lang ?? around.lang,
  }
  return writeAll(children, inside)
}

/** The runs of a text, one for each way that it goes. */
function writeText(text: string, around: RunContext): ParagraphChild[] {
  if (!around.raised) around.word.heights?.addText(text, around.text)
  return textParts(
    wordText(withFrenchSpaces(text, around.lang)),
    around.word.isOfFigures ? 'en' : around.lang,
  ).map(
    part =>
      new TextRun({
        ...runOptions(around, part.text, part.isRightToLeft),
        children: pieces(part.text),
      }),
  )
}

/** Hyphens that Word has elements for. */
function pieces(text: string): NonNullable<IRunOptions['children']> {
  if (!/[\u00AD\u2011]/.test(text)) return [text]
  return text.split(/([\u00AD\u2011])/).flatMap(piece => {
    if (piece === '') return []
    return [piece === '\u00AD' ? new SoftHyphen() : piece === '\u2011' ? new NoBreakHyphen() : piece]
  })
}
