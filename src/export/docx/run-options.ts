import type { IRunOptions } from 'docx'
import { faceFor, type TextStyle } from '../../typeset/index.js'
import type { CharacterKind } from './style-kinds.js'
import type { WordContext } from './word-context.js'
import { inCharacterStyle } from './word-styles.js'
import { halfPoints, twips, wordColour } from './word-units.js'

/** How a run is to look, and in which styles it stands. */
export interface RunContext {
  /** As the pages show it. */
  readonly text: TextStyle
  /** As the style of its paragraph shows it. */
  readonly base: TextStyle
  readonly kind: CharacterKind | undefined
  readonly raised: boolean
  readonly underline: boolean
  readonly fill: string | undefined
  readonly lang: string
  /** Within a link: Word has no link in another. */
  readonly inLink: boolean
  readonly word: WordContext
}

/** The style of a run, and what it has besides. */
export function runOptions(
  around: RunContext,
  text: string,
  isRightToLeft: boolean,
): Omit<IRunOptions, 'children'> {
  const { word, kind, text: wanted, base } = around
  const shown = kind ? inCharacterStyle(kind, base, word) : base
  const [own, raised] = [kind?.underline ?? false, kind?.raisedFrom !== undefined]
  const font = isRightToLeft ? familyFor(text, wanted, word) : wanted.family
  return {
    ...(kind && { style: word.styles.character(kind) }),
    ...(shown.bold !== wanted.bold && { bold: wanted.bold, boldComplexScript: wanted.bold }),
    ...(shown.italics !== wanted.italics && {
      italics: wanted.italics,
      italicsComplexScript: wanted.italics,
    }),
    ...(shown.caps !== wanted.caps && { allCaps: wanted.caps }),
    ...(shown.colour !== wanted.colour && { color: wordColour(wanted.colour) }),
    ...(halfPoints(shown.size) !== halfPoints(wanted.size) && {
      size: halfPoints(wanted.size),
      sizeComplexScript: halfPoints(wanted.size),
    }),
    ...(twips(shown.letterSpacing) !== twips(wanted.letterSpacing) && {
      characterSpacing: twips(wanted.letterSpacing),
    }),
    ...(shown.family !== font && { font }),
    ...(own !== around.underline && { underline: { type: around.underline ? 'single' : 'none' } as const }),
    ...(around.raised !== raised && { superScript: around.raised }),
    ...(around.fill !== undefined &&
      around.fill !== kind?.fill && {
        shading: { type: 'clear', color: 'auto', fill: wordColour(around.fill) } as const,
      }),
    ...(isRightToLeft && { rightToLeft: true }),
    ...languageOf(around),
  }
}

const languageOf = ({ lang, word }: RunContext): Pick<IRunOptions, 'language'> =>
  lang === word.documentLang ? {} : { language: { value: lang, bidirectional: lang, eastAsia: lang } }

/** The first family of the theme that has all letters of a text. */
function familyFor(
  text: string,
  { family, bold, italics }: TextStyle,
  { sheet, style }: WordContext,
): string {
  const letters = text.replace(/[^\p{L}\p{M}]/gu, '')
  return (
    [family, ...sheet.families].find(each =>
      faceFor(style.fonts, { family: each, bold, italics })?.has(letters),
    ) ?? family
  )
}
