import { type DocumentStyle, FACE_STYLES, faceFor, webFont } from '../../../typeset/index.js'
import { quotedFamily } from '../../pictures/index.js'
import { cssRule } from './css-rule.js'

/** Spaces and marks that a browser makes of others, and digits and dots of its own. */
const ALWAYS = ' \u00A00123456789.,…-‐–“”‘’'

/**
 * The fonts of a theme with the characters of a page. Where a family lacks characters that others of the theme have, these are
 * there for those alone.
 */
export function embeddedFonts(
  text: string,
  { theme, fonts }: Pick<DocumentStyle, 'theme' | 'fonts'>,
): string {
  const { body, heading, fallback } = theme.families
  const own = [...new Set([body, heading])]
  const shown = `${text}${text.toLocaleUpperCase()}${ALWAYS}`
  const face = (family: string, style: (typeof FACE_STYLES)[number]) =>
    faceFor(fonts, { family, bold: style.startsWith('bold'), italics: style.endsWith('italics') })
  const isMissing = (character: string) =>
    own.some(family => face(family, 'normal')?.has(character) === false)
  const missing = [...new Set(shown)].filter(isMissing).join('')
  const rules = [...own, ...fallback.filter(family => !own.includes(family))].flatMap(family => {
    const wanted = own.includes(family) ? shown : missing
    const seen = new Set<unknown>()
    return FACE_STYLES.flatMap(style => {
      const found = face(family, style)
      if (!found || seen.has(found)) return []
      seen.add(found)
      const font = webFont(found, wanted)
      if (!font) return []
      const data = Buffer.from(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength)
      return [
        cssRule(
          '@font-face',
          `font-family:${quotedFamily(family)}`,
          `font-weight:${style.startsWith('bold') ? 700 : 400}`,
          `font-style:${style.endsWith('italics') ? 'italic' : 'normal'}`,
          `src:url(data:${font.type};base64,${data.toString('base64')})`,
        ),
      ]
    })
  })
  return rules.join('')
}
