import { type Fonts, faceFor, type TextStyle } from '../../typeset/index.js'

/** Points that a text takes in one line, in a font that the theme has for it. */
export function widthOfText(text: string, style: TextStyle, fonts: Fonts): number {
  const face = faceFor(fonts, style)
  if (!face || text === '') return 0
  const shaped = face.shape(text, {
    lang: 'und',
    rightToLeft: false,
    noLigatures: false,
    inCapitals: style.caps,
  })
  return (shaped.width / 1000) * style.size + style.letterSpacing * text.length
}

/** Points of the widest word of a text. */
export const widestWord = (text: string, style: TextStyle, fonts: Fonts): number =>
  text
    .split(/[ \t\n\u00AD\u200B]+/)
    .reduce((widest, word) => Math.max(widest, widthOfText(word, style, fonts)), 0)
