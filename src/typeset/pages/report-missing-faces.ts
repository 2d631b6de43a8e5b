import type { Report } from '../../diagnostics/index.js'
import { type FaceStyle, type Fonts, missingFace } from '../fonts/open-fonts.js'
import type { DocumentPage } from '../nodes/page.js'

const FACE_NAMES: Readonly<Record<FaceStyle, string>> = {
  normal: 'regular',
  italics: 'italic',
  bold: 'bold',
  bolditalics: 'bold italic',
}

/** Reports words of the pages that stand in another face than the one meant, as their family does not have that, each face once. */
export function reportMissingFaces(pages: readonly DocumentPage[], fonts: Fonts, report: Report): void {
  const seen = new Set<string>()
  for (const { items } of pages)
    for (const { type, item } of items) {
      if (type !== 'line') continue
      for (const word of item.line.words) {
        const key = `${word.family} ${word.bold} ${word.italics}`
        if (seen.has(key) || word.text.trim() === '') continue
        seen.add(key)
        const missing = missingFace(fonts, word)
        if (!missing) continue
        const { style, instead, place } = missing
        report(
          'font-face-missing',
          place(),
          `\`${word.family}\` has no ${FACE_NAMES[style]} face: \`${word.text.trim()}\` and what else asks for it stand in the ${FACE_NAMES[instead]} one`,
          `add \`${style}\` to the family, or have the theme ask for another`,
        )
      }
    }
}
