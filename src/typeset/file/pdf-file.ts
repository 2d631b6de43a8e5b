import { createHash } from 'node:crypto'
import type { Document } from '../../markup/index.js'
import { EmbeddedFace } from '../embed/embedded-face.js'
import type { Face } from '../fonts/face.js'
import { PDFDocument } from '../nodes/pdfmake-modules.js'
import { directionOf } from '../text/direction.js'
import { GraphicsState } from './graphics-state.js'
import { informationXmp, pdfUaXmp } from './metadata.js'
import { withObjectStreams } from './object-streams.js'

const PRODUCT = 'Briefwright'

/** A PDF under way. It opens no file and no address: fonts and pictures are given to it as bytes. */
export class PdfFile extends PDFDocument {
  /** What text is written with on the page under way. */
  readonly graphicsState = new GraphicsState(this)
  readonly #embedded = new Map<Face, EmbeddedFace>()

  readonly #lang: string

  constructor(document: Document, created: Date) {
    super({}, {}, {}, {}, pdfkitOptions(document, created), null, () => false)
    this.#lang = document.lang
    if (directionOf(document.lang) === 'rtl') this._root.data.ViewerPreferences.data.Direction = 'R2L'
  }

  /** A face as this file holds it; pdfkit writes those that are asked for when the file ends. */
  embeddedFace(face: Face): EmbeddedFace {
    const known = this.#embedded.get(face)
    if (known) return known
    const id = `F${this.#embedded.size + 1}`
    const embedded = new EmbeddedFace(this, face, id)
    this.#embedded.set(face, embedded)
    this._fontFamilies[id] = embedded
    return embedded
  }

  /** What readers find in the place of the glyphs shown. */
  get glyphTexts(): string[] {
    return [...this.#embedded.values()].flatMap(face => face.glyphTexts)
  }

  override addContent(operator: string): this {
    this.graphicsState.observeOperator(operator)
    return super.addContent(operator)
  }

  /** Says that the document is PDF/UA-1 and PDF/A-3a, and in which colours: to be called once both are certain. */
  claimConformance(): void {
    this.initSubset({ subset: 'PDF/A-3a' })
    this.appendXML(pdfUaXmp())
  }

  /** pdfkit writes the document's information unescaped. */
  _addInfo(): void {
    this.appendXML(informationXmp(this.info, this.#lang))
  }

  /** All objects are written; what else a file has is not pdfkit's. */
  override _finalize(): void {
    this.push(null)
  }

  /** Ends the document and gives its bytes. */
  bytes(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = []
      this.on('data', chunk => chunks.push(chunk))
      this.on('end', () => resolve(new Uint8Array(this.#compacted(Buffer.concat(chunks)))))
      this.on('error', reject)
      this.end()
    })
  }

  /** The identifier of a file comes of what it holds (ISO 32000-1, 14.4), not of when it was made. */
  #compacted(body: Buffer): Buffer {
    const id = createHash('md5').update(body).digest()
    return withObjectStreams(body, this._offsets, { root: this._root.id, info: this._info.id, id })
  }
}

function pdfkitOptions(document: Document, created: Date): object {
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
