import { present } from '../../diagnostics/index.js'
import { type Inline, textOfInlines } from '../../markup/index.js'

/**
 * Variation selectors and controls: they choose how others print, and print nothing. Overrides of direction are among
 * them, so that words are displayed in the order in which they were verified and are read.
 */
const WITHOUT_PRINT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u180E\u202D\u202E]|\p{Variation_Selector}/gu
/**
 * Joiners have no effect except after letters without case, such as those of Persian, whose shape they select, and between
 * emoji.
 */
const IDLE_JOINERS = /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gu
const LINE_WHITE_SPACE = /[\t\n\r\u2028\u2029]/g
const NO_BREAK_SPACES = /[\u2007\u202F]/g
const SPACES = /[\u2000-\u2006\u2008-\u200A\u205F\u3000]/g
/**
 * Soft hyphen, zero-width space, joiners, word joiner and marks of direction: layout and shaping act on them, no font
 * is asked for them.
 */
const CONTROLS = /[\u00AD\u061C\u200B-\u200F\u202A-\u202C\u2060\u2066-\u2069]/g

/** What is printed for characters of a text, given which characters a font has. */
export function printableText(text: string, has: (text: string) => boolean): string {
  return text
    .replace(IDLE_JOINERS, '')
    .replace(WITHOUT_PRINT, '')
    .replace(LINE_WHITE_SPACE, ' ')
    .replace(/\uFEFF/g, '\u2060')
    .replace(/\u2011/g, '\u2060-\u2060')
    .replace(NO_BREAK_SPACES, space => (has(space) ? space : '\u00A0'))
    .replace(SPACES, space => (has(space) ? space : ' '))
    .normalize('NFC')
}

/** The characters that need a glyph: all but those that only control line breaks, joining and direction. */
export const withoutFormatControls = (text: string): string => text.replace(CONTROLS, '')

/** Whether letters hang together in writing, so that no space may be set between them. */
export const isCursive = (text: string): boolean =>
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Mongolian}]/u.test(
    text,
  )

const ADDRESS = /[^\s\u200B]{16,}/g
const AFTER_MARK = /([/._?&=#:,;@%+~-])(?=[\p{L}\p{N}])/gu

/** Lets a long web address break after its marks, where it would otherwise be wider than its column. */
export function withAddressBreaks(text: string): string {
  return text.replace(ADDRESS, word => (/[/._@?&=]/.test(word) ? word.replace(AFTER_MARK, '$1\u200B') : word))
}

const SCRIPTS = [
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Bengali',
  'Thai',
  'Armenian',
  'Georgian',
  'Ethiopic',
  'Greek',
  'Cyrillic',
  'Latin',
] as const

/** The name of the script that a letter or a mark is of, where it is one that texts are likely to be in. */
export const scriptOfCharacter = (character: string): string | undefined =>
  SCRIPTS.find(name => new RegExp(`\\p{Script=${name}}`, 'u').test(character))

/** Whether a word is of the alphabets that the families of a theme are chosen for. */
export const isLatinGreekOrCyrillic = (word: string): boolean =>
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(word)

/** Languages whose punctuation is set as wide as a character. */
export const isSetInChinese = (lang: string): boolean => /^(?:zh|ja|yue|wuu|lzh)\b/i.test(lang)

/** Whether a mark is one that Chinese and Japanese texts share with others, but set as wide as a character. */
export const isChinesePunctuation = (lang: string, mark: string): boolean =>
  isSetInChinese(lang) && /^[\u2018\u2019\u201C\u201D\u2014\u2026\u00B7]$/.test(mark)

/** The code point of a character as the Unicode Standard writes it. */
export const codePointName = (character: string): string =>
  `U+${present(character.codePointAt(0), 'character').toString(16).toUpperCase().padStart(4, '0')}`

/** Names a character as far as the language runtime knows it: `U+1F600, an emoji`. */
export function describeCharacter(character: string): string {
  const point = codePointName(character)
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)) return `${point}, an emoji`
  if (/\p{M}/u.test(character)) return `${point}, a combining mark`
  const script = scriptOfCharacter(character)
  if (script) return `${point}, of the ${script} script`
  return /\p{L}/u.test(character) ? `${point}, a letter` : `${point}, a symbol`
}

/** The words of inlines without their styles, as bookmarks and the descriptions of links show them. */
export function unformattedText(inlines: readonly Inline[]): string {
  return textOfInlines(inlines)
    .replace(/[\u00AD\u200B\u200E\u200F\u2060]/g, '')
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim()
}
