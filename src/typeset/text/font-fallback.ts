import { graphemesOf, type Place, type Report } from '../../diagnostics/index.js'
import { type Fonts, faceFor } from '../fonts/open-fonts.js'
import type { TextStyle } from '../theme/style-sheet.js'
import { SIGN_FAMILIES } from '../theme/theme-families.js'
import {
  isChinesePunctuation,
  isLatinGreekOrCyrillic,
  isSetInChinese,
  printableText,
  withoutFormatControls,
} from './characters.js'
import { type MissingCharacter, MissingGlyphReporter } from './missing-glyphs.js'

/** A part of a text, with the family that has all its characters. */
export interface FamilyText {
  readonly text: string
  readonly family: string
}

/** Text of which nothing is replaced when it is printed, and whose family hangs on nothing around it; that of most briefs. */
const PLAIN = /^[\x20-\x7EÀ-ſ‘’“”–—…]*$/
/**
 * A word is set in one family if one has all its letters; text between words is set character by character, each with its
 * marks.
 */
const WORDS = /(\p{L}[\p{L}\p{M}\u00AD\u200C\u200D]*)|\P{L}+/gu
/** A sign, which may be taken from a family that the theme does not name. */
const SIGN = /^\P{L}+$/u
const SKIN_TONES = /\p{Emoji_Modifier}/gu
/** What is set in the family of the word before it, if that word is neither Latin nor Greek nor Cyrillic. */
const FOLLOWING = /^[\s.,:;!?%]$/
/** Asks for the emoji where a character may be one or a sign of text. */
const EMOJI_STYLE = '\uFE0F'
/** A character that a family has if it is one of emoji. */
const AN_EMOJI = '\u{1F600}'
const IDEOGRAPHIC_SPACE = '\u3000'
/** A character that a family has if it is one for Chinese, Japanese or Korean text. */
const IDEOGRAPH = '\u4E00'

interface StyleInLanguage extends TextStyle {
  readonly lang: string
}

/** Finds a font for every character of a document, and reports those that have none. */
export class FontFallback {
  readonly #missing: MissingGlyphReporter

  constructor(
    private readonly fonts: Fonts,
    private readonly families: readonly string[],
    report: Report,
  ) {
    this.#missing = new MissingGlyphReporter(report)
  }

  /** Splits a text by the families that print it, words whole where they can be. Characters that none has are reported and left out. */
  split(text: string, style: TextStyle, lang: string, place: Place): FamilyText[] {
    const textStyle = { ...style, lang }
    const isPlain = PLAIN.test(text) && !isSetInChinese(lang)
    if (isPlain && this.#has(textStyle.family, textStyle, text)) return [{ text, family: textStyle.family }]
    const parts: { text: string; family: string }[] = []
    const missing: MissingCharacter[] = []
    let foreign: string | undefined
    const add = (found: FamilyText) => {
      const last = parts.at(-1)
      if (last?.family === found.family) last.text += found.text
      else if (found.text !== '') parts.push({ ...found })
    }
    for (const { 0: chunk, 1: word, index } of text.matchAll(WORDS)) {
      const whole = word && this.#find(word, this.#families(word, textStyle, undefined), parts, textStyle)
      if (whole) add(whole)
      else
        for (const { segment, index: within } of graphemesOf(chunk)) {
          const families = this.#families(segment, textStyle, foreign)
          const found = this.#find(segment, families, parts, textStyle)
          const apart = found ? [found] : this.#apart(segment, families, parts, textStyle)
          for (const familyText of apart ?? []) add(familyText)
          if (found) this.#reportSkinTones(found, textStyle, { text, index: index + within, place })
          if (!FOLLOWING.test(segment)) foreign = undefined
          if (!apart) missing.push(...this.#withoutGlyph(segment, index + within, textStyle))
        }
      if (word) foreign = isLatinGreekOrCyrillic(word) ? undefined : parts.at(-1)?.family
    }
    if (missing.length > 0) this.#missing.add(missing, text, place)
    return parts
  }

  /** The families in the order in which they are tried for a part of a text. */
  #families(part: string, textStyle: StyleInLanguage, foreign: string | undefined): readonly string[] {
    const all = this.#allFamilies(part, textStyle)
    if (part.includes(EMOJI_STYLE))
      return [...all.filter(family => this.#has(family, textStyle, AN_EMOJI)), ...all]
    if (foreign && FOLLOWING.test(part)) return [foreign, ...all]
    if (part === IDEOGRAPHIC_SPACE)
      return [...all.filter(family => this.#has(family, textStyle, part)), ...all]
    if (isChinesePunctuation(textStyle.lang, part))
      return [...all.filter(family => this.#has(family, textStyle, IDEOGRAPH)), ...all]
    return all
  }

  #allFamilies(part: string, { family }: StyleInLanguage): readonly string[] {
    return [...new Set([family, ...this.families, ...(SIGN.test(part) ? SIGN_FAMILIES : [])])]
  }

  #find(
    part: string,
    families: readonly string[],
    before: readonly FamilyText[],
    textStyle: StyleInLanguage,
  ): FamilyText | undefined {
    for (const family of families) {
      const text = printableText(part, character => this.#has(family, textStyle, character))
      if (withoutFormatControls(text) === '')
        return { text, family: before.at(-1)?.family ?? textStyle.family }
      if (this.#has(family, textStyle, withoutFormatControls(text))) return { text, family }
    }
    return undefined
  }

  /** A letter and its marks, each in a family that has it, if no family has all of them. */
  #apart(
    cluster: string,
    families: readonly string[],
    before: readonly FamilyText[],
    textStyle: StyleInLanguage,
  ): FamilyText[] | undefined {
    const found = [...cluster].map(character => this.#find(character, families, before, textStyle))
    return found.every(familyText => familyText !== undefined) ? found : undefined
  }

  #withoutGlyph(cluster: string, index: number, textStyle: StyleInLanguage): MissingCharacter[] {
    return [...cluster]
      .filter(character => !this.#find(character, this.#allFamilies(cluster, textStyle), [], textStyle))
      .map(character => ({ character, index, colourFamily: this.#colourFamily(character, textStyle) }))
  }

  /** A family that has a character in colours only. */
  #colourFamily(character: string, textStyle: StyleInLanguage): string | undefined {
    return this.#allFamilies(character, textStyle).find(family =>
      faceFor(this.fonts, { ...textStyle, family })?.hasOnlyInColour(character),
    )
  }

  /** A font of black glyphs draws an emoji with a skin tone like the one without. */
  #reportSkinTones(
    { text: emoji, family }: FamilyText,
    textStyle: StyleInLanguage,
    { text, index, place }: { readonly text: string; readonly index: number; readonly place: Place },
  ): void {
    const [tone] = emoji.match(SKIN_TONES) ?? []
    const face = faceFor(this.fonts, { ...textStyle, family })
    if (!tone || !face) return
    const glyphsOf = (sequence: string) =>
      face
        .shape(sequence, { lang: 'und', rightToLeft: false, noLigatures: false })
        .glyphs.map(({ id }) => id)
        .join()
    if (emoji !== tone && glyphsOf(emoji) === glyphsOf(emoji.replace(SKIN_TONES, '')))
      this.#missing.addSkinTone({ character: emoji, index }, text, place)
  }

  #has(family: string, textStyle: StyleInLanguage, text: string): boolean {
    const shown = textStyle.caps ? text.toLocaleUpperCase(textStyle.lang) : text
    return faceFor(this.fonts, { ...textStyle, family })?.has(shown) ?? false
  }
}
