import type { Word } from '../layout/nodes.js'
import { Renderer } from '../layout/pdfmake.js'
import { baselineOf, type SetLine, wordsOf } from '../layout/set-line.js'
import type { OutlineItem, PDFDocument } from '../pdfmake-classes.js'
import { writeText } from './write-text.js'

/** Words of one line that look alike and lead to the same place: drawn in one operation. */
interface Stretch {
  readonly word: Word
  text: string
  readonly x: number
  width: number
}

/** Draws laid-out pages: a line in as few operations as it has looks, with its links, destinations and bookmarks. */
export class Drawing extends Renderer {
  readonly #open: { level: number; item: OutlineItem }[] = []

  constructor(
    document: PDFDocument,
    private readonly destinations: ReadonlySet<string>,
  ) {
    super(document)
  }

  override renderLine(line: SetLine, x: number, y: number): void {
    if (line.outline) this.#bookmark(line.outline, y)
    for (const name of line.anchors ?? []) this.#destination(name, x, y)
    const baseline = baselineOf(line)
    for (const stretch of stretches(line)) this.#draw(stretch, x, baseline)
  }

  #bookmark({ title, level }: { title: string; level: number }, y: number): void {
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop()
    const parent = this.#open.at(-1)?.item ?? this.pdfDocument.outline
    const item = parent.addItem(title, { expanded: true })
    const { dictionary, height } = this.pdfDocument.page
    item.outlineData.Dest = [dictionary, 'XYZ', null, height - y, null]
    this.#open.push({ level, item })
  }

  #destination(name: string, x: number, y: number): void {
    this.pdfDocument.addNamedDestination(name, 'XYZ', x, y, null)
  }

  #draw({ word, text, x: offset, width }: Stretch, lineX: number, baseline: number): void {
    const document = this.pdfDocument
    const x = lineX + offset
    const y = baseline - word.rise
    const ascent = (word.font.ascender / 1000) * word.fontSize
    for (const name of word.anchors) this.#destination(name, x, y - ascent)
    if (word.ground) this.#ground(word, x, y, width)
    writeText(document, text, word, x, y)
    if (word.underline) this.#underline(word, x, y, width)
    const top = baseline - (word.font.ascender / 1000) * word.fontSize
    const height = word.fontSize * LINK_HEIGHT
    if (word.url) document.link(x, top, width, height, word.url)
    else if (word.goto && this.destinations.has(word.goto))
      document.goTo(x, y - ascent, width, height, word.goto)
  }

  #ground(word: Word, x: number, y: number, width: number): void {
    this.pdfDocument
      .fillColor(word.ground ?? '')
      .rect(x, y - word.fontSize * 0.85, width, word.fontSize * 1.1)
      .fill()
  }

  #underline(word: Word, x: number, y: number, width: number): void {
    this.pdfDocument
      .fillColor(word.colour)
      .rect(x, y + word.fontSize * 0.13, width, word.fontSize * 0.045)
      .fill()
  }
}

/** Ems from the top of a link's area to its bottom. */
const LINK_HEIGHT = 1.25

function stretches(line: SetLine): Stretch[] {
  const all: Stretch[] = []
  const words = wordsOf(line)
  words.forEach((word, index) => {
    const last = all.at(-1)
    const end = index === words.length - 1
    const text = end ? word.text.replace(/ +$/, '') : word.text
    const width = end ? word.width - word.trailingCut : word.width
    if (last && word.anchors.length === 0 && alike(last.word, word)) {
      last.text += text
      last.width += width
    } else if (text !== '' || word.anchors.length > 0) all.push({ word, text, x: word.x ?? 0, width })
  })
  return all.map(trimmed)
}

const KEYS = ['font', 'fontSize', 'colour', 'tracking', 'rise', 'ground', 'underline', 'url', 'goto'] as const
const alike = (one: Word, other: Word): boolean => KEYS.every(key => one[key] === other[key])

/** A link or a ground ends with its last word, not with the space after it. */
function trimmed(stretch: Stretch): Stretch {
  const { word, text } = stretch
  if (!(word.url || word.goto || word.ground || word.underline)) return stretch
  const bare = text.replace(/ +$/, '')
  const cut =
    word.font.widthOfString(text.slice(bare.length), word.fontSize) +
    word.tracking * (text.length - bare.length)
  return { ...stretch, width: stretch.width - (bare === text ? 0 : cut) }
}
