import { SourceFile } from '../../diagnostics/index.js'
import type { EditionReader } from '../../edition/index.js'
import type { Recipient } from '../recipients/recipient.js'

/** A recipient as plain data, for another thread. */
export interface PackedRecipient {
  readonly fields: Recipient['fields']
  readonly path: string
  readonly line: number
  readonly text: string
}

export function packRecipient({ fields, place }: Recipient): PackedRecipient {
  return { fields, path: place.file.path, line: place.file.firstLine, text: place.file.text }
}

export function unpackRecipient({ fields, path, line, text }: PackedRecipient): EditionReader['recipient'] {
  return { fields, place: { file: new SourceFile(path, text, line), range: { start: 0, end: text.length } } }
}
