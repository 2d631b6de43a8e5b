import type { BoxSettings, RuleWeight, StyleSheet, TextSettings } from '../../../typeset/index.js'
import type { PageColours } from '../page-colours.js'
import { rem, round } from './css-rule.js'

/** What declarations are made of. */
export interface CssContext {
  readonly sheet: StyleSheet
  readonly colours: PageColours
}

/** Rem: smaller type is not read with ease on any screen. */
const SMALLEST = 0.8125
/** Leading above which lines are those of running text, which want a little more room on a screen than on paper. */
const RUNNING = 1.3
const ON_SCREEN = 1.08

/** How a text is set, in multiples of the common type of the page. */
export function textDeclarations(settings: TextSettings, { colours }: CssContext): string[] {
  const { family, size, leading, bold, italic, colour, caps, tracking } = settings
  return [
    ...(family === undefined ? [] : [`font-family:var(--${family}-family)`]),
    ...(size === undefined ? [] : [`font-size:${rem(Math.max(SMALLEST, size))}`]),
    ...(leading === undefined
      ? []
      : [`line-height:${round(leading < RUNNING ? leading : leading * ON_SCREEN)}`]),
    ...(bold === undefined ? [] : [`font-weight:${bold ? 700 : 400}`]),
    ...(italic === undefined ? [] : [`font-style:${italic ? 'italic' : 'normal'}`]),
    ...(colour === undefined ? [] : [`color:${colours.named(colour)}`]),
    ...(caps === undefined ? [] : [`text-transform:${caps ? 'uppercase' : 'none'}`]),
    ...(tracking === undefined ? [] : [`letter-spacing:${round(tracking)}em`]),
  ]
}

/** The space above and below a block: as on paper, of two blocks the greater counts. */
export const spaceDeclarations = ({
  before,
  after,
}: {
  readonly before?: number | undefined
  readonly after?: number | undefined
}): string => `margin-block:${rem(before ?? 0)} ${rem(after ?? 0)}`

/** A frame: its ground, a bar where its lines begin, and lines over and under it. */
export function boxDeclarations(settings: BoxSettings, context: CssContext): string[] {
  const { fill, bar, bar_weight, over, over_weight, under, under_weight } = settings
  const [x, y] = [settings.padding_x ?? 0, settings.padding_y ?? 0]
  return [
    ...(fill === undefined ? [] : [`background:${context.colours.named(fill)}`]),
    ...(bar === undefined
      ? []
      : [`border-inline-start:${borderValue(bar, bar_weight ?? 'strong', context)}`]),
    ...(over === undefined ? [] : [`border-block-start:${borderValue(over, over_weight, context)}`]),
    ...(under === undefined ? [] : [`border-block-end:${borderValue(under, under_weight, context)}`]),
    ...(x > 0 || y > 0
      ? [`padding-block:${rem(y)}`, `padding-inline:${rem(x)} ${rem(fill === undefined ? 0 : x)}`]
      : []),
  ]
}

/** A line of one of the weights of the theme. */
export const borderValue = (
  colour: string,
  weight: RuleWeight | undefined,
  { sheet, colours }: CssContext,
): string => `${borderWidth(sheet.theme.rules[weight ?? 'hair'])} solid ${colours.named(colour)}`

/** Pixels of CSS in a point; no line is thinner than one pixel. */
const PIXELS = 96 / 72
const borderWidth = (points: number): string => `${Math.max(1, Math.round(points * PIXELS * 2) / 2)}px`
