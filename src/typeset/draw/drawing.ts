import { widthOf } from '../layout/measure.js'
import type { Word } from '../layout/nodes.js'
import { Renderer } from '../layout/pdfmake.js'
import { baselineOf, type SetLine, wordsOf } from '../layout/set-line.js'
import type { OutlineItem } from '../pdfmake-classes.js'
import type { PdfFile } from './pdf-file.js'
import { writeText } from './write-text.js'

/** Words of one line that look alike and lead to the same place: drawn in one operation. */
interface Stretch {
  readonly word: Word
  /** As they are printed: a line ends without a space. */
  readonly words: Word[]
  readonly x: number
  width: number
}

/** Draws laid-out pages: a line in as few operations as it has looks, with its links, destinations and bookmarks. */
export class Drawing extends Renderer {
  readonly #open: { level: number; item: OutlineItem }[] = []

  constructor(
    private readonly file: PdfFile,
    private readonly destinations: ReadonlySet<string>,
  ) {
    super(file)
  }

  override renderLine(line: SetLine, x: number, y: number): void {
    if (line.outline) this.#bookmark(line.outline, y)
    for (const name of line.anchors ?? []) this.#destination(name, x, y)
    const baseline = baselineOf(line)
    for (const stretch of stretches(line)) this.#draw(stretch, x, baseline)
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

  #draw({ word, words, x: offset, width }: Stretch, lineX: number, baseline: number): void {
    const x = lineX + offset
    const y = baseline - word.rise
    const ascent = (word.font.ascender / 1000) * word.fontSize
    for (const name of word.anchors) this.#destination(name, x, y - ascent)
    if (word.ground) this.#ground(word, x, y, width)
    writeText(this.file, words, x, y)
    if (word.underline) this.#underline(word, x, y, width)
    const top = baseline - (word.font.ascender / 1000) * word.fontSize
    const height = word.fontSize * LINK_HEIGHT
    if (word.url) this.file.link(x, top, width, height, word.url)
    else if (word.goto && this.destinations.has(word.goto))
      this.file.goTo(x, y - ascent, width, height, word.goto)
  }

  #ground(word: Word, x: number, y: number, width: number): void {
    this.file
      .fillColor(word.ground ?? '')
      .rect(x, y - word.fontSize * 0.85, width, word.fontSize * 1.1)
      .fill()
  }

  #underline(word: Word, x: number, y: number, width: number): void {
    this.file
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
    const printed = end ? { ...word, text: word.text.replace(/ +$/, '') } : word
    const width = end ? word.width - word.trailingCut : word.width
    if (last && word.anchors.length === 0 && alike(last.word, word)) {
      last.words.push(printed)
      last.width += width
    } else if (printed.text !== '' || word.anchors.length > 0)
      all.push({ word, words: [printed], x: word.x ?? 0, width })
  })
  return all.map(trimmed)
}

const KEYS = ['font', 'fontSize', 'colour', 'tracking', 'rise', 'ground', 'underline', 'url', 'goto'] as const
const alike = (one: Word, other: Word): boolean => KEYS.every(key => one[key] === other[key])

/** A link or a ground ends with its last word, not with the space after it. */
function trimmed(stretch: Stretch): Stretch {
  const { word, words, width } = stretch
  const last = words.at(-1)
  if (!last || !(word.url || word.goto || word.ground || word.underline)) return stretch
  const cut = widthOf(last.text, last, last.font) - widthOf(last.text.replace(/ +$/, ''), last, last.font)
  return { ...stretch, width: width - cut }
}
