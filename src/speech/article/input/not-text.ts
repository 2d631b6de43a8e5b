import { type Report, SourceFile } from '../../../diagnostics/index.js'

/** A kind of file that is no text. */
export interface BinaryFormat {
  readonly name: string
  readonly hint?: string
}

const SAVE = 'save the article as text or as HTML'
const COPY = 'copy its text into a text file'
const UNPACK = 'unpack the article first'

/** How files begin that are taken for articles by mistake; by characters of the same number as their bytes. */
const SIGNATURES: readonly (readonly [signature: string, kind: BinaryFormat])[] = [
  ['%PDF-', { name: 'a PDF', hint: SAVE }],
  ['PK\x03\x04', { name: 'a Word document or another ZIP archive', hint: SAVE }],
  ['PK\x05\x06', { name: 'a ZIP archive', hint: UNPACK }],
  ['\xd0\xcf\x11\xe0', { name: 'a Word document of the old kind', hint: SAVE }],
  ['{\\rtf', { name: 'a document in RTF', hint: SAVE }],
  ['bplist', { name: 'a web archive', hint: SAVE }],
  ['\x89PNG', { name: 'a picture', hint: COPY }],
  ['\xff\xd8\xff', { name: 'a picture', hint: COPY }],
  ['GIF8', { name: 'a picture', hint: COPY }],
  ['\x1f\x8b', { name: 'compressed by gzip', hint: UNPACK }],
  ['7z\xbc\xaf', { name: 'a 7z archive', hint: UNPACK }],
  ['Rar!', { name: 'a RAR archive', hint: UNPACK }],
]

/** What kind of file bytes are that no text begins with. */
export function binaryFormatOf(bytes: Uint8Array): BinaryFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1]
}

/** Whether a text has characters that no text has, or so many controls that it was none. */
export function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  let controls = 0
  for (const _ of text.matchAll(/[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g)) controls++
  return controls > 2 && controls > text.length / 200
}

/** Says that a file is no text, and what to do with what it is instead. */
export function reportNotText(path: string, { name, hint = SAVE }: BinaryFormat, report: Report): void {
  const place = { file: new SourceFile(path, ''), range: { start: 0, end: 0 } }
  report('article-not-text', place, `\`${path}\` is no text: it is ${name}`, hint)
}
