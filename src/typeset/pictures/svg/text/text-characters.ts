import { SvgFault, type XmlElement } from '../parse-xml.js'
import { fontSizeOf, type SvgRules, type SvgStyle, styleOf } from '../style.js'
import { textLength } from './font-properties.js'

/** A character of a text, with where it is put. */
export interface TextCharacter {
  readonly character: string
  readonly style: SvgStyle
  readonly line: number
  /** A place of its own, at which a new stretch of text begins. */
  x?: number
  y?: number
  /** By how much it is moved, and all that follows. */
  dx: number
  dy: number
}

/** The characters of `<text>` with those of its parts, white space as browsers show it; throws an `SvgFault` for other content. */
export function textCharacters(text: XmlElement, style: SvgStyle, rules: SvgRules): TextCharacter[] {
  const characters: TextCharacter[] = []
  const placed: {
    readonly element: XmlElement
    readonly style: SvgStyle
    readonly from: number
    to: number
  }[] = []
  const collect = (element: XmlElement, own: SvgStyle): void => {
    rejectUndrawn(element, own)
    const entry = { element, style: own, from: characters.length, to: 0 }
    placed.push(entry)
    for (const piece of element.content)
      if (typeof piece === 'string')
        for (const character of shownText(piece, own))
          characters.push({ character, style: own, line: element.line, dx: 0, dy: 0 })
      else if (piece.name === 'tspan' || piece.name === 'a') {
        const inner = styleOf(piece, own, rules)
        if (inner.get('display') !== 'none') collect(piece, withOpacity(inner))
      } else if (!SILENT.has(piece.name) && !piece.name.includes(':'))
        throw new SvgFault(`with \`<${piece.name}>\` in its text, which is not drawn`, piece.line, AS_PATHS)
    entry.to = characters.length
  }
  collect(text, style)
  const kept = new Set(withoutNeedlessSpaces(characters))
  // Parts come after what holds them, and say more.
  for (const { element, style: own, from, to } of placed)
    placeCharacters(
      characters.slice(from, to).filter(each => kept.has(each)),
      element,
      own,
    )
  return characters.filter(each => kept.has(each))
}

const SILENT: ReadonlySet<string> = new Set(['title', 'desc', 'metadata'])
const AS_PATHS = 'convert its text to paths in the program that made it'

/** Of a part of a text, whose own opacity is that of its characters. */
function withOpacity(style: SvgStyle): SvgStyle {
  const opacity = style.get('opacity')
  if (opacity === undefined) return style
  const share = (property: string) => String(Number(style.get(property) ?? 1) * Number(opacity))
  return new Map([
    ...style,
    ['fill-opacity', share('fill-opacity')],
    ['stroke-opacity', share('stroke-opacity')],
  ])
}

/** Properties of text that change how it looks and are not drawn, with the values that say nothing. */
const UNDRAWN: readonly (readonly [property: string, plain: RegExp])[] = [
  ['text-decoration', /^none\b/],
  ['baseline-shift', /^(?:baseline|0(?:\.0*)?(?:[a-z]+|%)?)$/],
  ['alignment-baseline', /^(?:auto|baseline|alphabetic)$/],
  ['writing-mode', /^(?:lr|lr-tb|horizontal-tb)$/],
  ['font-variant', /^(?:normal|none)$/],
  ['text-transform', /^(?:none|uppercase|lowercase)$/],
]

function rejectUndrawn({ name, attributes, line }: XmlElement, style: SvgStyle): void {
  for (const [property, plain] of UNDRAWN) {
    const value = style.get(property)
    if (value !== undefined && !plain.test(value.trim()))
      throw new SvgFault(
        `with text whose \`${property}\` is \`${value.slice(0, 30)}\`, which is not drawn`,
        line,
        AS_PATHS,
      )
  }
  for (const attribute of ['textLength', 'rotate'])
    if (attributes.has(attribute))
      throw new SvgFault(`with \`${attribute}\` on \`<${name}>\`, which is not drawn`, line, AS_PATHS)
}

function shownText(text: string, style: SvgStyle): string {
  const spaced = keepsSpaces(style) ? text.replace(/\s/g, ' ') : text.replace(/\s+/g, ' ')
  const transform = style.get('text-transform')
  if (transform === 'uppercase') return spaced.toUpperCase()
  return transform === 'lowercase' ? spaced.toLowerCase() : spaced
}

const keepsSpaces = (style: SvgStyle) =>
  style.get('xml:space') === 'preserve' || /^(?:pre|break-spaces)/.test(style.get('white-space') ?? '')

/** Of spaces in a row the first alone, and none at the ends (SVG 1.1, 10.15). */
function withoutNeedlessSpaces(characters: readonly TextCharacter[]): TextCharacter[] {
  const kept: TextCharacter[] = []
  const isLoose = (each: TextCharacter | undefined) => each?.character === ' ' && !keepsSpaces(each.style)
  for (const each of characters)
    if (!isLoose(each) || (kept.length > 0 && kept.at(-1)?.character !== ' ')) kept.push(each)
  while (isLoose(kept.at(-1))) kept.pop()
  return kept
}

function placeCharacters(
  characters: readonly TextCharacter[],
  { attributes, line }: XmlElement,
  style: SvgStyle,
): void {
  const size = fontSizeOf(style)
  for (const name of ['x', 'y', 'dx', 'dy'] as const) {
    const written = attributes.get(name)?.trim()
    if (!written) continue
    const lengths = written.split(/[\s,]+/).map(each => textLength(each, size, line) ?? 0)
    for (const [index, length] of lengths.entries()) {
      const character = characters[index]
      if (character) character[name] = length
    }
  }
}
