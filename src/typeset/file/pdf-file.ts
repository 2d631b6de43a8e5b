import type { Document } from '../../markup/index.js'
import { PDFDocument } from '../nodes/pdfmake-modules.js'
import { directionOf } from '../text/direction.js'
import { SRGB_COMPONENTS, srgbProfile } from './colour-profile.js'
import { deflated } from './deflate.js'
import { FileBody } from './file-body.js'
import { GraphicsState } from './graphics-state.js'
import { conformanceXmp, informationXmp } from './metadata.js'
import { dictionary, ObjectReference, referenceTo, textString } from './pdf-syntax.js'

const PRODUCT = 'Briefwright'
const SRGB = 'sRGB IEC61966-2.1'
/** The same in all files. */
const SRGB_PROFILE = deflated(srgbProfile())

/** An object that pdfkit is writing, piece by piece. */
interface OpenObject {
  readonly number: number
  syntax: string | undefined
  data: Uint8Array | undefined
}

/** What the file says of its document. */
type DescribedDocument = Pick<Document, 'lang' | 'title' | 'authors' | 'subject' | 'keywords' | 'banners'>

/** A PDF that is being written. It opens no file and no address: fonts and images are passed to it as bytes. */
export class PdfFile extends PDFDocument {
  /** Of the page that is being written. */
  readonly graphicsState = new GraphicsState()
  readonly #body = new FileBody(() => this.reserve())
  /** The operators of the page that is being written. */
  #operators = ''
  #open: OpenObject | undefined
  #complete = false

  readonly #lang: string

  constructor(document: DescribedDocument, created: Date) {
    super({}, {}, {}, {}, pdfkitOptions(document, created), null, () => false)
    this.#lang = document.lang
    if (directionOf(document.lang) === 'rtl') this._root.data.ViewerPreferences.data.Direction = 'R2L'
  }

  override addPage(options: { size: [number, number] }): this {
    this.graphicsState.reset()
    return super.addPage(options)
  }

  override addContent(operators: string): this {
    this.graphicsState.observe(operators)
    this.#operators += `${operators}\n`
    return this
  }

  /** Ends the page that is being written; returns its operators, one a line. */
  endPage(): Uint8Array {
    const operators = Buffer.from(this.#operators, 'latin1')
    this.#operators = ''
    const { content } = this.page
    content.compress = false
    content.data.Filter = 'FlateDecode'
    content.write(deflated(operators))
    return operators
  }

  /** The number of an object that is written later. */
  reserve(): number {
    this._offsets.push(null)
    return this._offsets.length
  }

  /** Writes an object that is no stream; its syntax has a character a byte. */
  writeObject(number: number, syntax: string): void {
    this.#body.addObject(number, syntax)
  }

  /** Writes a stream, compressed; its entries have their syntax. */
  writeStream(entries: Readonly<Record<string, string | number>>, content: Uint8Array): number {
    const number = this.reserve()
    this.#body.addDeflated(number, entries, deflated(content))
    return number
  }

  /** Writes a stream that is compressed already. */
  writeCompressed(entries: Readonly<Record<string, string | number>>, data: Uint8Array): number {
    const number = this.reserve()
    this.#body.addDeflated(number, entries, data)
    return number
  }

  /** Identifies the document as PDF/UA-1 and PDF/A-3a, with an output intent: to be called once both are certain. */
  claimConformance(): void {
    const profile = this.reserve()
    this.#body.addDeflated(profile, { N: SRGB_COMPONENTS }, SRGB_PROFILE)
    const intent = this.reserve()
    const entries = {
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      Info: textString(SRGB),
      OutputConditionIdentifier: textString(SRGB),
      DestOutputProfile: referenceTo(profile),
    }
    this.writeObject(intent, dictionary(entries))
    this._root.data.OutputIntents = [new ObjectReference(intent)]
    this.appendXML(conformanceXmp(this.info))
  }

  /** pdfkit's own does not escape the document's information. */
  _addInfo(): void {
    this.appendXML(informationXmp(this.info, this.#lang))
  }

  /** pdfkit writes an object as a head, its syntax, the data of a stream between two words, and an end. */
  override _write(piece: string | Uint8Array): void {
    // The constructor writes the header, which is the body's.
    if (typeof piece === 'string' && piece.startsWith('%')) return
    const open = this.#open
    if (!open) this.#open = { number: Number.parseInt(String(piece), 10), syntax: undefined, data: undefined }
    else if (typeof piece !== 'string') open.data = piece
    else if (open.syntax === undefined) open.syntax = piece
    else if (piece === 'endobj') {
      this.#open = undefined
      if (open.data) this.#body.addStream(open.number, open.syntax, open.data)
      else this.#body.addObject(open.number, open.syntax)
    }
  }

  /** pdfkit would write a cross-reference table and a trailer, which the body of the file has instead. */
  override _finalize(): void {
    this.#complete = true
  }

  /** Ends the document. */
  bytes(): Uint8Array {
    this.end()
    if (!this.#complete) throw new Error('bug: an object of the file was begun and not ended')
    return this.#body.complete({ root: this._root.id, info: this._info.id })
  }
}

function pdfkitOptions(document: DescribedDocument, created: Date): object {
  const info = {
    Title: document.title,
    Author: document.authors.join(', '),
    Subject: document.subject,
    Keywords: document.keywords.join(', '),
    Classification: document.banners.map(({ text }) => text).join('; '),
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
