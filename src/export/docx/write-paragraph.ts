import { Bookmark, type IParagraphOptions, Paragraph, type ParagraphChild, type TextRun } from 'docx'
import { directionOf } from '../../typeset/index.js'
import type { ParagraphRoom } from './estimated-heights.js'
import type { EdgeLine, ParagraphLook } from './paragraph-look.js'
import type { ParagraphKind } from './style-kinds.js'
import type { WordContext } from './word-context.js'
import { eighths, twips, wordColour } from './word-units.js'

/** What a paragraph has besides its style. Lengths are points. */
export interface ParagraphExtras {
  /** Below it, in the place of what its style says. */
  readonly after?: number | undefined
  readonly before?: number | undefined
  readonly keepNext?: boolean
  /** The destinations that it is. */
  readonly destinations?: readonly string[]
  readonly numbering?: { readonly reference: string; readonly instance: number }
  /** Between its left edge and that of its container, in the place of what its style says. */
  readonly left?: number
  readonly hanging?: number
  /** Free at the end of its lines, in the place of what its style says. */
  readonly right?: number
  readonly tabs?: IParagraphOptions['tabStops']
}

/** Writes a paragraph in the style of its kind; `write` makes its runs, knowing how the style looks. */
export function writeParagraph(
  kind: ParagraphKind,
  context: WordContext,
  write: (look: ParagraphLook) => readonly ParagraphChild[],
  extras: ParagraphExtras = {},
): Paragraph {
  const { id, look } = context.styles.paragraph(kind, context)
  const { destinations = [], numbering, tabs } = extras
  const isRightToLeft = directionOf(context.lang) === 'rtl'
  context.heights?.begin()
  const places = context.bookmarks.take(destinations)
  const children = withBookmarks([...write(look)], places)
  const paragraph = new Paragraph({
    style: id,
    ...((extras.keepNext ?? context.keepNext) ? { keepNext: true } : {}),
    ...(isRightToLeft && { bidirectional: true }),
    ...(numbering && { numbering: { ...numbering, level: 0, custom: true } }),
    ...(tabs && { tabStops: tabs }),
    ...spacing(extras),
    ...indent(look, context, extras),
    ...alignment(context),
    ...borders(context),
    children,
  })
  context.heights?.endParagraph(paragraph, roomOf(look, context, extras), places)
  return paragraph
}

function roomOf(look: ParagraphLook, context: WordContext, extras: ParagraphExtras): ParagraphRoom {
  const left = extras.numbering ? look.left + context.left : (extras.left ?? look.left) + context.left
  return {
    width: context.width - left - (extras.right ?? look.right),
    leading: look.text.leading,
    before: extras.before ?? look.before,
    after: extras.after ?? look.after,
    keepNext: extras.keepNext ?? context.keepNext ?? look.keepNext ?? false,
  }
}

function spacing({ before, after }: ParagraphExtras): Pick<IParagraphOptions, 'spacing'> {
  if (before === undefined && after === undefined) return {}
  return {
    spacing: {
      ...(before !== undefined && { before: twips(before) }),
      ...(after !== undefined && { after: twips(after) }),
    },
  }
}

/** Where the style does not say where it stands; a list item stands where its list says. */
function indent(
  look: ParagraphLook,
  { left: around }: WordContext,
  { left, hanging, right, numbering }: ParagraphExtras,
): Pick<IParagraphOptions, 'indent'> {
  const own = (left ?? look.left) + around
  const changed = {
    ...(own !== look.left && !numbering && { left: twips(own) }),
    ...(hanging !== undefined && { hanging: twips(hanging) }),
    ...(right !== undefined && { right: twips(right) }),
  }
  return Object.keys(changed).length === 0 ? {} : { indent: changed }
}

const alignment = ({ align }: WordContext): Pick<IParagraphOptions, 'alignment'> =>
  align === undefined || align === 'left' ? {} : { alignment: align }

function borders({ over, under }: WordContext): Pick<IParagraphOptions, 'border'> {
  if (!over && !under) return {}
  return { border: { ...(over && { top: borderLine(over) }), ...(under && { bottom: borderLine(under) }) } }
}

/** A line as docx asks for it. */
export const borderLine = ({ colour, width, space = 0 }: EdgeLine) =>
  ({
    style: 'single',
    color: wordColour(colour),
    size: eighths(width),
    space: Math.min(31, Math.round(space)),
  }) as const

const withBookmarks = (children: ParagraphChild[], names: readonly string[]): ParagraphChild[] =>
  names.reduce<ParagraphChild[]>(
    (inner, id) => [new Bookmark({ id, children: inner as TextRun[] })],
    children,
  )
