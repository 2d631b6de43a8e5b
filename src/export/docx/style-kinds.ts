import type { StyleSheet, TextSettings, TextStyle } from '../../typeset/index.js'
import type { ParagraphLook } from './paragraph-look.js'

/** What the paragraphs of a container have in common. Lengths are points. */
export interface Surroundings {
  readonly sheet: StyleSheet
  readonly text: TextStyle
  /** Kept free at the end of lines, so that these are not too long to read. */
  readonly right: number
  /** What the container is called; empty for the page. */
  readonly name: string
  /** Around a paragraph of a container that sets paragraphs close together; undefined for as the theme says. */
  readonly gap?: number | undefined
}

/** A paragraph style as Word has it: its own where it has one for the purpose, by its name. */
export interface ParagraphKind {
  readonly id: string
  readonly name: string
  /** The id of the style that it is based on. */
  readonly base?: string
  /** Of what a new paragraph after it is. */
  readonly next?: string
  /** Its place in Word's list of styles. */
  readonly priority: number
  /** Whether Word has it. */
  readonly builtIn: boolean
  look(around: Surroundings): ParagraphLook
}

/** A character style, and what it changes of the text around it. */
export interface CharacterKind {
  readonly id: string
  readonly name: string
  readonly builtIn: boolean
  readonly settings: TextSettings
  readonly fill?: string | undefined
  readonly underline?: boolean
  /** Points that raised words have before Word makes them smaller; undefined for words in the line. */
  readonly raisedFrom?: number | undefined
}

interface BlockSettings extends TextSettings {
  readonly before?: number | undefined
  readonly after?: number | undefined
}

/** Space of a paragraph that others follow: all of it stands below, as Word adds what it finds between two paragraphs. */
export function proseLook(settings: BlockSettings, around: Surroundings): ParagraphLook {
  const { sheet, gap, right } = around
  const text = sheet.textStyle(settings, around.text)
  return {
    ...PLAIN,
    text,
    ...(gap === undefined ? spacesOf(settings, sheet) : { before: 0, after: gap }),
    right,
  }
}

/** Space above and below, in points: Word adds what it finds between two paragraphs, of which a theme counts the greater. */
export function spacesOf(
  { before, after }: Pick<BlockSettings, 'before' | 'after'>,
  sheet: StyleSheet,
): { readonly before: number; readonly after: number } {
  const usual = sheet.verticalSpace(sheet.style('p').after)
  const [above, below] = [sheet.verticalSpace(before), sheet.verticalSpace(after)]
  return { before: Math.max(0, above - usual), after: Math.max(below, Math.min(above, usual)) }
}

export const PLAIN = {
  before: 0,
  after: 0,
  left: 0,
  right: 0,
  hanging: 0,
  align: 'left',
} as const satisfies Partial<ParagraphLook>

export const NORMAL: ParagraphKind = {
  id: 'Normal',
  name: 'Normal',
  priority: 0,
  builtIn: true,
  look: around => proseLook(around.sheet.style('p'), around),
}

/** Classes of paragraphs, and what their styles are called. */
const PROSE: Readonly<Record<string, readonly [id: string, name: string]>> = {
  lead: ['LeadParagraph', 'Lead Paragraph'],
  kicker: ['Kicker', 'Kicker'],
  subtitle: ['Subtitle', 'Subtitle'],
  meta: ['DocumentDetails', 'Document Details'],
  note: ['NoteParagraph', 'Note'],
  label: ['LabelParagraph', 'Label'],
  point: ['MainPoint', 'Main Point'],
  detail: ['DetailParagraph', 'Detail'],
  small: ['SmallText', 'Small Text'],
  unit: ['UnitOfColumn', 'Unit of Column'],
}

/** The style of a paragraph of a class. */
export function proseKind(style: string | undefined): ParagraphKind {
  const named = style === undefined ? undefined : PROSE[style]
  if (!named) return NORMAL
  const [id, name] = named
  const builtIn = id === 'Subtitle'
  return {
    ...{ id, name, builtIn, base: 'Normal', priority: builtIn ? 11 : 40 },
    ...(builtIn || style === 'kicker' || style === 'label' ? { next: 'Normal' } : {}),
    look: around => {
      const { sheet, gap } = around
      const look = proseLook(sheet.withClass('p', style), around)
      if (style !== 'label') return look
      const after = gap ?? Math.max(look.after, sheet.verticalSpace(sheet.style('p').before))
      return { ...look, after, keepNext: true }
    },
  }
}

/** A heading of a document: how it looks by its level, and its place among the headings of Word; 0 for the title. */
export interface HeadingRank {
  readonly level: 1 | 2 | 3 | 4
  readonly rank: number
}

/** The style of a heading, which keeps what follows on its page. */
export function headingKind({ level, rank }: HeadingRank, style: string | undefined): ParagraphKind {
  const isTitle = rank === 0
  const id = isTitle ? 'Title' : `Heading${rank}`
  const plain: ParagraphKind = {
    id,
    name: isTitle ? 'Title' : `heading ${rank}`,
    base: 'Normal',
    next: 'Normal',
    priority: isTitle ? 10 : 9,
    builtIn: true,
    look: around => headingLook({ level, rank }, undefined, around),
  }
  if (style === undefined) return plain
  return {
    ...plain,
    id: `${id}${style}`,
    name: `Heading ${rank} ${style}`,
    base: id,
    builtIn: false,
    look: around => headingLook({ level, rank }, style, around),
  }
}

function headingLook(
  { level, rank }: HeadingRank,
  style: string | undefined,
  around: Surroundings,
): ParagraphLook {
  const { sheet, gap } = around
  const settings = sheet.withClass(`h${level}`, style)
  const usual = sheet.style('p')
  return {
    ...PLAIN,
    text: sheet.textStyle(settings, around.text),
    before:
      gap ??
      Math.max(0, sheet.verticalSpace(settings.before) - (rank === 0 ? 0 : sheet.verticalSpace(usual.after))),
    after: gap ?? Math.max(sheet.verticalSpace(settings.after), sheet.verticalSpace(usual.before)),
    right: rank === 0 ? 0 : around.right,
    keepNext: true,
    keepLines: true,
    ...(rank === 0 ? {} : { outline: rank - 1 }),
    over: edge(settings.over, settings.over_weight, around, settings.padding_y),
    under: edge(settings.under, settings.under_weight, around, settings.padding_y),
  }
}

/** A line of a theme, and its distance to what stands in it. */
export function edge(
  colour: string | undefined,
  weight: 'hair' | 'thin' | 'strong' | undefined,
  { sheet }: Pick<Surroundings, 'sheet'>,
  padding = 0,
): ParagraphLook['over'] {
  const line = sheet.borderLine(colour, weight)
  return line && { ...line, space: sheet.verticalSpace(padding) }
}

/** A style that only text settings of the theme make, with the space of its own. */
export const namedKind = (
  id: string,
  name: string,
  look: ParagraphKind['look'],
  own: Partial<Pick<ParagraphKind, 'builtIn' | 'priority' | 'base' | 'next'>> = {},
): ParagraphKind => ({ id, name, base: 'Normal', priority: 40, builtIn: false, ...own, look })

/** Classes of spans, and what their styles are called. */
const SPANS: Readonly<Record<string, readonly [id: string, name: string]>> = {
  label: ['LabelText', 'Label Text'],
  muted: ['MutedText', 'Muted Text'],
  date: ['DateText', 'Date Text'],
  tag: ['TagText', 'Tag Text'],
  unverified: ['UnverifiedText', 'Unverified Text'],
  name: ['NameText', 'Name Text'],
  number: ['NumberText', 'Number Text'],
}

export function spanKind(sheet: StyleSheet, style: string | undefined): CharacterKind | undefined {
  const named = style === undefined ? undefined : SPANS[style]
  if (!named) return undefined
  const settings = sheet.withClass('span', style)
  const fill = settings.fill === undefined ? undefined : sheet.colour(settings.fill)
  return { id: named[0], name: named[1], builtIn: false, settings, fill }
}

export const strongKind = (sheet: StyleSheet): CharacterKind => ({
  ...{ id: 'Strong', name: 'Strong', builtIn: true },
  settings: sheet.style('strong'),
})

export const emphasisKind = (sheet: StyleSheet): CharacterKind => ({
  ...{ id: 'Emphasis', name: 'Emphasis', builtIn: true },
  settings: { italic: true, ...sheet.style('em') },
})

export const linkKind = (sheet: StyleSheet): CharacterKind => ({
  ...{ id: 'Hyperlink', name: 'Hyperlink', builtIn: true },
  settings: sheet.style('a'),
  underline: sheet.style('a').underline ?? false,
})

/** Points: smaller marks are hard to read, and to hit. */
const LEAST_RAISED = 7
/** What Word makes of the size of raised words. */
const RAISED_SCALE = 0.65
const sizeBeforeRaising = ({ typeSize }: StyleSheet): number =>
  Math.max(typeSize, LEAST_RAISED / RAISED_SCALE)

/** Of citations: raised, or in the line. */
export const citationKind = (sheet: StyleSheet, quiet: boolean, raised: boolean): CharacterKind => ({
  id: `SourceReference${quiet ? 'Quiet' : ''}${raised ? '' : 'InLine'}`,
  name: `Source Reference${quiet ? ' Quiet' : ''}${raised ? '' : ' in Line'}`,
  builtIn: false,
  settings: sheet.withClass('source-ref', quiet ? 'quiet' : undefined),
  raisedFrom: raised ? sizeBeforeRaising(sheet) : undefined,
})

export const noteCallKind = (sheet: StyleSheet): CharacterKind => ({
  ...{
    id: 'FootnoteReference',
    name: 'footnote reference',
    builtIn: true,
    raisedFrom: sizeBeforeRaising(sheet),
  },
  settings: { family: sheet.style('source-ref').family, colour: sheet.style('source-ref').colour },
})
