import { present } from '../../diagnostics/index.js'
import { EmbeddedFaces } from '../embed/embedded-faces.js'
import type { PdfFile } from '../file/pdf-file.js'
import {
  baselineOf,
  type DocumentPage,
  type PlacedImage,
  type PlacedLine,
  type TurnedLine,
} from '../nodes/page.js'
import type { PdfmakeOutlineItem, PdfmakeVector } from '../nodes/pdfmake-classes.js'
import { Renderer } from '../nodes/pdfmake-modules.js'
import {
  BACKGROUND_ARTIFACT,
  LAYOUT_ARTIFACT,
  MarkedContent,
  REPEATED_ARTIFACT,
  WATERMARK_ARTIFACT,
} from '../nodes/structure-element.js'
import type { Word } from '../nodes/word.js'
import { type PageRectangle, vectorBounds } from '../pages/page-rectangle.js'
import { numberOperand } from '../pictures/operands.js'
import type { DrawnMarks } from '../tags/drawn-marks.js'
import { MarkedContentWriter } from '../tags/marked-content-writer.js'
import type { EmbeddedImages } from './embed-images.js'
import { type WordSequence, wordSequences } from './word-sequences.js'
import { writeText } from './write-text.js'
import { writeVector } from './write-vector.js'

/** The pages of a document that is laid out, in the order of printing. */
export interface DrawnPart {
  readonly pages: Iterable<DocumentPage>
  readonly images: EmbeddedImages
  /** Those that its lines have. */
  readonly destinations: ReadonlySet<string>
  /** Undefined for the only document of a file. */
  readonly within: PartOfSeveral | undefined
}

/** A document among those of a file. */
export interface PartOfSeveral {
  /** BCP 47. */
  readonly lang: string
  /** Stands before the names of its destinations, so that those of other documents are others. */
  readonly prefix: string
  /** A destination of the file at its beginning. */
  readonly start?: string | undefined
  /** Its bookmark, over those of its sections; none for what comes before all documents. */
  readonly bookmark?: string | undefined
}

/** Draws pages into a file, `pageCount` in all, each through pdfmake's own renderer; returns what was marked on them. */
export function drawPages(file: PdfFile, parts: readonly DrawnPart[], pageCount: number): DrawnMarks {
  const starts = new Set(parts.flatMap(({ within }) => within?.start ?? []))
  const renderer = new PageRenderer(file, starts, new MarkedContentWriter(file, pageCount))
  for (const part of parts) renderer.renderPart(part)
  return renderer.marked.marks()
}

/** Draws what pdfmake's renderer finds on pages: a line with one operation a style, its links, destinations and bookmarks. */
class PageRenderer extends Renderer {
  readonly #faces: EmbeddedFaces
  /** Of the page that begins next. */
  #overlay: readonly TurnedLine[] = []
  readonly #openBookmarks: { level: number; item: PdfmakeOutlineItem }[] = []
  /** Of the document that begins with the next page. */
  #beginning: PartOfSeveral | undefined
  #part: Pick<DrawnPart, 'destinations' | 'within'> = { destinations: new Set(), within: undefined }

  constructor(
    private readonly file: PdfFile,
    /** Destinations at the beginnings of documents. */
    private readonly starts: ReadonlySet<string>,
    readonly marked: MarkedContentWriter,
  ) {
    super(file)
    this.#faces = new EmbeddedFaces(file)
    file.on('pageAdded', () => {
      marked.beginPage()
      if (this.#beginning) this.#beginPart(this.#beginning)
      this.#beginning = undefined
      for (const turned of this.#overlay) this.#drawTurned(turned)
    })
  }

  renderPart({ pages, images, destinations, within }: DrawnPart): void {
    this.#part = { destinations, within }
    this.#beginning = within
    this.file._imageRegistry = { ...images }
    for (const page of pages) this.renderPages([page])
  }

  override renderPages(pages: readonly DocumentPage[]): void {
    for (const page of pages) {
      this.#overlay = page.overlay ?? []
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

  #drawTurned({ line, x, y, angle }: TurnedLine): void {
    this.marked.begin(WATERMARK_ARTIFACT)
    const [cos, sin] = [numberOperand(Math.cos(angle)), numberOperand(Math.sin(angle))]
    this.file.addContent(
      `q\n${cos} ${numberOperand(-Math.sin(angle))} ${sin} ${cos} ${numberOperand(x)} ${numberOperand(y)} cm`,
    )
    for (const sequence of wordSequences(line)) writeText(this.file, this.#faces, sequence, 0, 0)
    this.file.addContent('Q')
  }

  /** Below the bookmark of a document are those of its sections, and no others. */
  #beginPart({ start, bookmark }: PartOfSeveral): void {
    if (start !== undefined) this.file.addNamedDestination(start, 'XYZ', 0, 0, null)
    this.#openBookmarks.length = 0
    if (bookmark !== undefined) this.#addBookmark(bookmark, DOCUMENT_LEVEL, 0)
  }

  #bookmark({ title, level }: { title: string; level: number }, y: number): void {
    const { within } = this.#part
    if (!within || (within.bookmark !== undefined && level === SECTION_LEVEL))
      this.#addBookmark(title, level, y)
  }

  #addBookmark(title: string, level: number, y: number): void {
    while ((this.#openBookmarks.at(-1)?.level ?? 0) >= level) this.#openBookmarks.pop()
    const parent = this.#openBookmarks.at(-1)?.item ?? this.file.outline
    const item = parent.addItem(title, { expanded: true })
    const { dictionary, height } = this.file.page
    item.outlineData.Dest = [dictionary, 'XYZ', null, height - y, null]
    this.#openBookmarks.push({ level, item })
  }

  #destination(name: string, x: number, y: number): void {
    this.file.addNamedDestination(this.#nameInFile(name), 'XYZ', x, y, null)
  }

  #nameInFile(name: string): string {
    return `${this.#part.within?.prefix ?? ''}${name}`
  }

  /** The name in the file of what is on the pages of the document, or of the beginning of another one. */
  #findDestination(name: string): string | undefined {
    if (this.#part.destinations.has(name)) return this.#nameInFile(name)
    return this.starts.has(name) ? name : undefined
  }

  #draw(sequence: WordSequence, lineX: number, baseline: number, repeated: boolean): void {
    const word = present(sequence.words[0], 'word of a sequence')
    const { width } = sequence
    const x = lineX + sequence.left
    const y = baseline - word.baselineShift
    const ascent = (word.font.ascender / 1000) * word.fontSize
    for (const name of repeated ? [] : word.anchors) this.#destination(name, x, y - ascent)
    if (word.background) this.#background(word, word.background, x, y, width)
    this.marked.begin(repeated ? REPEATED_ARTIFACT : word.markedContent)
    writeText(this.file, this.#faces, sequence, lineX, y)
    if (word.markedContent instanceof MarkedContent)
      this.#extendFigure(word.markedContent, { x, y: y - ascent, w: width, h: word.fontSize * LINK_AREA_EMS })
    if (word.underline) this.#underline(word, x, y, width)
    if (!repeated) this.#annotate(word, x, y - ascent, width)
  }

  #extendFigure({ element }: MarkedContent, { x, y, w, h }: PageRectangle): void {
    if (element.type !== 'Figure') return
    const { height } = this.file.page
    this.marked.extendBox(element, [x, height - y - h, x + w, height - y])
  }

  #annotate({ markedContent: tag, url, goto, fontSize }: Word, x: number, top: number, width: number): void {
    if (!(tag instanceof MarkedContent)) return
    const height = fontSize * LINK_AREA_EMS
    if (url) {
      this.marked.annotate(tag, options => this.file.link(x, top, width, height, url, options))
      return
    }
    const destination = goto && this.#findDestination(goto)
    if (destination)
      this.marked.annotate(tag, options => this.file.goTo(x, top, width, height, destination, options))
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

/** Levels of headings, and of what stands over all of them. */
const DOCUMENT_LEVEL = 1
const SECTION_LEVEL = 2

/** The height of the area of words, for links and figures. */
const LINK_AREA_EMS = 1.25
