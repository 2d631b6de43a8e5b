import { contrastOf } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import type { DocumentPage, PlacedLine } from '../nodes/page.js'
import { baselineOf } from '../nodes/page.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'
import { MarkedContent } from '../nodes/structure-element.js'
import type { Word } from '../nodes/word.js'
import { colourPlace } from '../theme/colour-places.js'
import type { Theme } from '../theme/theme.js'

/** What words and shapes must differ from their ground by, and from which size words count as large (WCAG 2.2, 1.4.3 and 1.4.11). */
const LEAST_FOR_WORDS = 4.5
const LEAST_FOR_LARGE = 3
const LARGE = 18
const LARGE_BOLD = 14

/** Where nothing is printed. */
const WHITE = '#ffffff'

/** Reports colours of a theme in which words, or marks of figures, cannot be told from the ground that they stand on in the pages, each pair once. */
export function reportContrast(pages: readonly DocumentPage[], theme: Theme, report: Report): void {
  const seen = new Set<string>()
  const check = (colour: string, ground: string, least: number, what: string) => {
    const key = `${colour} ${ground}`
    if (seen.has(`${key} ${least}`) || seen.has(key)) return
    seen.add(`${key} ${least}`)
    if (contrastOf(colour, ground) >= least) return
    seen.add(key)
    reportPair({ colour, ground, least, what }, theme, report)
  }
  for (const { items } of pages) {
    const grounds: PdfmakeVector[] = []
    /** Without the marks themselves: where lines of two series meet, neither is the ground of the other. */
    const groundsOfMarks: PdfmakeVector[] = []
    for (const { type, item } of items)
      if (type === 'line')
        for (const { word, x, y } of placedWords(item)) {
          const ground = word.background ?? groundOfWord(grounds, word, x, y)
          check(word.colour, ground, leastFor(word), 'words')
        }
      else if (type === 'vector') {
        const colour = item.color ?? item.lineColor
        const isMark = colour !== undefined && item.markedContent !== undefined && isSeries(colour, theme)
        if (isMark) check(colour, groundUnder(groundsOfMarks, item), LEAST_FOR_LARGE, 'marks of figures')
        if (item.color === undefined) continue
        grounds.push(item)
        if (!isMark) groundsOfMarks.push(item)
      }
  }
}

interface ColourPair {
  readonly colour: string
  readonly ground: string
  readonly least: number
  readonly what: string
}

/** Only what a theme can mend is found: the colours of markings are their schemes'. */
function reportPair({ colour, ground, least, what }: ColourPair, theme: Theme, report: Report): void {
  const ratio = contrastOf(colour, ground)
  const [own, under] = [colourPlace(theme, colour), colourPlace(theme, ground)]
  const nearest = own && under && under.distance < own.distance ? under : (own ?? under)
  if (!own || !nearest) return
  const shown = (name: string | undefined, hex: string) =>
    name === undefined ? `\`${hex}\`` : `\`${name}\` (${hex})`
  const shownRatio = (Math.floor(ratio * 100) / 100).toFixed(2)
  const on = under
    ? shown(under.name, ground)
    : ground === WHITE
      ? `white paper (${WHITE})`
      : shown(undefined, ground)
  report(
    'low-contrast',
    nearest.place,
    `${what} in ${shown(own.name, colour)} stand on ${on}: their contrast is ${shownRatio} to 1, and not ${least}`,
    'make one of the two darker or lighter, or give what stands there another colour',
  )
}

const isSeries = (colour: string, { figures, colours }: Theme): boolean =>
  figures.series.some(name => colours[name]?.toLowerCase() === colour.toLowerCase())

const leastFor = ({ fontSize, bold }: Word): number =>
  fontSize >= LARGE || (bold && fontSize >= LARGE_BOLD) ? LEAST_FOR_LARGE : LEAST_FOR_WORDS

/** A mark stands in the place of its words, which are read and not seen. */
const isReadFromMark = ({ markedContent }: Word): boolean =>
  markedContent instanceof MarkedContent && markedContent.element.attributes.actualText !== undefined

/** The words of a line that show something, each with where it begins and the height of the middle of its small letters. */
function* placedWords(placed: PlacedLine) {
  const y = baselineOf(placed)
  for (const [index, word] of placed.line.words.entries())
    if (word.text.trim() !== '' && !isReadFromMark(word))
      yield {
        word,
        x: placed.x + (placed.line.positions[index] ?? 0),
        y: y - word.baselineShift - word.fontSize / 4,
      }
}

/** The colour of what was painted last at a point. */
function groundAt(grounds: readonly PdfmakeVector[], x: number, y: number): string {
  return grounds.findLast(vector => covers(vector, x, y))?.color ?? WHITE
}

/** What a word lies on from its first letter to its last: a rule that it crosses is no ground. */
function groundOfWord(grounds: readonly PdfmakeVector[], { width }: Word, x: number, y: number): string {
  const reaches = (vector: PdfmakeVector) =>
    covers(vector, x + width / 10, y) && covers(vector, x + width * 0.9, y)
  return grounds.findLast(reaches)?.color ?? WHITE
}

/** What a shape lies on: at its middle. */
function groundUnder(
  grounds: readonly PdfmakeVector[],
  { type, x = 0, y = 0, w = 0, h = 0, ...ends }: PdfmakeVector,
): string {
  if (type === 'rect') return groundAt(grounds, x + w / 2, y + h / 2)
  if (type === 'ellipse') return groundAt(grounds, x, y)
  const point = ends.points?.[0] ?? { x: ends.x1 ?? 0, y: ends.y1 ?? 0 }
  return groundAt(grounds, point.x, point.y)
}

/** Of shapes with corners between, only rectangles and ellipses are grounds of words. */
function covers(
  { type, x = 0, y = 0, w = 0, h = 0, r1 = 0, r2 = 0 }: PdfmakeVector,
  atX: number,
  atY: number,
): boolean {
  if (type === 'rect') return atX >= x && atX <= x + w && atY >= y && atY <= y + h
  return type === 'ellipse' && r1 > 0 && r2 > 0 && ((atX - x) / r1) ** 2 + ((atY - y) / r2) ** 2 <= 1
}
