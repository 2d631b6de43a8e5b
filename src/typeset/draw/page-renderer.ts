import { present } from '../../diagnostics/index.js'
import type { PdfFile } from '../file/pdf-file.js'
import { retyped } from '../lines/measure.js'
import { isRightToLeft, withoutTrailingSpace } from '../lines/visual-order.js'
import type { Line } from '../nodes/line.js'
import { baselineOf, type DocumentPage, type PlacedImage, type PlacedLine } from '../nodes/page.js'
import type { PdfmakeOutlineItem, PdfmakeVector } from '../nodes/pdfmake-classes.js'
import { Renderer } from '../nodes/pdfmake-modules.js'
import {
  BACKGROUND_ARTIFACT,
  LAYOUT_ARTIFACT,
  MarkedContent,
  REPEATED_ARTIFACT,
} from '../nodes/structure-element.js'
import type { Word } from '../nodes/word.js'
import type { DrawnMarks } from '../tags/drawn-marks.js'
import { MarkedContentWriter } from '../tags/marked-content-writer.js'
import { type PageRectangle, vectorBounds } from './page-rectangle.js'
import { type PositionedWord, writeText } from './write-text.js'
import { writeVector } from './write-vector.js'

/** Consecutive words of a line in one style and with one link target: drawn in one operation. */
type WordSequence = PositionedWord[]

/** Pages that are laid out, in the order of printing, and the destinations that their lines have. */
interface PagesToDraw {
  readonly pages: Iterable<DocumentPage>
  readonly pageCount: number
  readonly destinations: ReadonlySet<string>
}

/** Draws pages into a file, each through pdfmake's own renderer; returns what was marked on them. */
export function drawPages(file: PdfFile, { pages, pageCount, destinations }: PagesToDraw): DrawnMarks {
  const renderer = new PageRenderer(file, destinations, new MarkedContentWriter(file, pageCount))
  for (const page of pages) renderer.renderPages([page])
  return renderer.marked.marks()
}

/** Draws what pdfmake's renderer finds on pages: a line with one operation a style, its links, destinations and bookmarks. */
class PageRenderer extends Renderer {
  readonly #openBookmarks: { level: number; item: PdfmakeOutlineItem }[] = []

  constructor(
    private readonly file: PdfFile,
    private readonly destinations: ReadonlySet<string>,
    readonly marked: MarkedContentWriter,
  ) {
    super(file)
    file.on('pageAdded', () => marked.beginPage())
  }

  override renderPages(pages: readonly DocumentPage[]): void {
    for (const page of pages) {
      super.renderPages([page])
      this.marked.endPage()
    }
  }

  override renderVector(vector: PdfmakeVector): void {
    const { markedContent } = vector
    this.marked.begin(markedContent ?? vector.artifact ?? LAYOUT_ARTIFACT)
    writeVector(this.file, vector)
    if (markedContent) this.#extendFigure(markedContent, vectorBounds(vector))
  }

  override renderImage(image: PlacedImage): void {
    const { x, y, _width: width, _height: height, markedContent, repeated } = image
    this.marked.begin(repeated ? REPEATED_ARTIFACT : markedContent)
    if (!repeated) this.#extendFigure(markedContent, { x, y, w: width, h: height })
    super.renderImage(image)
  }

  override renderLine(placed: PlacedLine): void {
    const { line, x, y, anchors, outline, repeated } = placed
    if (outline) this.#bookmark(outline, y)
    for (const name of anchors) this.#destination(name, x, y)
    const baseline = baselineOf(placed)
    for (const sequence of wordSequences(line)) this.#draw(sequence, x, baseline, repeated)
  }

  #bookmark({ title, level }: { title: string; level: number }, y: number): void {
    while ((this.#openBookmarks.at(-1)?.level ?? 0) >= level) this.#openBookmarks.pop()
    const parent = this.#openBookmarks.at(-1)?.item ?? this.file.outline
    const item = parent.addItem(title, { expanded: true })
    const { dictionary, height } = this.file.page
    item.outlineData.Dest = [dictionary, 'XYZ', null, height - y, null]
    this.#openBookmarks.push({ level, item })
  }

  #destination(name: string, x: number, y: number): void {
    this.file.addNamedDestination(name, 'XYZ', x, y, null)
  }

  #draw(words: WordSequence, lineX: number, baseline: number, repeated: boolean): void {
    const word = words[0]?.word
    if (!word) return
    const { left, width } = linkArea(words)
    const x = lineX + left
    const y = baseline - word.baselineShift
    const ascent = (word.font.ascender / 1000) * word.fontSize
    for (const name of repeated ? [] : word.anchors) this.#destination(name, x, y - ascent)
    if (word.background) this.#background(word, word.background, x, y, width)
    this.marked.begin(repeated ? REPEATED_ARTIFACT : word.markedContent)
    writeText(this.file, words, lineX, y)
    if (word.markedContent instanceof MarkedContent && word.markedContent.element.type === 'Figure')
      this.#extendFigure(word.markedContent, { x, y: y - ascent, w: width, h: word.fontSize * LINK_AREA_EMS })
    if (word.underline) this.#underline(word, x, y, width)
    if (!repeated) this.#annotate(word, x, y - ascent, width)
  }

  #extendFigure({ element }: MarkedContent, { x, y, w, h }: PageRectangle): void {
    const { height } = this.file.page
    this.marked.extendBox(element, [x, height - y - h, x + w, height - y])
  }

  #annotate({ markedContent: tag, url, goto, fontSize }: Word, x: number, top: number, width: number): void {
    if (!(tag instanceof MarkedContent)) return
    const height = fontSize * LINK_AREA_EMS
    if (url) this.marked.annotate(tag, options => this.file.link(x, top, width, height, url, options))
    else if (goto && this.destinations.has(goto))
      this.marked.annotate(tag, options => this.file.goTo(x, top, width, height, goto, options))
  }

  #background(word: Word, ground: string, x: number, y: number, width: number): void {
    const [top, h] = [y - word.fontSize * 0.85, word.fontSize * 1.1]
    this.renderVector({
      type: 'rect',
      x,
      y: top,
      w: width,
      h,
      color: ground,
      lineWidth: 0,
      artifact: BACKGROUND_ARTIFACT,
    })
  }

  #underline(word: Word, x: number, y: number, width: number): void {
    const [top, h] = [y + word.fontSize * 0.13, word.fontSize * 0.045]
    this.renderVector({ type: 'rect', x, y: top, w: width, h, color: word.colour, lineWidth: 0 })
  }
}

/** The height of the area of words, for links and figures. */
const LINK_AREA_EMS = 1.25

/** Words of a sequence follow one another in reading order and are adjacent, in either direction. */
function wordSequences({ words, positions }: Line): WordSequence[] {
  const all: WordSequence[] = []
  for (const [index, plain] of words.entries()) {
    const next = withTrailingSpace(plain, present(positions[index], 'position of a word'))
    const { word } = next
    const open = all.at(-1)
    const last = open?.at(-1)
    const continues = last && word.anchors.length === 0 && haveSameStyle(last.word, word)
    if (open && continues && areAdjacent(last, next)) open.push(next)
    else if (word.text !== '' || word.anchors.length > 0) all.push([next])
  }
  return all
}

/** A word before a forced line break gets a space, so that a screen reader separates it from the next. */
function withTrailingSpace(word: Word, x: number): PositionedWord {
  if (!word.lineEnd || word.text.endsWith(' ')) return { word, x }
  const text = `${word.text} `
  const spaced = retyped(word, text)
  const trailingCut = spaced.width - word.width
  return {
    word: word.with({ ...spaced, trailingCut }),
    x: isRightToLeft(word) ? x - trailingCut : x,
  }
}

const areAdjacent = (last: PositionedWord, next: PositionedWord): boolean =>
  Math.abs(last.x + last.word.width - next.x) < 0.01 || Math.abs(next.x + next.word.width - last.x) < 0.01

const SEQUENCE_KEYS = [
  'font',
  'fontSize',
  'colour',
  'letterSpacing',
  'baselineShift',
  'background',
  'underline',
  'url',
  'goto',
  'markedContent',
] as const
const haveSameStyle = (one: Word, other: Word): boolean =>
  one.run === other.run || SEQUENCE_KEYS.every(key => one[key] === other[key])

/** A link or a background ends with its last word, not with the space after it, on whichever side that is. */
function linkArea(words: WordSequence): { left: number; width: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [index, { word, x }] of words.entries()) {
    const span = index === words.length - 1 ? withoutTrailingSpace(word, x) : { x, width: word.width }
    left = Math.min(left, span.x)
    right = Math.max(right, span.x + span.width)
  }
  return { left, width: right - left }
}
