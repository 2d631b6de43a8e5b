import {
  Footer,
  Header,
  PageNumber,
  type Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { Banner } from '../../edition/index.js'
import type { Document } from '../../markup/index.js'
import { directionOf, overlayColour, type TextStyle } from '../../typeset/index.js'
import { writeWords } from './inline-runs.js'
import { widthOfText } from './measure-text.js'
import type { ParagraphLook } from './paragraph-look.js'
import { namedKind, type ParagraphKind, PLAIN } from './style-kinds.js'
import { SPACE, writeSpace } from './text-blocks-of-word.js'
import { wordText } from './text-parts.js'
import type { WordContext } from './word-context.js'
import { halfPoints, twips, wordColour } from './word-units.js'
import { writeParagraph } from './write-paragraph.js'

/** What stands at the edges of pages of a width; the first page has no running head. */
export interface WordRunningParts {
  readonly headers: { readonly first: Header; readonly default: Header }
  readonly footers: { readonly first: Footer; readonly default: Footer }
}

/** The headers and footers of pages: markings, the running head, notes and numbers, and what stands across each page. */
export function writeRunningParts(document: Document, context: WordContext): WordRunningParts {
  const top = () => bannersAt('top', document, context)
  const bottom = () => bannersAt('bottom', document, context)
  const foot = () => new Footer({ children: [...footLines(document, context), ...bottom()] })
  return {
    headers: {
      first: new Header({ children: withOverlay(top(), document, context) }),
      default: new Header({
        children: withOverlay([...top(), ...headLines(document, context)], document, context),
      }),
    },
    footers: { first: foot(), default: foot() },
  }
}

function bannersAt(edge: 'top' | 'bottom', { banners }: Document, context: WordContext): Paragraph[] {
  return banners
    .filter(({ position }) => position === edge || position === 'both')
    .map(banner =>
      writeParagraph(
        MARKING,
        { ...context, align: banner.align, left: 0, lang: banner.lang ?? context.lang },
        look => [bannerRun(banner, look, context)],
      ),
    )
}

function bannerRun(
  { text, colour, ground, size, lang }: Banner,
  look: ParagraphLook,
  context: WordContext,
): TextRun {
  const points = Math.max(size, look.text.size)
  return new TextRun({
    text: wordText(ground === undefined ? text : `\u00A0${text}\u00A0`),
    bold: true,
    color: wordColour(colour),
    ...(halfPoints(points) !== halfPoints(look.text.size) && { size: halfPoints(points) }),
    ...(ground !== undefined && {
      shading: { type: 'clear', color: 'auto', fill: wordColour(ground) } as const,
    }),
    ...(lang !== undefined && lang !== context.documentLang && { language: { value: lang } }),
    ...(directionOf(lang ?? context.documentLang) === 'rtl' && { rightToLeft: true }),
  })
}

/** The organisation and the audience at the left, the title at the right; it stands below them where it is long. */
function headLines({ running }: Document, context: WordContext): Paragraph[] {
  const { organisation, audience, title } = running
  const left = [organisation, audience].filter(part => part !== '').join(' · ')
  return sidesOf(left, look => writeWords(title, look, context), title, RUNNING_HEAD, context)
}

/** What each page says of the document at the left, and its number at the right. */
function footLines({ running }: Document, context: WordContext): Paragraph[] {
  const { notes, page_of } = running
  const number = (look: ParagraphLook) => pageNumber(page_of, look, context)
  return sidesOf(
    notes.filter(note => note !== '').join(' · '),
    number,
    page_of.replace(/\{\w+\}/g, '00'),
    RUNNING_FOOT,
    context,
  )
}

function sidesOf(
  left: string,
  right: (look: ParagraphLook) => ParagraphChild[],
  rightText: string,
  kind: ParagraphKind,
  context: WordContext,
): Paragraph[] {
  const { text } = kind.look(context)
  const width = (words: string) => widthOfText(words, text, context.style.fonts)
  const isRoomy = width(left) + width(rightText) + 2 * text.size <= context.width
  const tabs = { tabs: [{ type: TabStopType.RIGHT, position: twips(context.width) }] }
  if (left === '' || isRoomy)
    return [
      writeParagraph(
        kind,
        context,
        look => [...writeWords(left, look, context), new TextRun({ children: [new Tab()] }), ...right(look)],
        tabs,
      ),
    ]
  return [
    writeParagraph(kind, context, look => [
      ...writeWords(left, look, context),
      new TextRun({ break: 1 }),
      ...right(look),
    ]),
  ]
}

/** Which page it is of how many, in the words of the language, as fields that Word counts. */
function pageNumber(pattern: string, look: ParagraphLook, context: WordContext): ParagraphChild[] {
  return pattern.split(/(\{pages?\})/).flatMap((part): ParagraphChild[] => {
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT] })]
    if (part === '{pages}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })]
    return part === '' ? [] : writeWords(part, look, context)
  })
}

/** Words across each page, as Word's own watermark, where the theme has a colour in which text over it can be read. */
function withOverlay(children: Paragraph[], { overlay }: Document, context: WordContext): Paragraph[] {
  const { theme } = context.style
  const colour = theme.overlay === 'off' ? undefined : overlayColour(theme)
  if (overlay.length === 0 || colour === undefined)
    return children.length > 0 ? children : [writeSpace(0, context)]
  const across = new TextWatermark({
    text: wordText(overlay.join(' · ').toUpperCase()),
    font: theme.families.heading,
    bold: true,
    color: wordColour(colour),
    opacity: 1,
  })
  return [...children, writeParagraph(SPACE, context, () => [across])]
}

const runningText = ({ sheet }: Pick<WordContext, 'sheet'>): TextStyle =>
  sheet.textStyle(sheet.style('running'), sheet.baseTextStyle)

const RUNNING_HEAD = namedKind(
  'Header',
  'header',
  around => {
    const text = runningText(around)
    return {
      ...PLAIN,
      text,
      under: { colour: text.colour, width: around.sheet.theme.rules.hair, space: 4 },
      after: text.size,
    }
  },
  { builtIn: true, priority: 99 },
)

const RUNNING_FOOT = namedKind(
  'Footer',
  'footer',
  around => {
    const text = runningText(around)
    return { ...PLAIN, text, over: { colour: text.colour, width: around.sheet.theme.rules.hair, space: 4 } }
  },
  { builtIn: true, priority: 99 },
)

const MARKING = namedKind('MarkingOfDocument', 'Marking', ({ sheet }) => {
  const text = sheet.textStyle(sheet.style('banner'), sheet.baseTextStyle)
  return { ...PLAIN, text: { ...text, bold: true, caps: false, letterSpacing: 0 }, after: text.size * 0.4 }
})
