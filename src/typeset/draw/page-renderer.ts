import { present } from '../../diagnostics/index.js'
import type { PdfFile } from '../file/pdf-file.js'
import { textWidth } from '../lines/measure.js'
import { baselineOfLine, type TypesetLine, wordsOfLine } from '../lines/typeset-line.js'
import { isRightToLeft, withoutTrailingSpace } from '../lines/visual-order.js'
import type {
  PdfmakeOutlineItem,
  PdfmakePage,
  PdfmakePlacedImage,
  PdfmakeVector,
} from '../nodes/pdfmake-classes.js'
import { Renderer } from '../nodes/pdfmake-modules.js'
import {
  BACKGROUND_ARTIFACT,
  LAYOUT_ARTIFACT,
  MarkedContent,
  REPEATED_ARTIFACT,
} from '../nodes/structure-element.js'
import type { Word } from '../nodes/word.js'
import { MarkedContentWriter } from '../tags/marked-content-writer.js'
import { type PageRectangle, vectorBounds } from './page-rectangle.js'
import { writeText } from './write-text.js'
import { writeVector } from './write-vector.js'

/** Consecutive words of a line in one style and with one link target: drawn in one operation. */
type WordSequence = Word[]

/** Draws pages: each line with one operation a style, and its links, destinations and bookmarks. */
export class PageRenderer extends Renderer {
  readonly markedPages: MarkedContentWriter
  readonly #openBookmarks: { level: number; item: PdfmakeOutlineItem }[] = []
  /** Words of the lines drawn so far. A table's head is repeated on each page in copied lines that share their words. */
  readonly #drawn = new WeakSet<readonly Word[]>()

  constructor(
    private readonly file: PdfFile,
    private readonly destinations: ReadonlySet<string>,
    pageCount: number,
  ) {
    super(file)
    this.markedPages = new MarkedContentWriter(file, pageCount)
  }

  override renderPages(pages: readonly PdfmakePage[]): void {
    for (const { pageSize, items } of pages) {
      this.file.addPage({ size: [pageSize.width, pageSize.height] })
      this.markedPages.beginPage()
      for (const { type, item } of items) {
        if (type === 'vector') this.renderVector(item)
        else if (type === 'image') this.renderImage(item)
        else
          this.renderLine(item, present(item.x, 'position of a line'), present(item.y, 'position of a line'))
      }
      this.markedPages.endPage()
      // Frees the memory of what is drawn: the lines of a thousand pages take hundreds of megabytes.
      items.length = 0
    }
  }

  override renderVector(vector: PdfmakeVector): void {
    const { markedContent } = vector
    this.markedPages.begin(markedContent ?? vector.artifact ?? LAYOUT_ARTIFACT)
    writeVector(this.file, vector)
    if (markedContent) this.#extendFigure(markedContent, vectorBounds(vector))
  }

  override renderImage(image: PdfmakePlacedImage): void {
    const { x, y, _width: width, _height: height, markedContent } = image
    const bottom = this.file.page.height - y - height
    this.markedPages.begin(markedContent.element.box ? REPEATED_ARTIFACT : markedContent)
    markedContent.element.box ??= [x, bottom, x + width, bottom + height]
    super.renderImage(image)
  }

  override renderLine(line: TypesetLine, x: number, y: number): void {
    const words = wordsOfLine(line)
    const repeated = this.#drawn.has(words)
    this.#drawn.add(words)
    if (line.outline) this.#bookmark(line.outline, y)
    for (const name of line.anchors ?? []) this.#destination(name, x, y)
    const baseline = baselineOfLine(line)
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
    const [word] = words
    if (!word) return
    const { left, width } = linkArea(words)
    const x = lineX + left
    const y = baseline - word.baselineShift
    const ascent = (word.font.ascender / 1000) * word.fontSize
    for (const name of repeated ? [] : word.anchors) this.#destination(name, x, y - ascent)
    if (word.background) this.#background(word, word.background, x, y, width)
    this.markedPages.begin(repeated ? REPEATED_ARTIFACT : word.markedContent)
    writeText(this.file, words, lineX, y)
    if (word.markedContent instanceof MarkedContent && word.markedContent.element.type === 'Figure')
      this.#extendFigure(word.markedContent, { x, y: y - ascent, w: width, h: word.fontSize * LINK_AREA_EMS })
    if (word.underline) this.#underline(word, x, y, width)
    if (!repeated) this.#annotate(word, x, y - ascent, width)
  }

  /** The bounding box of a figure surrounds all that is drawn in it (ISO 32000-1, table 344). */
  #extendFigure({ element }: MarkedContent, { x, y, w, h }: PageRectangle): void {
    const { height } = this.file.page
    const [left, bottom, right, top] = element.box ?? [x, height - y - h, x + w, height - y]
    element.box = [
      Math.min(left, x),
      Math.min(bottom, height - y - h),
      Math.max(right, x + w),
      Math.max(top, height - y),
    ]
  }

  #annotate({ markedContent: tag, url, goto, fontSize }: Word, x: number, top: number, width: number): void {
    if (!(tag instanceof MarkedContent)) return
    const height = fontSize * LINK_AREA_EMS
    if (url) this.markedPages.annotate(tag, options => this.file.link(x, top, width, height, url, options))
    else if (goto && this.destinations.has(goto))
      this.markedPages.annotate(tag, options => this.file.goTo(x, top, width, height, goto, options))
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
function wordSequences(line: TypesetLine): WordSequence[] {
  const all: WordSequence[] = []
  for (const word of wordsOfLine(line).map(withTrailingSpace)) {
    const open = all.at(-1)
    const last = open?.at(-1)
    if (open && last && word.anchors.length === 0 && haveSameStyle(last, word) && areAdjacent(last, word))
      open.push(word)
    else if (word.text !== '' || word.anchors.length > 0) all.push([word])
  }
  return all
}

/** A word before a forced line break gets a space, so that a screen reader separates it from the next. */
function withTrailingSpace(word: Word): Word {
  if (!word.lineEnd || word.text.endsWith(' ')) return word
  const text = `${word.text} `
  const width = textWidth(text, word, word.font)
  const trailingCut = width - word.width
  return word.with({ text, width, trailingCut, x: isRightToLeft(word) ? word.x - trailingCut : word.x })
}

const areAdjacent = (last: Word, word: Word): boolean =>
  Math.abs(last.x + last.width - word.x) < 0.01 || Math.abs(word.x + word.width - last.x) < 0.01

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

/** Where words begin and end, from the left of their line. */
const horizontalSpan = (words: readonly Pick<Word, 'x' | 'width'>[]) => ({
  left: Math.min(...words.map(word => word.x)),
  right: Math.max(...words.map(word => word.x + word.width)),
})

/** A link or a background ends with its last word, not with the space after it, on whichever side that is. */
function linkArea(words: WordSequence): { left: number; width: number } {
  const last = words.at(-1)
  const { left, right } = horizontalSpan(last ? [...words.slice(0, -1), withoutTrailingSpace(last)] : [])
  return { left, width: right - left }
}
