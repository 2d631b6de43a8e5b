import type { Document } from '../../markup/index.js'
import type { Fonts } from '../fonts/open-fonts.js'
import { PDFDocument } from '../layout/pdfmake.js'
import type { EmbeddedFont } from '../pdfmake-classes.js'

const PRODUCT = 'Briefwright'

/** A PDF under way. It opens no file and no address: fonts and pictures are given to it as bytes. */
export class PdfFile extends PDFDocument {
  readonly #families: Fonts
  readonly #embedded = new Map<string, EmbeddedFont>()

  constructor(document: Document, fonts: Fonts, created: Date) {
    super({}, {}, {}, {}, optionsFor(document, created), null, () => false)
    this.#families = fonts
  }

  override provideFont(family: string, bold = false, italics = false): EmbeddedFont {
    const face = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal'
    const key = `${family} ${face}`
    const known = this.#embedded.get(key)
    if (known) return known
    const opened = this.#families.get(family)?.[face]
    if (!opened) throw new Error(`family ${family} was not checked before layout`)
    const font = opened.embedIn(this, `F${++this._fontCount}`)
    this._fontFamilies[key] = font
    this.#embedded.set(key, font)
    return font
  }

  /** Ends the document and gives its bytes. */
  bytes(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = []
      this.on('data', chunk => chunks.push(chunk))
      this.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
      this.on('error', reject)
      this.end()
    })
  }
}

function optionsFor(document: Document, created: Date): object {
  const info = {
    Title: document.title,
    Author: document.authors.join(', '),
    Subject: document.subject,
    Keywords: document.keywords.join(', '),
    Creator: PRODUCT,
    Producer: PRODUCT,
    CreationDate: created,
    ModDate: created,
  }
  return {
    pdfVersion: '1.7',
    lang: document.lang,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info: Object.fromEntries(Object.entries(info).filter(([, value]) => value !== '')),
  }
}
