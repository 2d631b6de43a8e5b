import type { PdfFile } from '../file/pdf-file.js'
import type { Face } from '../fonts/face.js'
import { EmbeddedFace } from './embedded-face.js'

/** The faces of one file, each embedded once; pdfkit writes those that were used when the file ends. */
export class EmbeddedFaces {
  readonly #faces = new Map<Face, EmbeddedFace>()

  constructor(private readonly file: PdfFile) {}

  of(face: Face): EmbeddedFace {
    const known = this.#faces.get(face)
    if (known) return known
    const embedded = new EmbeddedFace(this.file, face, `F${this.#faces.size + 1}`)
    this.#faces.set(face, embedded)
    this.file._fontFamilies[embedded.id] = embedded
    return embedded
  }
}
