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

/** A PDF that is being written. It opens no file and no address: fonts and images are passed to it as bytes. */
export class PdfFile extends PDFDocument {
  /** Of the page that is being written. */
  readonly graphicsState = new GraphicsState(this)
  readonly #embedded = new Map<Face, EmbeddedFace>()

  readonly #lang: string

  constructor(document: Document, created: Date) {
    super({}, {}, {}, {}, pdfkitOptions(document, created), null, () => false)
    this.#lang = document.lang
    if (directionOf(document.lang) === 'rtl') this._root.data.ViewerPreferences.data.Direction = 'R2L'
  }

  /** A face embedded in this file; pdfkit writes those that were used when the file ends. */
  embeddedFace(face: Face): EmbeddedFace {
    const known = this.#embedded.get(face)
    if (known) return known
    const id = `F${this.#embedded.size + 1}`
    const embedded = new EmbeddedFace(this, face, id)
    this.#embedded.set(face, embedded)
    this._fontFamilies[id] = embedded
    return embedded
  }

  override addContent(operator: string): this {
    this.graphicsState.observeOperator(operator)
    return super.addContent(operator)
  }

  /** Identifies the document as PDF/UA-1 and PDF/A-3a, with an output intent: to be called once both are certain. */
  claimConformance(): void {
    this.initSubset({ subset: 'PDF/A-3a' })
    this.appendXML(pdfUaXmp())
  }

  /** pdfkit's own does not escape the document's information. */
  _addInfo(): void {
    this.appendXML(informationXmp(this.info, this.#lang))
  }

  /** pdfkit would write a cross-reference table and a trailer, which `withObjectStreams` writes instead. */
  override _finalize(): void {
    this.push(null)
  }

  /** Ends the document. */
  bytes(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = []
      this.on('data', chunk => chunks.push(chunk))
      this.on('end', () => resolve(new Uint8Array(this.#completed(Buffer.concat(chunks)))))
      this.on('error', reject)
      this.end()
    })
  }

  /** The identifier of a file is computed from its content (ISO 32000-1, 14.4), not from the time. */
  #completed(body: Buffer): Buffer {
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
