import type { TextStyle } from '../../typeset/index.js'
import { eighths, halfPoints, twips, wordColour, xmlText } from './word-units.js'

/** A line along an edge of a paragraph or a cell; lengths are points. */
export interface EdgeLine {
  readonly colour: string
  readonly width: number
  /** Between the line and the words. */
  readonly space?: number
}

/** How a paragraph looks in Word. Lengths are points. */
export interface ParagraphLook {
  readonly text: TextStyle
  readonly before: number
  readonly after: number
  readonly left: number
  readonly right: number
  /** By which the first line begins before the others. */
  readonly hanging: number
  /** Its lines are as high as they are said to be, whatever stands in them. */
  readonly exact?: boolean
  /** `left` for where lines begin, which is the right in a text that runs that way (ECMA-376-4, 14.11.2). */
  readonly align: 'left' | 'right' | 'center'
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  readonly over?: EdgeLine | undefined
  readonly under?: EdgeLine | undefined
  readonly bar?: EdgeLine | undefined
  /** 0 for the highest level of headings. */
  readonly outline?: number
  readonly tabs?: readonly { readonly at: number; readonly kind: 'left' | 'right'; readonly dots?: boolean }[]
}

/** Properties by the names of their elements, in the order of the schema. */
export type PropertyElements = ReadonlyMap<string, string>

/** The paragraph properties of a look (ECMA-376-1, 17.3.1.26). */
export function paragraphProperties(look: ParagraphLook): PropertyElements {
  const { before, after, left, right, hanging, align, text } = look
  const properties: [string, string][] = [
    ['keepNext', onOff('keepNext', look.keepNext ?? false)],
    ['keepLines', onOff('keepLines', look.keepLines ?? false)],
    ['pBdr', borders(look)],
    ['tabs', tabStops(look.tabs ?? [])],
    [
      'spacing',
      `<w:spacing w:before="${twips(before)}" w:after="${twips(after)}" w:line="${twips(text.leading)}" w:lineRule="${look.exact ? 'exact' : 'atLeast'}"/>`,
    ],
    [
      'ind',
      `<w:ind w:left="${twips(left)}" w:right="${twips(right)}"${hanging < 0 ? ` w:firstLine="${twips(-hanging)}"` : ` w:hanging="${twips(hanging)}"`}/>`,
    ],
    ['jc', `<w:jc w:val="${align}"/>`],
    ['outlineLvl', look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`],
  ]
  return new Map(properties)
}

/** The run properties of text in a style (ECMA-376-1, 17.3.2.28). */
export function runProperties(style: TextStyle, complexFamily = style.family): PropertyElements {
  const size = halfPoints(style.size)
  const properties: [string, string][] = [
    ['rFonts', fonts(style.family, complexFamily)],
    ['b', onOff('b', style.bold)],
    ['bCs', onOff('bCs', style.bold)],
    ['i', onOff('i', style.italics)],
    ['iCs', onOff('iCs', style.italics)],
    ['caps', onOff('caps', style.caps)],
    ['color', `<w:color w:val="${wordColour(style.colour)}"/>`],
    ['spacing', `<w:spacing w:val="${twips(style.letterSpacing)}"/>`],
    ['sz', `<w:sz w:val="${size}"/>`],
    ['szCs', `<w:szCs w:val="${size}"/>`],
  ]
  return new Map(properties)
}

/** The fonts of a run: of letters written from right to left another. */
export const fonts = (family: string, complexFamily: string): string =>
  `<w:rFonts w:ascii="${xmlText(family)}" w:hAnsi="${xmlText(family)}" w:eastAsia="${xmlText(family)}" w:cs="${xmlText(complexFamily)}"/>`

export const onOff = (name: string, on: boolean): string => `<w:${name}${on ? '' : ' w:val="0"'}/>`

/** The properties in which a style differs from the one that it is based on, as XML. */
export function differingProperties(own: PropertyElements, base: PropertyElements | undefined): string {
  return [...own]
    .filter(([name, xml]) => xml !== (base?.get(name) ?? INITIAL.get(name) ?? ''))
    .map(([name, xml]) => (xml === '' ? (CLEARED.get(name) ?? '') : xml))
    .join('')
}

/** What a property is where nothing says so. */
const INITIAL: PropertyElements = new Map(
  ['keepNext', 'keepLines', 'b', 'bCs', 'i', 'iCs', 'caps'].map(name => [name, onOff(name, false)]),
)

/** What takes back a property of the style below that has no value of its own for it. */
const CLEARED: PropertyElements = new Map([
  [
    'pBdr',
    '<w:pBdr><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:pBdr>',
  ],
])

/** A line as an element of a border; what draws no line is none. */
export const borderElement = (name: string, line: EdgeLine): string =>
  `<w:${name} w:val="single" w:sz="${eighths(line.width)}" w:space="${Math.min(31, Math.round(line.space ?? 0))}" w:color="${wordColour(line.colour)}"/>`

function borders({ over, under, bar }: ParagraphLook): string {
  const edges = [
    over && borderElement('top', over),
    bar && borderElement('left', bar),
    under && borderElement('bottom', under),
  ].filter(edge => edge !== undefined)
  return edges.length === 0 ? '' : `<w:pBdr>${edges.join('')}</w:pBdr>`
}

const tabStops = (tabs: NonNullable<ParagraphLook['tabs']>): string =>
  tabs.length === 0
    ? ''
    : `<w:tabs>${tabs.map(({ at, kind, dots }) => `<w:tab w:val="${kind}"${dots ? ' w:leader="dot"' : ''} w:pos="${twips(at)}"/>`).join('')}</w:tabs>`
