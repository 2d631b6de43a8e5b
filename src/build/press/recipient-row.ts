import { SourceFile } from '../../diagnostics/index.js'
import type { Reader } from '../../edition/index.js'
import type { Recipient } from '../recipients/recipient.js'

/** A recipient as plain data, for another thread. */
export interface RecipientRow {
  readonly fields: Recipient['fields']
  readonly path: string
  readonly line: number
  readonly text: string
}

export function packRow({ fields, place }: Recipient): RecipientRow {
  return { fields, path: place.file.path, line: place.file.firstLine, text: place.file.text }
}

export function unpackRow({ fields, path, line, text }: RecipientRow): Reader['recipient'] {
  return { fields, place: { file: new SourceFile(path, text, line), range: { start: 0, end: text.length } } }
}
