import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { writePng } from './write-png.js'

/** Points of an inch. */
const POINTS = 72

let opened: Promise<PDFiumLibrary> | undefined

/** Prints each page of a PDF as a picture of so many dots per inch, without transparency: the same bytes for the same file. */
export async function printPng(pdf: Uint8Array, resolution: number): Promise<Uint8Array[]> {
  opened ??= openLibrary()
  const document = await (await opened).loadDocument(pdf)
  try {
    const pictures: Uint8Array[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: resolution / POINTS })
      pictures.push(writePng({ width, height, data }, resolution))
    }
    return pictures
  } finally {
    document.destroy()
  }
}

/** Its machine code lies beside the program, and is read when the first page is printed. */
async function openLibrary(): Promise<PDFiumLibrary> {
  const code = await readFile(new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')))
  return PDFiumLibrary.init({
    wasmBinary: code.buffer.slice(code.byteOffset, code.byteOffset + code.byteLength) as ArrayBuffer,
  })
}
