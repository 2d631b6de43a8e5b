import { present } from '../../../../diagnostics/index.js'
import type { Face } from '../../../fonts/face.js'
import type { PathCommand } from '../../../fonts/glyph-outlines.js'
import { SvgFault, type XmlElement } from '../parse-xml.js'
import { fontSizeOf, type SvgRules, type SvgStyle } from '../style.js'
import { textLength } from './font-properties.js'
import { type TextCharacter, textCharacters } from './text-characters.js'
import type { TextFonts } from './text-fonts.js'

/** Outlines of a part of a text that is painted in one style, in the units of its drawing. */
export interface SetText {
  readonly outline: readonly PathCommand[]
  readonly style: SvgStyle
  /** How many it has. */
  readonly glyphs: number
}

/** Sets `<text>`: each stretch of characters that follow one another at its place, in outlines of the nearest faces (SVG 2, 11). */
export function setText(element: XmlElement, style: SvgStyle, rules: SvgRules, fonts: TextFonts): SetText[] {
  const at = { x: 0, y: 0 }
  return stretchesOf(textCharacters(element, style, rules)).flatMap(stretch => {
    const first = present(stretch[0]?.characters[0], 'character of a stretch')
    at.x = first.x ?? at.x
    at.y = first.y ?? at.y
    const runs = stretch.flatMap(part => shapedRuns(part, fonts))
    rejectMixedDirections(stretch, first.line)
    const width = runs.reduce((sum, run) => sum + run.dx + run.width, 0)
    at.x -= anchorShare(first.style) * width
    return runs.map(run => {
      at.x += run.dx
      at.y += run.dy
      const outline = outlineAt(run, at.x, at.y + baselineShift(run))
      at.x += run.width
      return { outline, style: run.style, glyphs: run.glyphs.length }
    })
  })
}

/** Characters in one style of which only the first is moved. */
interface TextPart {
  readonly characters: TextCharacter[]
  readonly style: SvgStyle
}

/** Parts by the stretches that they are anchored in together: each begins at a place of its own. */
function stretchesOf(characters: readonly TextCharacter[]): TextPart[][] {
  const stretches: TextPart[][] = []
  for (const each of characters) {
    if (stretches.length === 0 || each.x !== undefined || each.y !== undefined) stretches.push([])
    const stretch = present(stretches.at(-1), 'stretch')
    const part = stretch.at(-1)
    if (part?.style === each.style && each.dx === 0 && each.dy === 0) part.characters.push(each)
    else stretch.push({ characters: [each], style: each.style })
  }
  return stretches
}

/** Words of a part in one face, with what comes before them. Lengths are units of the drawing. */
interface ShapedRun {
  readonly face: Face
  readonly style: SvgStyle
  readonly size: number
  readonly glyphs: readonly { readonly id: number; readonly x: number; readonly y: number }[]
  readonly width: number
  readonly dx: number
  readonly dy: number
}

function shapedRuns({ characters, style }: TextPart, fonts: TextFonts): ShapedRun[] {
  const first = present(characters[0], 'character of a part')
  const size = fontSizeOf(style)
  const spacing = (property: string) =>
    style.get(property) === 'normal' ? 0 : (textLength(style.get(property), size, first.line) ?? 0)
  const [letterSpacing, wordSpacing] = [spacing('letter-spacing'), spacing('word-spacing')]
  const text = characters.map(({ character }) => character).join('')
  return fonts.split(text, style, first.line).map((part, index) => {
    const shaped = part.face.shape(part.text, {
      lang: 'und',
      rightToLeft: RIGHT_TO_LEFT.test(part.text),
      noLigatures: letterSpacing !== 0,
    })
    let width = 0
    const glyphs = shaped.glyphs.map(glyph => {
      const placed = { id: glyph.id, x: width + (glyph.x * size) / 1000, y: (glyph.y * size) / 1000 }
      width += (glyph.advance * size) / 1000
      if (glyph.advance !== 0) width += letterSpacing
      if (glyph.text === ' ') width += wordSpacing
      return placed
    })
    const [dx, dy] = index === 0 ? [first.dx, first.dy] : [0, 0]
    return { face: part.face, style, size, glyphs, width, dx, dy }
  })
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const LEFT_TO_RIGHT =
  /(?!\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana})[\p{L}\p{N}]/u

/** Text of two directions is put in order by no rule here. */
function rejectMixedDirections(stretch: readonly TextPart[], line: number): void {
  const text = stretch.map(({ characters }) => characters.map(each => each.character).join('')).join('')
  if (RIGHT_TO_LEFT.test(text) && (LEFT_TO_RIGHT.test(text) || stretch.length > 1))
    throw new SvgFault(
      'with text from right to left in several parts, which is not drawn',
      line,
      'convert its text to paths in the program that made it',
    )
}

/** How much of a stretch lies at the left of its place, 0 to 1. */
function anchorShare(style: SvgStyle): number {
  const share = { middle: 0.5, end: 1 }[style.get('text-anchor') ?? 'start'] ?? 0
  return style.get('direction') === 'rtl' ? 1 - share : share
}

/** From the line that a text is put on down to its baseline, by what it is aligned with. */
function baselineShift({ face, style, size }: ShapedRun): number {
  const { ascender, descender, metrics } = face
  const thousandths = {
    middle: metrics.xHeight / 2,
    central: (ascender + descender) / 2,
    mathematical: 500,
    hanging: HANGING * ascender,
    'text-before-edge': ascender,
    'text-top': ascender,
    'text-after-edge': descender,
    'text-bottom': descender,
    ideographic: descender,
  }[style.get('dominant-baseline') ?? 'auto']
  return ((thousandths ?? 0) * size) / 1000
}

/** Where letters hang from, as a share of what reaches above the baseline. */
const HANGING = 0.8

function outlineAt({ face, size, glyphs }: ShapedRun, x: number, y: number): PathCommand[] {
  const scale = size / face.metrics.unitsPerEm
  return glyphs.flatMap(glyph => {
    const across = (value: number) => x + glyph.x + value * scale
    const down = (value: number) => y - glyph.y - value * scale
    return face.outlineOf(glyph.id).map(command => {
      if (command.kind === 'close') return command
      const end = { x: across(command.x), y: down(command.y) }
      if (command.kind !== 'curve') return { kind: command.kind, ...end }
      const { x1, y1, x2, y2 } = command
      return { kind: command.kind, x1: across(x1), y1: down(y1), x2: across(x2), y2: down(y2), ...end }
    })
  })
}
