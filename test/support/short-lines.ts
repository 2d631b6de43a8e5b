import { present } from '../../src/diagnostics/index.js'
import { faceFor } from '../../src/typeset/fonts/open-fonts.js'
import type { Fonts, LineData, PagesData } from '../../src/typeset/index.js'

/** Share of its room by which a line is too short while there is room for more. */
const WIDEST_HOLE = 0.3

/**
 * The lines of running text that end more than three tenths short of what they have room for, although the word after them
 * would fit. Headings and terms are set in even lines, and a masthead or an attribution may end its line with an item.
 */
export function shortLines({ pages, blocks }: PagesData, fonts: Fonts, lang: string): string[] {
  const kinds = new Map(blocks.map(({ path, kind }) => [path, kind]))
  const isRunning = ({ block }: LineData) =>
    block !== null &&
    ['paragraph', 'sources', 'contents'].includes(kinds.get(block) ?? '') &&
    kinds.get(block.replace(/\.\d+$/, '')) !== 'masthead'
  return pages.flatMap(({ page, lines }) =>
    lines.flatMap((line, index) => {
      const next = lines.slice(index + 1).find(({ block }) => block === line.block)
      const { room, width, last, text } = line
      if (last || room === null || !next || !isRunning(line) || width >= room * (1 - WIDEST_HOLE)) return []
      const [word = ''] = WORD.exec(next.text) ?? []
      const space = /[-\u2010]$/.test(text) ? '' : ' '
      return width + widthOf(space + word, next, fonts, lang) <= room ? [`${page}: ${text} | ${word}`] : []
    }),
  )
}

/** A word with the citations after it, which no line parts from it or one from another. */
const WORD = /^[^ ]+(?:(?<=\d[;,]) \d[^ ]*)*/

/** Points. */
function widthOf(text: string, { font, size }: LineData, fonts: Fonts, lang: string): number {
  const [, family = '', bold, italic] = /^(.*?)( bold)?( italic)?$/.exec(font) ?? []
  const face = faceFor(fonts, { family, bold: bold !== undefined, italics: italic !== undefined })
  const { width } = present(face, font).shape(text, { lang, rightToLeft: false, noLigatures: false })
  return (width / 1000) * size
}
