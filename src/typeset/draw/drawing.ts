import { widthOf } from '../layout/measure.js'
import { Renderer } from '../layout/pdfmake.js'
import { isReversed, withoutSpace } from '../layout/reorder.js'
import { baselineOf, type SetLine, wordsOf } from '../layout/set-line.js'
import type { Word } from '../layout/word.js'
import type { LaidPage, OutlineItem, PlacedImage, Vector } from '../pdfmake-classes.js'
import { MarkedPages } from '../tags/marked-pages.js'
import { BACKGROUND, LAYOUT, REPEATED, Spot } from '../tags/tag.js'
import { type Extent, extentOfVector } from './extent.js'
import type { PdfFile } from './pdf-file.js'
import { writeText } from './write-text.js'
import { writeVector } from './write-vector.js'

/** Words of one line that look alike and lead to the same place: drawn in one operation. */
type Stretch = Word[]

/** Draws laid-out pages: a line in as few operations as it has looks, with its links, destinations and bookmarks. */
export class Drawing extends Renderer {
  readonly marked: MarkedPages
  readonly #open: { level: number; item: OutlineItem }[] = []
  /** The words of lines drawn. A table's head is drawn again on each page, its lines copies that share their words. */
  readonly #drawn = new WeakSet<readonly Word[]>()

  constructor(
    private readonly file: PdfFile,
    private readonly destinations: ReadonlySet<string>,
    pageCount: number,
  ) {
    super(file)
    this.marked = new MarkedPages(file, pageCount)
  }

  override renderPages(pages: readonly LaidPage[]): void {
    for (const { pageSize, items } of pages) {
      this.file.addPage({ size: [pageSize.width, pageSize.height] })
      this.marked.beginPage()
      for (const { type, item } of items) {
        if (type === 'vector') this.renderVector(item)
        else if (type === 'image') this.renderImage(item)
        else this.renderLine(item, item.x ?? 0, item.y ?? 0)
      }
      this.marked.endPage()
      // What is drawn is let go: the lines of a thousand pages are hundreds of megabytes.
      items.length = 0
    }
  }

  override renderVector(vector: Vector): void {
    const { tag } = vector
    this.marked.enter(tag ?? vector.artifact ?? LAYOUT)
    writeVector(this.file, vector)
    if (tag) this.#reach(tag, extentOfVector(vector))
  }

  override renderImage(image: PlacedImage): void {
    const { x, y, _width: width, _height: height, tag } = image
    const bottom = this.file.page.height - y - height
    this.marked.enter(tag.tag.box ? REPEATED : tag)
    tag.tag.box ??= [x, bottom, x + width, bottom + height]
    super.renderImage(image)
  }

  override renderLine(line: SetLine, x: number, y: number): void {
    const words = wordsOf(line)
    const repeated = this.#drawn.has(words)
    this.#drawn.add(words)
    if (line.outline) this.#bookmark(line.outline, y)
    for (const name of line.anchors ?? []) this.#destination(name, x, y)
    const baseline = baselineOf(line)
    for (const stretch of stretches(line)) this.#draw(stretch, x, baseline, repeated)
  }

  #bookmark({ title, level }: { title: string; level: number }, y: number): void {
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop()
    const parent = this.#open.at(-1)?.item ?? this.file.outline
    const item = parent.addItem(title, { expanded: true })
    const { dictionary, height } = this.file.page
    item.outlineData.Dest = [dictionary, 'XYZ', null, height - y, null]
    this.#open.push({ level, item })
  }

  #destination(name: string, x: number, y: number): void {
    this.file.addNamedDestination(name, 'XYZ', x, y, null)
  }

  #draw(words: Stretch, lineX: number, baseline: number, repeated: boolean): void {
    const [word] = words
    if (!word) return
    const { left, width } = areaOf(words)
    const x = lineX + left
    const y = baseline - word.rise
    const ascent = (word.font.ascender / 1000) * word.fontSize
    for (const name of repeated ? [] : word.anchors) this.#destination(name, x, y - ascent)
    if (word.ground) this.#ground(word, word.ground, x, y, width)
    this.marked.enter(repeated ? REPEATED : word.tag)
    writeText(this.file, words, lineX, y)
    if (word.tag instanceof Spot && word.tag.tag.role === 'Figure')
      this.#reach(word.tag, { x, y: y - ascent, w: width, h: word.fontSize * AREA_HEIGHT })
    if (word.underline) this.#underline(word, x, y, width)
    if (!repeated) this.#lead(word, x, y - ascent, width)
  }

  /** A figure takes the room of all that is drawn in it (ISO 32000-1, table 344). */
  #reach({ tag }: Spot, { x, y, w, h }: Extent): void {
    const { height } = this.file.page
    const [left, bottom, right, top] = tag.box ?? [x, height - y - h, x + w, height - y]
    tag.box = [
      Math.min(left, x),
      Math.min(bottom, height - y - h),
      Math.max(right, x + w),
      Math.max(top, height - y),
    ]
  }

  #lead({ tag, url, goto, fontSize }: Word, x: number, top: number, width: number): void {
    if (!(tag instanceof Spot)) return
    const height = fontSize * AREA_HEIGHT
    if (url) this.marked.annotate(tag, options => this.file.link(x, top, width, height, url, options))
    else if (goto && this.destinations.has(goto))
      this.marked.annotate(tag, options => this.file.goTo(x, top, width, height, goto, options))
  }

  #ground(word: Word, ground: string, x: number, y: number, width: number): void {
    const [top, h] = [y - word.fontSize * 0.85, word.fontSize * 1.1]
    this.renderVector({
      type: 'rect',
      x,
      y: top,
      w: width,
      h,
      color: ground,
      lineWidth: 0,
      artifact: BACKGROUND,
    })
  }

  #underline(word: Word, x: number, y: number, width: number): void {
    const [top, h] = [y + word.fontSize * 0.13, word.fontSize * 0.045]
    this.renderVector({ type: 'rect', x, y: top, w: width, h, color: word.colour, lineWidth: 0 })
  }
}

/** Ems from the top of the area of words to its bottom, as links and figures take it. */
const AREA_HEIGHT = 1.25

/** A stretch is of words that are read one after another and stand beside one another, in whichever direction. */
function stretches(line: SetLine): Stretch[] {
  const all: Stretch[] = []
  for (const word of wordsOf(line).map(spaced)) {
    const open = all.at(-1)
    const last = open?.at(-1)
    if (open && last && word.anchors.length === 0 && alike(last, word) && adjoin(last, word)) open.push(word)
    else if (word.text !== '' || word.anchors.length > 0) all.push([word])
  }
  return all
}

/** The last word of a line that ends by force is parted by a space from the next, for those who hear it. */
function spaced(word: Word): Word {
  if (!word.lineEnd || word.text.endsWith(' ')) return word
  const text = `${word.text} `
  const width = widthOf(text, word, word.font)
  const trailingCut = width - word.width
  return word.with({ text, width, trailingCut, x: isReversed(word) ? word.x - trailingCut : word.x })
}

const adjoin = (last: Word, word: Word): boolean =>
  Math.abs(last.x + last.width - word.x) < 0.01 || Math.abs(word.x + word.width - last.x) < 0.01

const KEYS = [
  'font',
  'fontSize',
  'colour',
  'tracking',
  'rise',
  'ground',
  'underline',
  'url',
  'goto',
  'tag',
] as const
const alike = (one: Word, other: Word): boolean =>
  one.run === other.run || KEYS.every(key => one[key] === other[key])

/** Where words stand, from the left of their line. */
const spanOf = (words: readonly Pick<Word, 'x' | 'width'>[]) => ({
  left: Math.min(...words.map(word => word.x)),
  right: Math.max(...words.map(word => word.x + word.width)),
})

/** A link or a ground ends with its last word, not with the space after it, on whichever side that stands. */
function areaOf(words: Stretch): { left: number; width: number } {
  const last = words.at(-1)
  const { left, right } = spanOf(last ? [...words.slice(0, -1), withoutSpace(last)] : [])
  return { left, width: right - left }
}
