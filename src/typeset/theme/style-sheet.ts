import type { BorderLine } from '../nodes/layout-nodes.js'
import type { RuleWeight, TextSettings } from './style-settings.js'
import type { StyleName, Theme } from './theme.js'
import { smallestType } from './theme-bounds.js'
import { familiesOfTheme } from './theme-families.js'

/** The style of text at an audience's type size. Lengths are points. */
export interface TextStyle {
  readonly family: string
  readonly size: number
  readonly leading: number
  readonly bold: boolean
  readonly italics: boolean
  readonly colour: string
  readonly caps: boolean
  readonly letterSpacing: number
  /** Digits are all of one width. */
  readonly tabular?: boolean
}

/** The colours that figures are drawn in beside those of their series and shades. */
export const FIGURE_COLOURS = ['text', 'muted', 'accent', 'line', 'tint', 'paper', 'warning'] as const

/** A theme at one type size (points): all the lengths and colours that a document is composed with. */
export class StyleSheet {
  constructor(
    readonly theme: Theme,
    readonly typeSize: number,
  ) {}

  /** Families in the order in which a character is looked for, after that of its style. */
  get families(): readonly string[] {
    return familiesOfTheme(this.theme)
  }

  get baseTextStyle(): TextStyle {
    const plain: TextStyle = {
      family: this.theme.families.body,
      size: this.typeSize,
      leading: this.typeSize * 1.3,
      bold: false,
      italics: false,
      colour: '#000000',
      caps: false,
      letterSpacing: 0,
    }
    return this.textStyle(this.theme.styles.p, plain)
  }

  style<Name extends StyleName>(name: Name): Theme['styles'][Name] {
    return this.theme.styles[name]
  }

  /** The style of an element, with that of its class over it. */
  withClass<Name extends StyleName>(element: Name, style: string | undefined): Theme['styles'][Name] {
    const styles: Record<string, object> = this.theme.styles
    return { ...this.theme.styles[element], ...(style ? styles[`${element}.${style}`] : undefined) }
  }

  /** The settings of a class alone, which change the style around it. */
  classStyle(element: StyleName, style: string | undefined): TextSettings {
    const styles: Record<string, object> = this.theme.styles
    return style ? (styles[`${element}.${style}`] ?? {}) : {}
  }

  textStyle(settings: TextSettings, base: TextStyle): TextStyle {
    const size =
      settings.size === undefined
        ? base.size
        : Math.max(smallestType(this.theme), settings.size * this.typeSize)
    return {
      family: settings.family ? this.theme.families[settings.family] : base.family,
      size,
      leading: size * (settings.leading ?? base.leading / base.size),
      bold: settings.bold ?? base.bold,
      italics: settings.italic ?? base.italics,
      colour: settings.colour ? this.colour(settings.colour) : base.colour,
      caps: settings.caps ?? base.caps,
      letterSpacing:
        settings.tracking === undefined ? (base.letterSpacing / base.size) * size : settings.tracking * size,
      ...(base.tabular ? { tabular: true } : {}),
    }
  }

  /** In italics, and within these upright, unless the theme has another way. */
  emphasised(base: TextStyle): TextStyle {
    const settings = this.theme.styles.em
    return { ...this.textStyle(settings, base), italics: settings.italic ?? !base.italics }
  }

  /** Black where a figure asks for a colour that the theme does not have; styles name none but those it has. */
  colour(name: string): string {
    return this.theme.colours[name] ?? '#000000'
  }

  borderLine(colour: string | undefined, weight: RuleWeight | undefined): BorderLine | undefined {
    return colour ? { colour: this.colour(colour), width: this.theme.rules[weight ?? 'hair'] } : undefined
  }

  /** Vertical space in points at a spacing of 1: fitting may tighten it. */
  verticalSpace(multiple: number | undefined): number {
    return (multiple ?? 0) * this.typeSize
  }

  /** Other lengths in proportion to the type. */
  ems(multiple: number | undefined): number {
    return (multiple ?? 0) * this.typeSize
  }
}
