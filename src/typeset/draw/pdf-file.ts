import { createHash, type Hash } from 'node:crypto'
import type { Document } from '../../markup/index.js'
import { directionOf } from '../compose/direction.js'
import { EmbeddedFace } from '../embed/embedded-face.js'
import type { Face } from '../fonts/face.js'
import { PDFDocument } from '../layout/pdfmake.js'
import { Ink } from './ink.js'
import { accessibilityClaim, informationXml } from './metadata.js'

const PRODUCT = 'Briefwright'

/** A PDF under way. It opens no file and no address: fonts and pictures are given to it as bytes. */
export class PdfFile extends PDFDocument {
  /** What text is written with on the page under way. */
  readonly ink = new Ink(this)
  #written: Hash | undefined = createHash('md5')
  readonly #embedded = new Map<Face, EmbeddedFace>()

  readonly #lang: string

  constructor(document: Document, created: Date) {
    super({}, {}, {}, {}, optionsFor(document, created), null, () => false)
    this.#lang = document.lang
    if (directionOf(document.lang) === 'rtl') this._root.data.ViewerPreferences.data.Direction = 'R2L'
  }

  /** A face as this file holds it; pdfkit writes those that are asked for when the file ends. */
  embedded(face: Face): EmbeddedFace {
    const known = this.#embedded.get(face)
    if (known) return known
    const id = `F${this.#embedded.size + 1}`
    const embedded = new EmbeddedFace(this, face, id)
    this.#embedded.set(face, embedded)
    this._fontFamilies[id] = embedded
    return embedded
  }

  /** What readers find in the place of the glyphs shown. */
  get texts(): string[] {
    return [...this.#embedded.values()].flatMap(face => face.texts)
  }

  override addContent(operator: string): this {
    this.ink.notice(operator)
    return super.addContent(operator)
  }

  /** Says that the document is PDF/UA-1 and PDF/A-3a, and in which colours: to be called once both are certain. */
  claimConformance(): void {
    this.initSubset({ subset: 'PDF/A-3a' })
    this.appendXML(accessibilityClaim())
  }

  /** pdfkit writes the document's information unescaped. */
  _addInfo(): void {
    this.appendXML(informationXml(this.info, this.#lang))
  }

  override _write(data: string | Uint8Array): void {
    // The first line of the file is written before there is anything to identify.
    if (#written in this) this.#written?.update(data)
    super._write(data)
  }

  /** The identifier of a file comes of what it holds (ISO 32000-1, 14.4), not of when it was made. */
  override _finalize(): void {
    if (this.#written) this._id = this.#written.digest()
    this.#written = undefined
    super._finalize()
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
